using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>
/// The figures of a divided commitment: of the whole, of each member and, where one divides its quota further, of those below it.
/// Every sum is read off its parts.
/// </summary>
internal sealed class DividedTotals
{
    private readonly Commitment commitment;
    private readonly AmountShown amount;
    private readonly UnitDirectory directory;

    // Who stands where is a matter of the day that is asked for, also where figures are taken at an earlier cut-off.
    private readonly DateOnly on;
    private readonly HashSet<string> met = new(StringComparer.Ordinal);
    private readonly ILookup<string, Report> figuresOf;

    private DividedTotals(Commitment commitment, DateOnly on, AmountShown amount, UnitDirectory directory)
    {
        (this.commitment, this.on, this.amount, this.directory) = (commitment, on, amount, directory);
        figuresOf = commitment.Reports.Where(r => r.Total is not null).ToLookup(r => r.Unit, StringComparer.Ordinal);
    }

    public static Totals Of(Commitment commitment, Division division, ReportSeries lead, DateOnly on, AmountShown amount, UnitDirectory directory)
    {
        var made = new DividedTotals(commitment, on, amount, directory);
        var members = made.MembersOf(division);
        var fit = DivisionFit.OfWhole(commitment, division, on, directory);
        return division.Terms.Way switch
        {
            SummingUp.LeadReports => made.OfLead(members, lead, fit),
            SummingUp.MembersAddUp => made.Sum(members, fit),
            _ => made.OfEach(members, fit),
        };
    }

    private Totals OfLead(IReadOnlyList<Node> members, ReportSeries lead, DivisionFit? fit)
        => Totals.OfLead(lead, amount, Beside(members, lead.Total(amount.Shown)) with { Fit = fit });

    private Totals Sum(IReadOnlyList<Node> members, DivisionFit? fit)
    {
        var own = new Node(new("", null, true, null), OwnKind: true, null, []);
        var sum = SumOf(own, members, on);
        var group = Figures(SummingUp.MembersAddUp, members, sum, null) with { Fit = fit };
        return new(sum.Reported, sum.Verified, sum.Counted, sum.Cutoff, FigurePart.PositionsOf(sum.Parts), group) { Parts = sum.Parts };
    }

    private Totals OfEach(IReadOnlyList<Node> members, DivisionFit? fit)
    {
        var group = Figures(SummingUp.EachForItself, members, null, null) with { Fit = fit };
        return new(
            null,
            null,
            null,
            group.Members.Select(f => f.Cutoff).Where(d => d is not null).Min(),
            FigurePart.PositionsOf(members.SelectMany(m => StandOf(m, on).Parts)),
            group);
    }

    private GroupFigures Beside(IReadOnlyList<Node> members, decimal? whole)
    {
        var stands = members.Select(m => StandOf(m, on).Counted).OfType<decimal>().ToList();
        decimal? sum = commitment.Measure!.Sums && stands.Count > 0 ? stands.Sum() : null;
        return Figures(SummingUp.LeadReports, members, null, whole - sum) with { MembersSum = sum };
    }

    private GroupFigures Figures(SummingUp way, IReadOnlyList<Node> members, Stand? sum, decimal? difference)
    {
        var figures = members.Select(m => FigureOf(m, sum)).ToList();
        var expected = members.Where(m => m.Place.IsMember).ToList();
        return new(
            way,
            expected.Count(m => StandOf(m, on).Reported is not null),
            expected.Count,
            sum?.Cutoff is null ? null : figures.Sum(f => f.InSum.GetValueOrDefault()),
            sum?.Parts.FirstOrDefault(p => p.Kind == PartKind.Own)?.Amount,
            difference,
            figures)
        {
            Parts = sum?.Parts ?? [],
        };
    }

    private MemberFigure FigureOf(Node member, Stand? sum)
    {
        var stand = StandOf(member, on);
        var leaf = stand.Parts is [{ Position: { } only }] ? only : (long?)null;
        return new(
            member.Place.Unit,
            member.Place.Quota,
            stand.Counted,
            stand.Cutoff,
            leaf,
            null,
            stand.Reported,
            stand.Verified,
            sum?.Parts.FirstOrDefault(p => p.Kind == PartKind.Member && p.Unit == member.Place.Unit)?.Amount,
            member.Below is { } below ? BelowOf(member, below, stand) : null)
        {
            Parts = stand.Parts,
        };
    }

    private GroupFigures BelowOf(Node member, Division below, Stand stand) => below.Terms.Way switch
    {
        SummingUp.MembersAddUp => Figures(below.Terms.Way, member.Members, SumOf(OwnOf(member), member.Members, on), null),
        SummingUp.LeadReports => Beside(member.Members, stand.Counted),
        _ => Figures(below.Terms.Way, member.Members, null, null),
    };

    private IReadOnlyList<Node> MembersOf(Division division)
    {
        // First all of a level and only then those below: a unit counts at the highest place it has.
        var places = Places.MembersOf(commitment, division, on, directory).Where(p => met.Add(p.Unit)).ToList();
        return
        [
            .. places.Select(p =>
            {
                var below = commitment.DivisionOn(on, p.Unit);
                return new Node(p, OwnKind: false, below, below is null ? [] : MembersOf(below));
            }),
        ];
    }

