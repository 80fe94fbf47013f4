using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Commitments;

/// <summary>What makes a list of responsible units sound.</summary>
public static class ResponsibilityRules
{
    /// <summary>Faults with pointers relative to the list.</summary>
    public static IEnumerable<Fault> Check(IReadOnlyList<Responsibility> responsible, UnitDirectory directory)
    {
        if (!responsible.Any(r => r.Role == Role.Lead))
            yield return new("", "lead_missing", "须有牵头单位", "there must be a lead");

        for (var i = 0; i < responsible.Count; i++)
        {
            var (unit, group) = (responsible[i].Unit, responsible[i].Group);
            if ((unit is null) == (group is null))
                yield return new($"/{i}", "unit_or_group", "单位和单位组须且只能填一个", "name either a unit or a group");
            else if (unit is not null && !directory.Units.ContainsKey(unit))
                yield return new($"/{i}/unit", "unit_unknown", $"没有单位 {unit}", $"there is no unit {unit}");
            else if (group is not null && !directory.Groups.ContainsKey(group))
                yield return new($"/{i}/group", "group_unknown", $"没有单位组 {group}", $"there is no group {group}");
            if (group is not null && responsible[i].Role == Role.Lead)
                yield return new($"/{i}/role", "group_cannot_lead", "单位组不能牵头", "a group cannot lead");
        }
    }
}
