using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.EventStore.Tests.Checker;

namespace TargetLedger.Scenarios.Support;

/// <summary>The log with each event under the name its writer gave it: over HTTP nobody chooses event ids.</summary>
internal static class NamedLog
{
    public static async Task<List<StoredEvent>> ReadAsync(LedgerReader reader)
    {
        var log = new List<StoredEvent>();
        await foreach (var stored in reader.ReadAllAsync())
            log.Add(stored with { Id = NameOf(stored) });
        return log;
    }

    /// <summary>What was there before the first writer came.</summary>
    public static AppendHistory HistoryOf(IEnumerable<StoredEvent> log)
    {
        var history = new AppendHistory();
        foreach (var stored in log)
            history.Invoke(new([new(stored.Stream, stored.StreamType, ExpectedVersion.Any, [new(stored.Id, stored.Type, default)])], new(stored.Actor)))
                .Answered(new AppendResult.Appended(stored.Position, stored.Position, stored.Timestamp, [stored.Version]));
        return history;
    }

    private static Guid NameOf(StoredEvent stored)
    {
        using var data = JsonDocument.Parse(stored.Data);
        return stored.Type switch
        {
            "progress_reported" => data.RootElement.GetProperty("report").GetGuid(),
            "progress_corrected" => StreamIds.NameBased(data.RootElement.GetProperty("reason").GetString()!),
            _ => stored.Id,
        };
    }
}
