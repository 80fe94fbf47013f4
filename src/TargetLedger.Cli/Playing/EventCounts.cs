using System.Text.Json;

namespace TargetLedger.Cli;

/// <summary>Reads the whole ledger as an auditor does and counts what is in it.</summary>
internal sealed class EventCounts
{
    private readonly Dictionary<string, int> byType = new(StringComparer.Ordinal);

    public long All { get; private set; }

    public int Of(params ReadOnlySpan<string> types)
    {
        var sum = 0;
        foreach (var type in types)
            sum += byType.GetValueOrDefault(type);
        return sum;
    }

    public static async Task<EventCounts> ReadAsync(LedgerClient auditor, CancellationToken cancellationToken)
    {
        var counts = new EventCounts();
        string? page = "events?after=0&limit=500";
        while (page is not null)
        {
            var answer = await auditor.GetAsync(page, cancellationToken);
            foreach (var recorded in JsonSerializer.Deserialize<EventList>(answer.Body.Span, AnswerJson.Options)!.Events)
                counts.Add(recorded.Type);
            page = answer.Next;
        }

        return counts;
    }

    private void Add(string type)
    {
        All++;
        byType[type] = byType.GetValueOrDefault(type) + 1;
    }

    private sealed record EventList(IReadOnlyList<Envelope> Events);

    private sealed record Envelope(string Type);
}
