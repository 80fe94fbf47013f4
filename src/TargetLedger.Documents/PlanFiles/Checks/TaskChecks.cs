using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles.Checks;

internal static class TaskChecks
{
    public static void Check(FilePart file, UnitDirectory directory, FaultList faults)
    {
        var period = file.Member("plan")?.Value<Period>("period") is { } p && p.Start <= p.End ? p : (Period?)null;
        var (sections, tasks) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        Codes.CheckNotEmpty(file, "sections", faults);
        foreach (var section in file.Items("sections"))
        {
            Codes.CheckUnrepeated(sections, Codes.CheckNumber(section, faults), $"{section.Pointer}/number", faults);
            Codes.CheckNotEmpty(section, "tasks", faults);
            foreach (var task in section.Items("tasks"))
            {
                // The document numbers its items through, so a task is found by its number alone.
                Codes.CheckUnrepeated(tasks, Codes.CheckNumber(task, faults), $"{task.Pointer}/number", faults);
                Codes.CheckNotEmpty(task, "commitments", faults);
                CheckResponsible(task, directory, faults);
                foreach (var commitment in task.Items("commitments"))
                    CommitmentChecks.Check(commitment, period, directory, faults);
            }
        }
    }

    public static void CheckResponsible(FilePart part, UnitDirectory directory, FaultList faults)
    {
        if (part.Member("responsible") is not { Element.ValueKind: System.Text.Json.JsonValueKind.Array } list)
            return;

        var named = new HashSet<string>(StringComparer.Ordinal);
        var (lead, unreadable) = (false, false);
        foreach (var item in part.Items("responsible"))
        {
            if (!item.TryRead<Responsibility>(out var one))
            {
                unreadable = true;
                continue;
            }

            lead |= one.Role == Role.Lead;
            faults.Add(item, ResponsibilityRules.Check(one, directory));
            Codes.CheckUnrepeated(named, one.Unit, $"{item.Pointer}/unit", faults);
            Codes.CheckUnrepeated(named, one.Group is null ? null : $"{one.Group} (组)", $"{item.Pointer}/group", faults);
        }

        // The lead may be the one that cannot be read.
        if (!lead && !unreadable)
            faults.Add(list, [ResponsibilityRules.LeadMissing]);
    }
}
