using System.Diagnostics.Metrics;

namespace TargetLedger.Server.Hosting;

/// <summary>What the server counts of its use cases. HTTP itself is counted by ASP.NET Core.</summary>
internal sealed class ServerMetrics
{
    public const string Name = "TargetLedger.Server";

    private readonly Counter<long> writes;
    private readonly Counter<long> events;
    private readonly Counter<long> refusals;
    private readonly Counter<long> conflicts;

    public ServerMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        writes = meter.CreateCounter<long>("targetledger.writes", "{write}", "Writes answered with success, by use case and whether a retry was answered again.");
        events = meter.CreateCounter<long>("targetledger.events", "{event}", "Events recorded, by use case.");
        refusals = meter.CreateCounter<long>("targetledger.refusals", "{refusal}", "Decisions that said no, by use case and reason.");
        conflicts = meter.CreateCounter<long>("targetledger.conflicts", "{conflict}", "Appends that came second and were decided again.");
    }

    public void Recorded(string useCase, int count)
    {
        writes.Add(1, new("use_case", useCase), new("replayed", false));
        events.Add(count, new KeyValuePair<string, object?>("use_case", useCase));
    }

    public void Replayed(string useCase) => writes.Add(1, new("use_case", useCase), new("replayed", true));

    public void Refused(string useCase, string code) => refusals.Add(1, new("use_case", useCase), new("reason", code));

    public void Conflicted(string useCase) => conflicts.Add(1, new KeyValuePair<string, object?>("use_case", useCase));
}