    /// <summary>Where a unit stands by a day: what counts of it, and of what that is made.</summary>
    private Stand StandOf(Node node, DateOnly day)
    {
        if (node.Place.Spells is not { } spells || !commitment.Measure!.Sums)
            return Whole(node, day);

        // What it added in its days: the figure at the end of each stretch less the one at its beginning.
        var (stands, beginning) = (new List<Stand>(), commitment.PeriodOn(on).Start);
        foreach (var spell in spells)
        {
            if (spell.Start > day)
                break;
            var end = Whole(node, spell.End < day ? spell.End : day);
            if (end.Cutoff is null)
                continue;
            stands.Add(spell.Start > beginning && Whole(node, spell.Start.AddDays(-1)) is { Cutoff: not null } before ? Less(end, before) : end);
        }

        return stands switch
        {
            [] => Stand.Nothing,
            [var only] => only,
            _ => new(Total(stands, s => s.Reported), Total(stands, s => s.Verified), Total(stands, s => s.Counted), stands[^1].Cutoff, [.. stands.SelectMany(s => s.Parts)]),
        };
    }

    private Stand Whole(Node node, DateOnly day) => node.Below is { Terms.Way: SummingUp.MembersAddUp }
        ? SumOf(OwnOf(node), node.Members, day)
        : OfSeries(ReportSeries.Of(SeriesOf(node), day), node.OwnKind ? PartKind.Own : PartKind.Member);

    private static Node OwnOf(Node node) => node with { OwnKind = true, Below = null, Members = [], Place = node.Place with { Spells = null } };

    /// <summary>
    /// Members plus 本级, all at one date: the earliest of their latest data, or one member's early report would make the
    /// others look late. Nobody waits for who has left.
    /// </summary>
    private Stand SumOf(Node own, IReadOnlyList<Node> members, DateOnly day)
    {
        var standing = members.Where(m => m.Place.IsMember).Append(own).Select(m => StandOf(m, day).Cutoff);
        var cutoff = standing.Where(d => d is not null).Min() ?? members.Where(m => !m.Place.IsMember).Select(m => StandOf(m, day).Cutoff).Max();
        if (cutoff is not { } through)
            return Stand.Nothing;

        var (stands, parts) = (new List<Stand>(), new List<FigurePart>());
        foreach (var node in members.Append(own))
        {
            var stand = StandOf(node, through);
            stands.Add(stand);
            if (stand.Counted is { } amount)
                parts.Add(PartOf(node, stand, amount));
        }

        return new(Total(stands, s => s.Reported), Total(stands, s => s.Verified), Total(stands, s => s.Counted), through, parts);
    }

    private static FigurePart PartOf(Node node, Stand stand, decimal amount)
    {
        var (kind, unit) = (node.OwnKind ? PartKind.Own : PartKind.Member, node.Place.Unit.Length == 0 ? null : node.Place.Unit);
        return stand.Parts is [{ Position: not null } leaf] && leaf.Kind == kind && (unit is null || leaf.Unit == unit)
            ? leaf
            : new(kind, unit, amount, stand.Cutoff!.Value, null, stand.Parts);
    }

    private Stand OfSeries(ReportSeries series, PartKind kind)
    {
        var report = series.Counted(amount.Shown);
        var total = series.Total(amount.Shown);
        return new(
            series.Total(CountedAmount.Reported),
            series.Total(CountedAmount.Verified),
            total,
            series.Counted(amount.ByRule)?.Through,
            report is null || total is null ? [] : [new(kind, report.Unit, total.Value, report.Through, report.Position, [], CountedFrom: report.CountedFrom)]);
    }

    private static Stand Less(Stand end, Stand before) => new(
        end.Reported - before.Reported.GetValueOrDefault(),
        end.Verified - before.Verified.GetValueOrDefault(),
        end.Counted - before.Counted.GetValueOrDefault(),
        end.Cutoff,
        end.Counted is null ? [] : [.. end.Parts, .. before.Parts.Select(TakenOff)]);

    private static FigurePart TakenOff(FigurePart part) => part with { Kind = PartKind.Before, Amount = -part.Amount, Parts = [.. part.Parts.Select(TakenOff)] };

    private static decimal? Total(IReadOnlyList<Stand> stands, Func<Stand, decimal?> amount)
    {
        var known = stands.Select(amount).OfType<decimal>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    private IEnumerable<Report> SeriesOf(Node node)
    {
        var unit = node.Place.Unit;
        // 本级 of the whole is whoever leads.
        if (unit.Length == 0)
            return Totals.LeadSeries(commitment);
        var each = commitment.DivisionOn(on)!.Terms.Way == SummingUp.EachForItself;
        return figuresOf[unit].Where(r => each || !commitment.IsLead(unit, r.Period.End));
    }

    /// <param name="OwnKind">本级 rather than a member.</param>
    private sealed record Node(Place Place, bool OwnKind, Division? Below, IReadOnlyList<Node> Members);

    private sealed record Stand(decimal? Reported, decimal? Verified, decimal? Counted, DateOnly? Cutoff, IReadOnlyList<FigurePart> Parts)
    {
        public static Stand Nothing { get; } = new(null, null, null, null, []);
    }
}
