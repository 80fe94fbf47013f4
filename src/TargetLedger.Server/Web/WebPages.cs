using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>The pages, rendered on the server from the same queries as the JSON answers.</summary>
internal static class WebPages
{
    private const string Style = "TargetLedger.Server.Web.pages.css";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Chinese stays Chinese in the page's source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    /// <param name="visitor">As whom somebody who has not signed in reads; null for nobody.</param>
    public static void MapPages(this IEndpointRouteBuilder routes, Caller? visitor)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter((context, next) =>
        {
            Admit(context.HttpContext, visitor);
            return next(context);
        });
        ShowBoard.Map(pages);
        ShowCommitment.Map(pages);
        routes.MapGet("/assets/pages.css", () => Results.Stream(typeof(WebPages).Assembly.GetManifestResourceStream(Style)!, "text/css; charset=utf-8"))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static void Admit(HttpContext http, Caller? visitor)
    {
        if (Caller.Of(http.User) is null && visitor is not null)
            http.User = visitor.ToPrincipal("visitor");
        if (!Rights.Allows(http.Caller().Role, Right.ReadBoards))
            throw new ProblemException(ProblemKind.Forbidden);

        // A page brings nothing of others and runs no script.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    public static string WhoOf(Caller caller) => caller.Units.Count == 0 ? caller.Account : $"{caller.Account}({string.Join("、", caller.Units)})";
}
