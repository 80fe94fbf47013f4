using TargetLedger.Documents.Sheets;

namespace TargetLedger.Server.Hosting;

/// <summary>Addresses that end in the file's kind: a browser saves under that name, a script asks for no header.</summary>
internal static class ExportRoutes
{
    /// <summary>Maps <c>{pattern}.xlsx</c> and <c>{pattern}.csv</c>.</summary>
    public static void MapTable(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, SheetFormat, Task<IResult>> export, Action<RouteHandlerBuilder> configure)
    {
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            var route = routes.MapGet($"{pattern}.{EndingOf(format)}", (Delegate)((HttpContext http) => export(http, format)))
                .Produces<Stream>(contentType: SheetFile.MediaTypeOf(format).Split(';')[0]);
            route.WithRequestTimeout(Limits.LongRequests);
            configure(route);
        }
    }

    public static string EndingOf(SheetFormat format) => format == SheetFormat.Xlsx ? "xlsx" : "csv";
}
