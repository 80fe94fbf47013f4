using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>What every write is answered with.</summary>
/// <param name="Id">Of the report or draft that was made.</param>
/// <param name="Version">The stream's version after it; the ETag.</param>
/// <param name="Position">Where the ledger stands with it; <c>?after=</c> takes it.</param>
/// <param name="Recorded">False when there was nothing to do.</param>
/// <param name="Commitments">Of an imported plan; of a revision those that were changed, taken up and withdrawn.</param>
/// <param name="Units">Of an imported plan; of a revision those that were registered.</param>
/// <param name="Reports">Of a filled form: how many rows were recorded.</param>
/// <param name="Drafts">Of a filled form: how many rows became drafts that wait to be signed.</param>
/// <param name="LeftOut">Of a filled form: how many rows had faults or questions and were not.</param>
public sealed record WriteAnswer(
    string Stream,
    long Version,
    long Position,
    bool Recorded,
    Guid? Id = null,
    int? Commitments = null,
    int? Units = null,
    int? Reports = null,
    int? LeftOut = null,
    int? Drafts = null);

/// <summary>
/// The part of an answer that is stored with a key. The answer is a pure rendering of it and of what the ledger adds
/// (versions, position), so that a retry is answered in the very same words for ever.
/// </summary>
/// <param name="Version">Where nothing was recorded: the version it was found at.</param>
internal sealed record Outcome(
    string Stream,
    long? Version = null,
    Guid? Id = null,
    string? Location = null,
    int? Commitments = null,
    int? Units = null,
    int? Reports = null,
    int? LeftOut = null,
    int? Drafts = null)
{
    public byte[] Store() => JsonSerializer.SerializeToUtf8Bytes(this, LedgerJson.Options);

    public static IResult Replay(RecordedOutcome recorded)
    {
        var outcome = JsonSerializer.Deserialize<Outcome>(recorded.Outcome.Span, LedgerJson.Options)!;
        return new WriteResult(outcome, outcome.Version ?? recorded.Versions[recorded.Streams.ToList().IndexOf(outcome.Stream)], recorded.Position, Replayed: true);
    }

    public IResult Answer(long version, long position) => new WriteResult(this, version, position, Replayed: false);

    private sealed record WriteResult(Outcome Outcome, long Version, long Position, bool Replayed) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var recorded = Outcome.Version is null;
            var response = httpContext.Response;
            response.StatusCode = recorded ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            response.Headers.ETag = EntityTags.Of(Version);
            if (Outcome.Location is { } location)
                response.Headers.Location = location;
            if (Replayed)
                response.Headers[RequestKeys.ReplayedHeader] = "true";
            var answer = new WriteAnswer(Outcome.Stream, Version, Position, recorded, Outcome.Id, Outcome.Commitments, Outcome.Units, Outcome.Reports, Outcome.LeftOut, Outcome.Drafts);
            return response.WriteAsJsonAsync(answer, LedgerJson.Options, httpContext.RequestAborted);
        }
    }
}
