using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using TargetLedger.Domain;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Hosting;

/// <summary>Lets anybody be anybody. Mapped only where the settings say so, and never in production.</summary>
internal static class DevelopmentSignIn
{
    private const string UnitPrefix = "unit:";

    // A supervisor who belongs to an office, as each side of joint leads has one.
    private const string OfficePrefix = "supervisor:";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/dev/sign-in", (Delegate)SignInAsync).AllowAnonymous().Accepts<SignIn>("application/json").ExcludeFromDescription();
        routes.MapGet("/dev/sign-in", (Delegate)SignInBrowserAsync).AllowAnonymous().Takes("as", "unit", "returnUrl").ExcludeFromDescription().AsPage();
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IOptionsMonitor<BearerTokenOptions> options, TimeProvider system)
    {
        using var document = RequestBody.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        var caller = CallerOf(RequestBody.Bind(document.RootElement, new Shape()).Account);
        var bearer = options.Get(BearerTokenDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { ExpiresUtc = system.GetUtcNow() + bearer.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(caller.ToPrincipal(BearerTokenDefaults.AuthenticationScheme), properties, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        return TypedResults.Json(new SignedIn(caller.Account, caller.Role, caller.Units, bearer.BearerTokenProtector.Protect(ticket)), LedgerJson.Options);
    }

    private static async Task<IResult> SignInBrowserAsync(HttpContext http)
    {
        var query = new QueryReading(http);
        var account = query.Text("as") ?? (query.Text("unit") is { } unit ? UnitPrefix + unit : null);
        var returnUrl = query.Text("returnUrl") ?? "/";
        if (!IsLocal(returnUrl))
            query.Fault<string>("returnUrl", "address_not_local", "只能返回本站地址", "must be an address of this site");
        query.ThrowOnFaults();
        if (account is null)
            return new RazorComponentResult<SignInPage>(new { ReturnUrl = returnUrl });

        var caller = CallerOf(account);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, caller.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme));
        return TypedResults.LocalRedirect(returnUrl);
    }

    /// <summary>"//host" and "/\host" lead elsewhere although they begin like a path.</summary>
    private static bool IsLocal(string url) => url is ['/'] or ['/', not ('/' or '\\'), ..];

    /// <exception cref="ProblemException">No such account.</exception>
    public static Caller CallerOf(string? account) => account switch
    {
        "keeper" => new(account, CallerRole.ListKeeper, []),
        "supervisor" => new(account, CallerRole.Supervisor, []),
        "auditor" => new(account, CallerRole.Auditor, []),
        "administrator" => new(account, CallerRole.Administrator, []),
        not null when account.StartsWith(OfficePrefix, StringComparison.Ordinal) && account.Length > OfficePrefix.Length
            => new(account, CallerRole.Supervisor, [account[OfficePrefix.Length..]]),
        not null when account.StartsWith(UnitPrefix, StringComparison.Ordinal) && account.Length > UnitPrefix.Length
            && !account.EndsWith('/')
            // unit:rensheju/leader is another person of the unit than unit:rensheju.
            => new(account, CallerRole.ResponsibleUnit, [account[UnitPrefix.Length..].Split('/', 2)[0]]),
        _ => throw new ProblemException(
            ProblemKind.BodyInvalid,
            [new("/account", "account_unknown", "应为 keeper、supervisor、supervisor:单位编码、auditor、administrator、unit:单位编码 或 unit:单位编码/人员", "one of keeper, supervisor, supervisor:code, auditor, administrator, unit:code or unit:code/person")]),
    };

    private sealed class Shape : AbstractValidator<SignIn>
    {
        public Shape() => RuleFor(s => s.Account).IsStated().FitsIn(100);
    }
}

internal sealed record SignIn(string Account);

/// <param name="Token">For the Authorization header: Bearer …</param>
internal sealed record SignedIn(string Account, CallerRole Role, IReadOnlyList<string> Units, string Token);
