using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.PlanFiles.Checks;

internal static class HeadChecks
{
    public static void Check(FilePart file, FaultList faults)
    {
        if (file.Text("format") is { } format && format != PlanFile.CurrentFormat)
            faults.Add("/format", "format_unknown", $"格式应为 {PlanFile.CurrentFormat}", $"the format must be {PlanFile.CurrentFormat}");

        if (file.Member("plan") is not { } head)
            return;

        Codes.CheckCode(head, "code", faults);
        CheckPeriod(head, faults);
        Codes.CheckNotEmpty(head, "sources", faults);
    }

    /// <summary>The part's own period when it has a sound one.</summary>
    public static Period? CheckPeriod(FilePart part, FaultList faults)
    {
        if (part.Value<Period>("period") is not { } period)
            return null;
        if (period.Start <= period.End)
            return period;

        faults.Add($"{part.Pointer}/period/end", "dates_reversed", "期限的结束早于开始", "the period ends before it starts");
        return null;
    }
}
