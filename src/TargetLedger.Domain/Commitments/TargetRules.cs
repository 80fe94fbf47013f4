namespace TargetLedger.Domain.Commitments;

/// <summary>What makes a target and its division sound. Plan files and revisions are held to the same rules.</summary>
public static class TargetRules
{
    // Their product must not run out of the decimal's range.
    private const decimal LargestGrown = 1_000_000_000_000m;

    /// <summary>Faults with pointers relative to the target.</summary>
    public static IEnumerable<Fault> Check(Target target)
    {
        // 零事故 is a limit of nothing; nothing else can be promised of it.
        if (target.Value < 0 || (target.Value == 0 && target.Bound != Bound.AtMost))
            yield return new("/value", "value_not_positive", "目标值应大于 0", "the value must be above zero");
        if (string.IsNullOrWhiteSpace(target.AsWritten))
            yield return new("/asWritten", "value_missing", "请写明原文用语", "the words of the document are required");
        if (target.Bound == Bound.Range && !(target.Upper > target.Value))
            yield return new("/upper", "range_upper_missing", "区间须有大于下限的上限", "a range needs an upper end above its lower end");
        if (target.Bound != Bound.Range && target.Upper is not null)
            yield return new("/upper", "upper_not_expected", "只有区间才有上限", "only a range has an upper end");
        if (target.Bound != Bound.Approx && target.TolerancePercent is not null)
            yield return new("/tolerancePercent", "tolerance_not_expected", "只有“左右”才有容差", "only an approximate target has a tolerance");
        if (target.TolerancePercent is < 0 or >= 100)
            yield return new("/tolerancePercent", "tolerance_out_of_range", "容差应在 0 到 100 之间", "the tolerance must lie between 0 and 100");
        if (target.Bound == Bound.Growth && target.Baseline is not > 0)
            yield return new("/baseline", "baseline_missing", "增长目标须有基数", "growth needs the baseline it is measured against");
        if (target.Bound == Bound.Growth && target.GrowthIn is null)
            yield return new("/growthIn", "growth_unit_missing", "增长目标须注明百分比、倍数或百分点", "growth is in percent, times or points: say which");
        if (target.Bound != Bound.Growth && target.Baseline is not null)
            yield return new("/baseline", "baseline_not_expected", "只有增长目标才有基数", "only growth has a baseline");
        if (target.Bound != Bound.Growth && target.GrowthIn is not null)
            yield return new("/growthIn", "growth_unit_not_expected", "只有增长目标才有增长单位", "only growth has a growth unit");
        if (target is { Bound: Bound.Growth, GrowthIn: GrowthIn.Times, Value: <= 1 })
            yield return new("/value", "growth_not_upward", "倍数应大于 1", "the factor must be above 1");
        if (target is { Bound: Bound.Growth, Baseline: > LargestGrown } or { Bound: Bound.Growth, Value: > LargestGrown })
            yield return new("/value", "figure_out_of_limits", "基数或增幅过大", "the baseline or the growth is too large");
    }

    /// <summary>Faults with pointers relative to the apportionment.</summary>
    /// <param name="members">The group's members, or null when they are checked elsewhere.</param>
    /// <param name="compared">False where there is no figure above to hold the quotas against.</param>
    public static IEnumerable<Fault> Check(Apportionment divided, Measure? measure, Target? target, IReadOnlyCollection<string>? members, bool compared = true)
    {
        if (measure is null || target is null)
        {
            yield return new("/way", "apportionment_without_target", "没有量化目标,不能分解", "without a figure there is nothing to divide");
            yield break;
        }

        if (divided.Way == SummingUp.MembersAddUp && !measure.Sums)
            yield return new("/way", "measure_never_summed", "存量和百分比不能相加", "levels and percentages are never added up");

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < divided.Quotas.Count; i++)
        {
            var quota = divided.Quotas[i];
            if (!seen.Add(quota.Unit))
                yield return new($"/quotas/{i}/unit", "code_repeated", $"{quota.Unit} 重复", $"{quota.Unit} appears twice");
            if (members?.Contains(quota.Unit, StringComparer.Ordinal) == false)
                yield return new($"/quotas/{i}/unit", "not_a_member", $"{quota.Unit} 不是该组成员", $"{quota.Unit} is not a member of the group");
            if (quota.Value <= 0)
                yield return new($"/quotas/{i}/value", "value_not_positive", "分解数应大于 0", "a quota must be above zero");
        }

        if (divided.OwnShare < 0)
            yield return new("/ownShare", "value_not_positive", "本级自留不能为负", "the own share cannot be negative");

        // What is never summed, and each for itself, has no sum to hold against the parent; without quotas only the
        // reporting is divided.
        if (!compared || divided.Way == SummingUp.EachForItself || !measure.Sums || divided.Quotas.Count == 0)
            yield break;

        var sum = divided.Quotas.Sum(q => q.Value) + divided.OwnShare.GetValueOrDefault();
        if (target.Bound == Bound.AtMost && sum > target.Goal)
        {
            yield return new(
                "/quotas",
                "quotas_over",
                $"分解合计 {sum:0.####} 超过控制数 {target.Goal:0.####}",
                $"the quotas add up to {sum:0.####}, more than the limit {target.Goal:0.####}");
        }
        else if (target.Bound != Bound.AtMost && sum < target.Goal)
        {
            yield return new(
                "/quotas",
                "quotas_short",
                $"分解合计 {sum:0.####} 少于目标 {target.Goal:0.####},差额须由本级自留补足",
                $"the quotas add up to {sum:0.####}, less than the target {target.Goal:0.####}; the own share must fill the gap");
        }
    }

    /// <summary>左右 has no official meaning: the rules' tolerance is frozen on the target when it is set.</summary>
    public static Target Freeze(Target target, decimal approxTolerancePercent)
        => target is { Bound: Bound.Approx, TolerancePercent: null } ? target with { TolerancePercent = approxTolerancePercent } : target;

    internal static IEnumerable<Refusal> AsRefusals(this IEnumerable<Fault> faults, string member)
        => faults.Select(f => new Refusal(f.Code, f.Zh, f.En, member + f.Pointer));
}
