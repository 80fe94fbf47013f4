using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Reporting;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class VerificationProperties
{
    private static readonly Rules ByVerified = Rules.Default with { CountedAmount = CountedAmount.Verified };

    [Fact]
    public void A_late_correction_of_an_old_period_leaves_every_later_cumulative_value_alone()
    {
        var corrected = 0;
        Prop.ForAll(Stories.Year, Arb.From(Gen.Choose(0, 2_000)), (story, total) =>
        {
            var state = Fold(story.Events);
            var old = state.Reports.Find(r => r.Counts && r.Total is not null && state.Reports.Exists(l => l.Counts && l.Period.Start > r.Period.End && state.InSameSeries(l, r.Unit, r.Period)));
            if (old is null || story.Decide(new CorrectProgress(old.Id, "漏计", Total: total)) is not Decision.Record recorded)
                return true;

            corrected++;
            var after = Fold([.. story.Events, .. recorded.Events]);
            var later = state.Reports.Where(r => r.Period.Start > old.Period.End).Select(r => (r.Id, r.Total, r.VerifiedTotal, r.Status));
            var latest = state.Reports.Where(r => r.Total is not null).Max(r => r.Through);
            return later.SequenceEqual(after.Reports.Where(r => r.Period.Start > old.Period.End).Select(r => (r.Id, r.Total, r.VerifiedTotal, r.Status)))
                && (state.Apportionment is not null
                    || Judgement.Of(state, latest, Rules.Default, Known).Totals.Reported == Judgement.Of(after, latest, Rules.Default, Known).Totals.Reported);
        }).Check(Stories.Cases(400));
        corrected.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void The_parts_of_every_figure_add_up_to_it()
    {
        var (explained, nodes) = (0, 0);
        Prop.ForAll(Stories.Year, Arb.From(Stories.DayOfYear), Arb.From(Gen.Elements(Rules.Default, ByVerified)), (story, day, rules) =>
        {
            var state = Fold(story.Events);
            var judged = Judgement.Of(state, day, rules, Known);
            var totals = judged.Totals;
            nodes += judged.Nodes.Count(n => n.ReachedOn is not null);
            (RowFigure Figure, decimal? Value)[] figures =
            [
                (RowFigure.Reported, totals.Reported),
                (RowFigure.Verified, totals.Verified),
                (RowFigure.Counted, totals.Counted),
                (RowFigure.MembersSum, totals.Group?.MembersSum),
                (RowFigure.Own, totals.Group?.Own),
                (RowFigure.Difference, totals.Group?.Difference),
            ];
            explained += figures.Count(f => f.Value > 0);
            return FigureShares.Of(state, RowFigure.NodesReached, null, day, rules, Known).Select(p => p.Node).SequenceEqual(judged.Nodes.Where(n => n.ReachedOn is not null).Select(n => n.Node.Id))
                && figures.All(f => f.Value is null || FigureShares.Of(state, f.Figure, null, day, rules, Known) is var parts
                    && parts.Sum(p => p.Value) == f.Value && parts.All(p => p.Report.Counts && p.Report.Through <= day && p.Series[^1] == p.Report))
                && MembersOf(totals.Group).All(m => new (RowFigure Figure, decimal? Value)[]
                {
                    (RowFigure.Counted, m.Total),
                    (RowFigure.MembersSum, m.Below?.MembersSum),
                    (RowFigure.Own, m.Below?.Own),
                    (RowFigure.Difference, m.Below?.Difference),
                }.All(f => f.Value is null || FigureShares.Of(state, f.Figure, m.Unit, day, rules, Known).Sum(p => p.Value) == f.Value));
        }).Check(Stories.Cases(600));
        explained.ShouldBeGreaterThan(200);
        nodes.ShouldBeGreaterThan(50);
    }

    private static IEnumerable<MemberFigure> MembersOf(GroupFigures? group)
        => (group?.Members ?? []).SelectMany(m => MembersOf(m.Below).Prepend(m));
}
