using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles.Checks;

internal static class ApportionmentChecks
{
    public static void Check(FilePart commitment, Period? period, UnitDirectory directory, FaultList faults)
    {
        if (commitment.Member("apportionment") is not { } part || !part.TryRead<Apportionment>(out var divided))
            return;

        var known = directory.Groups.TryGetValue(divided.Group, out var group);
        if (!known)
            faults.Add($"{part.Pointer}/group", "group_unknown", $"没有单位组 {divided.Group}", $"there is no group {divided.Group}");

        for (var i = 0; i < divided.Quotas.Count; i++)
        {
            if (!directory.Units.ContainsKey(divided.Quotas[i].Unit))
                faults.Add($"{part.Pointer}/quotas/{i}/unit", "unit_unknown", $"没有单位 {divided.Quotas[i].Unit}", $"there is no unit {divided.Quotas[i].Unit}");
        }

        // A target or measure that is there but cannot be read is a fault of its own, not a missing one.
        var (target, measure) = (commitment.Object<Target>("target"), commitment.Object<Measure>("measure"));
        if ((target is null && commitment.Member("target") is not null) || (measure is null && commitment.Member("measure") is not null))
            return;

        // The document leaves an open group's list open: who is a member may not be known yet.
        var members = group is { Open: false } closed ? MembersDuring(closed, period, divided, directory) : null;
        faults.Add(part, TargetRules.Check(divided, measure, target, members));
    }

    /// <summary>The group's members of any day of the period. An unknown unit is told as such, not as a stranger to the group too.</summary>
    private static HashSet<string> MembersDuring(UnitGroup group, Period? period, Apportionment divided, UnitDirectory directory)
    {
        var (first, last) = (period?.Start ?? DateOnly.MinValue, period?.End ?? DateOnly.MaxValue);
        var members = group.Members.Where(m => m.From <= last && first <= (m.To ?? DateOnly.MaxValue)).Select(m => m.Unit);
        var unknown = divided.Quotas.Select(q => q.Unit).Where(u => !directory.Units.ContainsKey(u));
        return [.. members, .. unknown];
    }
}
