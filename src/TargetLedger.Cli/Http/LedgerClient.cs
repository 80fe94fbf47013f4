using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>Talks to a server. What is not 2xx comes back as a <see cref="Failure"/> with the server's own problem in it.</summary>
internal sealed class LedgerClient
{
    private const int Attempts = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private readonly HttpClient http;
    private readonly string? token;

    private LedgerClient(HttpClient http, string? token) => (this.http, this.token) = (http, token);

    public static LedgerClient For(Uri server, string? token) => new(
        // The address may have a path of its own (behind a reverse proxy): it must end with a slash to be kept.
        new HttpClient { BaseAddress = new Uri(server.AbsoluteUri.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(100) },
        token);

    /// <summary>The same server on behalf of another account.</summary>
    public LedgerClient As(string otherToken) => new(http, otherToken);

    /// <param name="path">Relative to the server's address; with a leading slash, as in links, to its host.</param>
    public Task<Answer> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(() => Request(HttpMethod.Get, path, null), isWrite: false, key: null, cancellationToken);

    /// <summary>Writes under a key. When the answer is lost it is asked for again with that key, a few times.</summary>
    /// <param name="ifMatch">An ETag with its quotes.</param>
    public Task<Answer> PostAsync(
        string path, ReadOnlyMemory<byte> body, string? key, string? ifMatch, CancellationToken cancellationToken) =>
        PostAsync(path, body, MediaTypeNames.Application.Json, key, ifMatch, cancellationToken);

    /// <inheritdoc cref="PostAsync(string, ReadOnlyMemory{byte}, string?, string?, CancellationToken)"/>
    public Task<Answer> PostAsync(
        string path, ReadOnlyMemory<byte> body, string mediaType, string? key, string? ifMatch, CancellationToken cancellationToken) =>
        SendAsync(
            () =>
            {
                var request = Request(HttpMethod.Post, path, body, mediaType);
                if (key is not null)
                    request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
                if (ifMatch is not null)
                    request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
                return request;
            },
            isWrite: true,
            key,
            cancellationToken);

    /// <summary>Writes an answer to a stream as it comes; what is cut off halfway is a <see cref="Failure"/>.</summary>
    public async Task DownloadAsync(string path, Stream target, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, path, null);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw Explain(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken), mayBeRecorded: false, key: null).Failure;
            await response.Content.CopyToAsync(target, cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException or HttpIOException)
        {
            throw Lost(lost, mayBeRecorded: false, key: null);
        }
    }

    private async Task<Answer> SendAsync(Func<HttpRequestMessage> request, bool isWrite, string? key, CancellationToken cancellationToken)
    {
        // Only what can do no harm twice is sent again: reads, and writes under a key.
        var attempts = isWrite && key is null ? 1 : Attempts;
        var mayBeRecorded = false;
        for (var attempt = 1; ; attempt++)
        {
            Failure failure;
            TimeSpan wait;
            try
            {
                using var message = request();
                using var response = await http.SendAsync(message, cancellationToken);
                var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
                if (response.IsSuccessStatusCode)
                    return new((int)response.StatusCode, body, response.Headers.ETag?.ToString(), NextPage(response), response.Headers.Contains("Idempotency-Replayed"));

                (failure, var again) = Explain(response.StatusCode, body, mayBeRecorded, key);
                if (!again)
                    throw failure;
                mayBeRecorded |= failure.ExitCode == ExitCode.OutcomeUnknown;
                wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(250 * attempt);
            }
            catch (HttpRequestException lost)
            {
                mayBeRecorded |= isWrite && lost.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
                failure = Lost(lost, mayBeRecorded, key);
                wait = TimeSpan.FromMilliseconds(250 * attempt);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                mayBeRecorded |= isWrite;
                failure = Lost(late, mayBeRecorded, key);
                wait = TimeSpan.Zero;
            }

            if (attempt == attempts)
                throw failure;
            await Task.Delay(wait < LongestWait ? wait : LongestWait, cancellationToken);
        }
    }

    private (Failure Failure, bool Again) Explain(HttpStatusCode status, byte[] body, bool mayBeRecorded, string? key)
    {
        var problem = Read(body) ?? new Problem(
            "about:blank",
            $"{http.BaseAddress} 回答 {(int)status} / {http.BaseAddress} answered {(int)status}",
            "unexpected_answer",
            (int)status);
        var unknown = problem.Code == "outcome_unknown" || mayBeRecorded;
        return status switch
        {
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                (unknown
                    ? new(ExitCode.OutcomeUnknown, problem with { Key = key })
                    : new Failure(ExitCode.Unavailable, problem), true),
            >= HttpStatusCode.InternalServerError => (new(unknown ? ExitCode.OutcomeUnknown : ExitCode.Unavailable, problem with { Key = unknown ? key : null }), false),
            _ => (new(ExitCode.Refused, problem), false),
        };
    }

    private Failure Lost(Exception cause, bool mayBeRecorded, string? key) => mayBeRecorded
        ? new(
            ExitCode.OutcomeUnknown,
            new Problem(
                "urn:targetledger:problem:outcome_unknown",
                $"已发出而未收到答复,可能已记入;请用同一键重发 {key} / sent, but no answer came: it may be recorded; send it again with the same key {key}",
                "outcome_unknown",
                Key: key),
            cause)
        : new(ExitCode.Unavailable, "cannot_connect", $"无法连接 {http.BaseAddress}", $"cannot connect to {http.BaseAddress}: {cause.Message}", cause);

    private HttpRequestMessage Request(HttpMethod method, string path, ReadOnlyMemory<byte>? body, string mediaType = MediaTypeNames.Application.Json)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        }

        return request;
    }

    // A proxy in between may answer with something else.
    private static Problem? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(body, AnswerJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Link: </board?cursor=…>; rel="next" (RFC 8288).
    private static string? NextPage(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var links))
            return null;
        foreach (var link in links.SelectMany(value => value.Split(',')))
        {
            var (start, end) = (link.IndexOf('<', StringComparison.Ordinal), link.IndexOf('>', StringComparison.Ordinal));
            if (start >= 0 && end > start && link.AsSpan(end).Contains("rel=\"next\"", StringComparison.Ordinal))
                return link[(start + 1)..end];
        }

        return null;
    }
}
