using System.Text.Json;

namespace TargetLedger.Cli;

/// <summary>Reads the whole ledger as an auditor does and counts what is in it.</summary>
internal sealed class EventCounts
{
    private readonly Dictionary<string, int> byType = new(StringComparer.Ordinal);

    public long All { get; private set; }

    /// <summary>The numbered items of all plans' documents.</summary>
    public int Tasks { get; private set; }

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
                counts.Add(recorded);
            page = answer.Next;
        }

        return counts;
    }

    private void Add(Envelope recorded)
    {
        All++;
        byType[recorded.Type] = byType.GetValueOrDefault(recorded.Type) + 1;
        if (recorded.Type == "plan_drawn_up")
            Tasks += recorded.Data.GetProperty("sections").EnumerateArray().Sum(section => section.GetProperty("tasks").GetArrayLength());
    }

    private sealed record EventList(IReadOnlyList<Envelope> Events);

    private sealed record Envelope(string Type, JsonElement Data);
}
