using System.Runtime.InteropServices;

namespace TargetLedger.Documents.PlanFiles.Checks;

internal static class LimitChecks
{
    public const int MaxUnits = 10_000;
    public const int MaxGroups = 1_000;
    public const int MaxCommitments = 10_000;

    /// <summary>A unit, a group, a commitment each become one event, and an entry of the ledger holds 65,535 bytes.</summary>
    public const int MaxPartBytes = 40_000;

    /// <summary>False when there is so much of something that nothing else is looked at.</summary>
    public static bool Check(FilePart file, FaultList faults)
    {
        var commitments = file.Items("sections").SelectMany(s => s.Items("tasks")).SelectMany(t => t.Items("commitments")).ToList();
        var units = file.Items("units").ToList();
        var groups = file.Items("groups").ToList();
        var within = IsWithin(units, MaxUnits, "/units", faults)
                     & IsWithin(groups, MaxGroups, "/groups", faults)
                     & IsWithin(commitments, MaxCommitments, "/sections", faults);
        foreach (var part in units.Concat(groups).Concat(commitments))
        {
            if (JsonMarshal.GetRawUtf8Value(part.Element).Length > MaxPartBytes)
                faults.Add(part.Pointer, "part_too_large", $"单项超过 {MaxPartBytes} 字节", $"the part is larger than {MaxPartBytes} bytes");
        }

        return within;
    }

    private static bool IsWithin(List<FilePart> parts, int max, string pointer, FaultList faults)
    {
        if (parts.Count <= max)
            return true;

        faults.Add(pointer, "limit_exceeded", $"共 {parts.Count} 项,上限 {max}", $"{parts.Count} of them, the limit is {max}");
        return false;
    }
}
