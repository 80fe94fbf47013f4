using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>
/// A commitment judged for a day under the rules of that day: a pure function of what is known. Percentages are rounded to
/// two decimals for showing; verdicts are made on the exact values.
/// </summary>
/// <param name="IsMet">The target is fulfilled, or every node reached.</param>
/// <param name="Completion">完成率 in percent; null where there is nothing to divide.</param>
/// <param name="Pace">序时进度 at the cut-off in percent.</param>
public sealed record Judgement(
    Verdict Verdict,
    bool IsMet,
    decimal? Completion,
    decimal? Pace,
    Target? Target,
    Totals Totals,
    IReadOnlyList<NodeFigure> Nodes)
{
    public static Judgement Of(Commitment commitment, DateOnly on, Rules rules, UnitDirectory directory)
    {
        var target = commitment.Measure is null ? null : commitment.TargetOn(on);
        var nodes = NodesOn(commitment, on, rules.CountedAmount);
        var totals = target is null ? TotalsWithoutFigures(commitment, on, rules.CountedAmount) : Totals.Of(commitment, on, rules.CountedAmount, directory);
        var (verdict, met, completion, pace) = target is null
            ? NodeVerdict.Of(new(commitment.Strength, commitment.PeriodOn(on), commitment.PaceStart), nodes, totals.Cutoff, on, rules)
            : OfFigures(commitment, target, ref totals, on, rules, directory);

        return new(Standing(commitment, on) ?? verdict, met, Shown(completion), Shown(pace), target, totals, nodes);
    }

    private static (Verdict Verdict, bool IsMet, decimal? Completion, decimal? Pace) OfFigures(
        Commitment commitment, Target target, ref Totals totals, DateOnly on, Rules rules, UnitDirectory directory)
    {
        var terms = new FigureTerms(target, commitment.Measure!, commitment.Strength, commitment.PeriodOn(on), commitment.PaceStart);
        var earlier = new EarlierMonth(commitment, rules.CountedAmount, directory, isAsked: rules.LightBy == LightBy.MonthlyCompletion);
        if (commitment.Joint is { Target: JointTarget.PerSide })
            return OfSides(terms, ref totals, earlier, on, rules);
        if (totals.Group is not { Way: SummingUp.EachForItself } group)
        {
            var whole = FigureVerdict.Of(terms, earlier.Beside(totals.Counted, totals.Cutoff), on, rules);
            return (whole.Verdict(terms), whole.IsMet, whole.Completion, whole.Pace);
        }

        var judged = group.Members.Select(m =>
        {
            var own = m.Quota is { } quota ? terms with { Target = OfQuota(target, quota) } : terms;
            return (Member: m, Judged: FigureVerdict.Of(own, earlier.Beside(m.Total, m.Cutoff, m.Unit), on, rules));
        }).ToList();
        totals = totals with { Group = group with { Members = [.. judged.Select(j => j.Member with { Light = j.Judged.Light })] } };
        return OfMembers(judged.ConvertAll(j => (j.Judged.Light, j.Judged.IsMet)), group.Expected - group.Reported, totals.Cutoff, terms, rules);
    }

    /// <summary>Every side is to reach its own, so that they are judged as members that answer each for itself.</summary>
    private static (Verdict Verdict, bool IsMet, decimal? Completion, decimal? Pace) OfSides(
        FigureTerms terms, ref Totals totals, EarlierMonth earlier, DateOnly on, Rules rules)
    {
        var judged = totals.Sides
            .Select(s => (Side: s, Judged: FigureVerdict.Of(terms with { Target = s.Target ?? terms.Target }, earlier.Beside(s), on, rules)))
            .ToList();
        totals = totals with { Sides = judged.ConvertAll(j => j.Side with { IsMet = j.Judged.IsMet, Light = j.Judged.Light }) };
        return OfMembers(judged.ConvertAll(j => (j.Judged.Light, j.Judged.IsMet)), totals.Sides.Count(s => s.Reported is null), totals.Cutoff, terms, rules);
    }

    /// <summary>A quota is a figure to reach: the range or growth it was cut from is the whole's, not the member's.</summary>
    internal static Target OfQuota(Target whole, decimal quota) => whole.Bound is Bound.Range or Bound.Growth
        ? new(Bound.AtLeast, quota, whole.AsWritten)
        : whole with { Value = quota };

    /// <summary>Each for itself: everybody is to fulfil it, so the furthest behind gives the light, and the reason counts them all.</summary>
    private static (Verdict Verdict, bool IsMet, decimal? Completion, decimal? Pace) OfMembers(
        IReadOnlyList<(Light Light, bool IsMet)> members, int silent, DateOnly? cutoff, FigureTerms terms, Rules rules)
    {
        var met = members.Count(m => m.IsMet);
        var red = members.Count(m => m.Light == Light.Red);
        var yellow = members.Count(m => m.Light == Light.Yellow);
        var orange = members.Count(m => m.Light == Light.Orange);
        var reason = Reasons.Members(met, members.Count, yellow, orange, red, silent);
        var allMet = members.Count > 0 && met == members.Count;
        var verdict = (red, orange, yellow) switch
        {
            ( > 0, _, _) => new Verdict(Light.Red, Status.Behind, reason),
            (_, > 0, _) => new Verdict(Light.Orange, Status.Behind, reason),
            (_, _, > 0) => new Verdict(Light.Yellow, Status.Behind, reason),
            _ when members.All(m => m.Light == Light.None) => new Verdict(Light.None, Status.Unknown, reason),
            _ => new Verdict(Light.Green, allMet ? Status.Completed : Status.OnPace, reason),
        };
        decimal? completion = members.Count == 0 ? null : 100m * met / members.Count;
        return (verdict, allMet, completion, cutoff is { } day ? Compliance.Pace.Percent(terms.Period, terms.PaceStart, day, rules) : null);
    }

    private static Verdict? Standing(Commitment commitment, DateOnly on) => commitment.StandingOn(on) switch
    {
        Commitments.Standing.ClosedOut => new(Light.Done, Status.Completed, Reasons.ClosedOut(SpellOn(commitment, on).From)),
        Commitments.Standing.Suspended => new(Light.Paused, Status.Paused, Reasons.Suspended(SpellOn(commitment, on).From)),
        _ => null,
    };

    private static Spell SpellOn(Commitment commitment, DateOnly on)
        => commitment.Spells.Last(s => s.From <= on && (s.Until is null || on < s.Until));

    internal static IReadOnlyList<NodeFigure> NodesOn(Commitment commitment, DateOnly on, CountedAmount counted) =>
    [
        .. commitment.Nodes.OrderBy(n => n.Node.Planned).ThenBy(n => n.Node.Id, StringComparer.Ordinal).Select(n =>
        {
            var confirmed = n.ConfirmedOn <= on ? n.ConfirmedOn : null;
            var stated = counted == CountedAmount.Reported ? StatedOn(commitment, n.Node.Id, on) : null;
            return new NodeFigure(n.Node, confirmed ?? stated, confirmed is not null, ReportingPeriods.CutoffOf(commitment, n.Node.Planned));
        }),
    ];

    private static DateOnly? StatedOn(Commitment commitment, string node, DateOnly on)
        => commitment.Reports
            .Where(r => r.Counts && r.Through <= on)
            .SelectMany(r => r.Nodes)
            .Where(s => s.Node == node && s.State == Progress.Completed && s.ReachedOn <= on)
            .Min(s => s.ReachedOn);

    /// <summary>
    /// Without a figure the lead's reports still give the date up to which anything is known, and the way down to them. A
    /// partner that reports early says nothing of what the lead has yet to say.
    /// </summary>
    internal static Totals TotalsWithoutFigures(Commitment commitment, DateOnly on, CountedAmount counted)
    {
        var lead = ReportSeries.Of(commitment.Reports.Where(r => commitment.IsLead(r.Unit, r.Period.End)), on);
        var latest = lead.Counted(counted);
        return new(null, null, null, latest?.Through, latest is null ? [] : [latest.Position], null);
    }

    private static decimal? Shown(decimal? percent)
        => percent is { } value ? Figure.Normalise(Math.Round(value, 2, MidpointRounding.AwayFromZero)) : null;
}
