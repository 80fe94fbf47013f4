using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>One wish to write, read and checked, before anything is looked up.</summary>
/// <param name="Key">The client's Idempotency-Key.</param>
/// <param name="At">The business moment it is decided at.</param>
internal sealed record Command<TBody>(Caller Caller, TBody Body, string? Key, Moment At, RouteValueDictionary Route, Guid NewId)
{
    public string RouteText(string name) => (string)Route[name]!;

    public Guid RouteId(string name) => RouteNames.Id(RouteText(name));
}

/// <summary>What a use case makes of a wish: changes to record, nothing to do, or no.</summary>
internal abstract record Proposal
{
    private Proposal()
    {
    }

    /// <param name="Changes">The first is the stream the answer tells of.</param>
    public sealed record Record(IReadOnlyList<StreamChange> Changes, Guid? Id = null, string? Location = null) : Proposal;

    public sealed record Nothing(string Stream, long Version, Guid? Id = null, string? Location = null) : Proposal;

    public sealed record Refuse(IReadOnlyList<Refusal> Reasons) : Proposal;

    /// <param name="version">The stream's version the decision was made at; 0 for a new stream.</param>
    public static Proposal Of(Decision decision, string type, string stream, long version, Guid? id = null, string? location = null) => decision switch
    {
        Decision.Record record => new Record([new(type, stream, version, record.Events)], id, location),
        Decision.Nothing => new Nothing(stream, version, id, location),
        Decision.Refuse refuse => new Refuse(refuse.Reasons),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}

/// <param name="Version">The version these events follow on; 0 for a new stream.</param>
internal sealed record StreamChange(string Type, string Stream, long Version, IReadOnlyList<object> Events)
{
    public StreamAppend ToAppend() => new(
        Stream,
        Type,
        Version == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(Version),
        [.. Events.Select(e => new NewEvent(Guid.CreateVersion7(), EventCatalog.AliasOf(e), EventCatalog.Write(e)))]);
}

/// <summary>A stream that need not be there yet.</summary>
internal sealed record Found<T>(T? State)
    where T : class;
