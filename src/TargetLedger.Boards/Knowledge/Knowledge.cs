using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>
/// What boards are computed from: everything judging needs, as known at one position. Plans are those in force, by
/// stream; commitments are theirs alone, in the list's order, and without the words of reports, which boards do not show.
/// </summary>
public sealed record Knowledge(
    long Position,
    IReadOnlyDictionary<string, Plan> Plans,
    UnitDirectory Directory,
    RulesBook Rules,
    ReportingSchedule Schedule,
    IReadOnlyList<Commitment> Commitments)
{
    internal static Knowledge Of(
        long position,
        IEnumerable<Plan> plans,
        IEnumerable<Unit> units,
        IEnumerable<UnitGroup> groups,
        RulesBook rules,
        ReportingSchedule schedule,
        IEnumerable<Commitment> commitments)
    {
        var inForce = plans.Where(p => p.Confirmed).Select(WithoutWords.Of).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var directory = new UnitDirectory(
            units.ToDictionary(u => u.Code, StringComparer.Ordinal),
            groups.ToDictionary(g => g.Code, StringComparer.Ordinal));
        var order = new ListOrder(inForce);
        return new(
            position,
            inForce,
            directory,
            rules,
            schedule,
            [.. order.Sort(commitments.Where(c => inForce.ContainsKey(c.Plan)).Select(WithoutWords.Of))]);
    }

    internal Plan PlanOf(Commitment commitment) => Plans[commitment.Plan];

    /// <summary>The stream of a plan in force, named by stream or code; null where there is none.</summary>
    internal string? PlanNamed(string? name)
        => name is null ? null : Plans.ContainsKey(name) ? name : Plans.Values.FirstOrDefault(p => p.Code == name)?.Id;

    internal UnitName NameOf(string unit) => new(unit, Directory.NameOf(unit));

    internal string? SectionTitle(string planCode, string number)
        => Plans.Values.First(p => p.Code == planCode).Sections.FirstOrDefault(s => s.Number == number)?.Title;
}
