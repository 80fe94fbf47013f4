using Microsoft.Net.Http.Headers;

namespace TargetLedger.Server.Hosting;

/// <summary>A file that is written while it is sent; nothing of it is kept.</summary>
internal sealed class ExportResult(string fileName, string mediaType, Func<Stream, CancellationToken, Task> write) : IResult
{
    private const int BufferBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        httpContext.Response.ContentType = mediaType;
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        await using var buffer = new BufferedStream(httpContext.Response.Body, BufferBytes);
        await write(buffer, httpContext.RequestAborted);
    }
}
