using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// How a caller is known: a bearer token, or for a browser that reads pages a cookie. A cookie never writes, so another
/// site's form has nothing to abuse. Whoever is not signed in reaches nothing that is not opened on purpose.
/// </summary>
internal static class Authentication
{
    private const string EitherScheme = "either";

    public static void AddCallerAuthentication(this IServiceCollection services, string dataDirectory, bool ownDirectory)
    {
        services
            .AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count == 0 && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
                    ? CookieAuthenticationDefaults.AuthenticationScheme
                    : BearerTokenDefaults.AuthenticationScheme)
            .AddBearerToken(bearer => bearer.BearerTokenExpiration = TimeSpan.FromDays(1))
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "targetledger";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Events.OnRedirectToLogin = redirect => Answer(redirect.Response, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = redirect => Answer(redirect.Response, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder()
                .RequireAssertion(c => c.User.Identity?.IsAuthenticated == true || LeadsNowhere(c.Resource as HttpContext))
                .Build());
        var protection = services.AddDataProtection().SetApplicationName("targetledger");
        if (ownDirectory)
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataDirectory, "keys")));
    }

    /// <summary>Where routing found no use case (404, 405, 415) there is nothing to guard, and saying so helps.</summary>
    private static bool LeadsNowhere(HttpContext? http) => http is not null && http.GetEndpoint() is not RouteEndpoint;

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
