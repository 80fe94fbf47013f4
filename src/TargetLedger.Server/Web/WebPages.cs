using System.Text.Encodings.Web;
using System.Text.Unicode;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>The pages, rendered on the server from the same queries as the JSON answers.</summary>
internal static class WebPages
{
    private const string Style = "TargetLedger.Server.Web.pages.css";

    public static void AddPages(this IServiceCollection services, PageAccess access)
    {
        services.AddSingleton(access);
        services.AddRazorComponents();
        PageForms.AddTo(services);

        // Chinese stays Chinese in the page's source.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().AsPage().AddEndpointFilter((context, next) =>
        {
            Admit(context.HttpContext);
            return next(context);
        });
        ShowBoard.Map(pages);
        ShowCommitment.Map(pages);
        ShowUnit.Map(pages);
        ShowQueue.Map(pages);
        ShowInbox.Map(pages);
        ShowWarnings.Map(pages);
        ShowSamples.Map(pages);
        ShowDrafts.Map(pages);
        DraftForms.Map(pages);
        ShowWhatIf.Map(pages);
        routes.MapGet("/assets/pages.css", () => Results.Stream(typeof(WebPages).Assembly.GetManifestResourceStream(Style)!, "text/css; charset=utf-8"))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    public static TBuilder AsPage<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
        => endpoint.WithMetadata(new PageMark()).AddEndpointFilter((context, next) =>
        {
            Guard(context.HttpContext.Response);
            return next(context);
        });

    /// <summary>A page brings nothing of others and runs no script.</summary>
    public static void Guard(HttpResponse response)
        => response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static void Admit(HttpContext http)
    {
        // Who has not signed in reads at most.
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (reads && Caller.Of(http.User) is null && http.RequestServices.GetRequiredService<PageAccess>().Visitor is { } visitor)
            http.User = visitor.ToPrincipal(PageAccess.VisitorScheme);
        if (!Rights.Allows(http.Caller().Role, http.GetEndpoint()?.Metadata.GetMetadata<PageRight>()?.Right ?? Right.ReadBoards))
            throw new ProblemException(ProblemKind.Forbidden);
    }
}

/// <summary>On a page's endpoint: the right it needs where that is not the one to read boards.</summary>
internal sealed record PageRight(Right Right);
