using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// How a caller is known: a bearer token, or for a browser a cookie. A cookie reads, and it writes through the forms of our own
/// pages alone: they carry a token that no other site can know (<see cref="PageForms"/>). Whoever is not signed in reaches
/// nothing that is not opened on purpose.
/// </summary>
internal static class Authentication
{
    private const string EitherScheme = "either";

    public static void AddCallerAuthentication(this IServiceCollection services, string dataDirectory, bool ownDirectory)
    {
        services
            .AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count == 0 && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || PageProblems.IsPage(http))
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
