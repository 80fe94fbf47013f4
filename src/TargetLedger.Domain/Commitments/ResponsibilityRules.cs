using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Commitments;

/// <summary>What makes a list of responsible units sound.</summary>
public static class ResponsibilityRules
{
    /// <summary>About the list as a whole.</summary>
    public static Fault LeadMissing { get; } = new("", "lead_missing", "须有牵头单位", "there must be a lead");

    /// <summary>Faults with pointers relative to the list.</summary>
    public static IEnumerable<Fault> Check(IReadOnlyList<Responsibility> responsible, UnitDirectory directory)
    {
        if (!responsible.Any(r => r.Role == Role.Lead))
            yield return LeadMissing;

        for (var i = 0; i < responsible.Count; i++)
        {
            foreach (var fault in Check(responsible[i], directory))
                yield return fault with { Pointer = $"/{i}{fault.Pointer}" };
        }
    }

    /// <summary>Faults with pointers relative to the one.</summary>
    public static IEnumerable<Fault> Check(Responsibility one, UnitDirectory directory)
    {
        var (unit, group) = (one.Unit, one.Group);
        if ((unit is null) == (group is null))
            yield return new("", "unit_or_group", "单位和单位组须且只能填一个", "name either a unit or a group");
        else if (unit is not null && !directory.Units.ContainsKey(unit))
            yield return new("/unit", "unit_unknown", $"没有单位 {unit}", $"there is no unit {unit}");
        else if (group is not null && !directory.Groups.ContainsKey(group))
            yield return new("/group", "group_unknown", $"没有单位组 {group}", $"there is no group {group}");
        if (group is not null && one.Role == Role.Lead)
            yield return new("/role", "group_cannot_lead", "单位组不能牵头", "a group cannot lead");
    }
}
