using System.Text.Json;
using TargetLedger.Documents.PlanFiles.Checks;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles;

/// <summary>
/// Reads a plan file whole or not at all. Whoever wrote it hears of everything at once: what is not JSON, what has the
/// wrong shape, and, wherever the rest can be read, what makes no sense.
/// </summary>
public static class PlanFileReader
{
    /// <summary>More would help nobody; one after the last then says how many there are.</summary>
    public const int MaxFaults = 1_000;

    /// <summary>Of one plan.</summary>
    public const int MaxCommitments = LimitChecks.MaxCommitments;

    public static FileReading<PlanFile> Read(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonText.TryParse(utf8, out var document, out var fault))
            return FileReading<PlanFile>.Faulty(fault);

        using (document)
        {
            var faults = Check(document.RootElement);
            return faults.Count > 0
                ? FileReading<PlanFile>.Faulty(faults)
                : FileReading<PlanFile>.Sound(document.RootElement.Deserialize<PlanFile>(LedgerJson.Options)!);
        }
    }

    private static List<Fault> Check(JsonElement root)
    {
        var shape = JsonShape.Check<PlanFile>(root);
        if (root.ValueKind != JsonValueKind.Object)
            return [.. shape];

        var faults = new FaultList(shape, MaxFaults);
        var file = new FilePart(root, "");
        TextChecks.Check(file, faults);
        if (!LimitChecks.Check(file, faults))
            return faults.InOrderOf(root);

        HeadChecks.Check(file, faults);
        var units = UnitChecks.Check(file, faults);
        TaskChecks.Check(file, units, faults);
        return faults.InOrderOf(root);
    }

    /// <summary>What makes no sense in one commitment of a plan, by the rules of the file; pointers are relative to it.</summary>
    /// <param name="planPeriod">The plan's, which holds where the item has none of its own.</param>
    /// <param name="directory">The units and groups it may name.</param>
    public static IReadOnlyList<Fault> CheckCommitment(PlanFileCommitment item, Period planPeriod, UnitDirectory directory)
    {
        var element = JsonSerializer.SerializeToElement(item, LedgerJson.Options);
        var faults = new FaultList([], MaxFaults);
        CommitmentChecks.Check(new(element, ""), planPeriod, directory, faults);
        return faults.InOrderOf(element);
    }
}
