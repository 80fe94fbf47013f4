using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Counting;

/// <summary>关联计数: a keeper approves that what is reported on one commitment counts in another.</summary>
/// <param name="From">Reports of periods that begin on this day or later count, those already made among them.</param>
public sealed record LinkCommitments(Guid Link, DateOnly From, string Authority)
{
    // Both ends are recorded in one append.
    private const int MostReports = 900;

    /// <param name="source">Where it is reported.</param>
    /// <param name="target">Where it is to count too.</param>
    /// <param name="reached">The streams to which reports on the target are carried on already.</param>
    /// <param name="directory">With the groups of the target.</param>
    /// <returns>What is recorded of the source and of the target, or the decision that nothing is.</returns>
    public static (Decision Decision, IReadOnlyList<object> OfTarget) Decide(
        Commitment source, Commitment target, IReadOnlySet<string> reached, LinkCommitments command, UnitDirectory directory)
    {
        if (source.Links.Find(l => l.End == LinkEnd.CountsIn && l.Other == target.Id && l.Until is null) is { } known)
            return (known.From == command.From ? Decision.Done : Decision.No(AlreadyLinked(known.From)), []);
        Refusal[] refusals = [.. Check(source, target, reached, command, directory)];
        if (refusals.Length > 0)
            return (Decision.No(refusals), []);

        IReadOnlyList<string> units = [.. source.ResponsibleOn(command.From).Where(r => r.Role == Role.Lead).Select(r => r.Unit).OfType<string>()];
        var link = new CountingLink(command.Link, LinkEnd.CountsIn, target.Id, command.From, null, units, command.Authority);
        object[] counted =
        [
            .. source.Reports
                .Where(r => r is { Total: not null, Status: not ReportStatus.Withdrawn } && link.Covers(r.Period) && CountedElsewhere.Answers(target, r, directory))
                .Select(r => ReportCounted.Of(link, source.Id, r, r.ReportedOn)),
        ];
        return counted.Length > MostReports
            ? (Decision.No(new Refusal("link_too_many_reports", "已有填报过多,请从较晚日期起关联", "there are too many reports already; link from a later day", "/from")), [])
            : (Decision.Of(Said(LinkEnd.CountsIn, target.Id, units, command)), [Said(LinkEnd.CountedFrom, source.Id, units, command), .. counted]);
    }

    private static CountingLinked Said(LinkEnd end, string other, IReadOnlyList<string> units, LinkCommitments command)
        => new(command.Link, end, other, command.From, units, command.Authority);

    private static IEnumerable<Refusal> Check(Commitment source, Commitment target, IReadOnlySet<string> reached, LinkCommitments command, UnitDirectory directory)
    {
        if (source.Id == target.Id || reached.Contains(source.Id))
        {
            yield return new("link_loop", "关联成环", "the link would lead back to where it comes from", "/to");
            yield break;
        }

        if (CommitmentRefusals.UnlessRunning(source) is { } stopped)
            yield return stopped;
        if (CommitmentRefusals.UnlessRunning(target) is { } ended)
            yield return ended with { Member = "/to" };
        if (source.Measure is not { } measure || target.Measure is not { } other)
        {
            yield return new("link_without_figure", "只有量化指标可以关联计数", "only figures can count in several places", "/to");
            yield break;
        }

        if ((measure.Name, measure.Unit, measure.Kind) != (other.Name, other.Unit, other.Kind))
        {
            yield return new(
                "link_measure_differs",
                $"指标不同:{measure.Name}({measure.Unit})与{other.Name}({other.Unit})",
                $"the measures differ: {measure.Name} ({measure.Unit}) and {other.Name} ({other.Unit})",
                "/to");
        }
        else if ((measure.Definition, measure.MayOverlap) != (other.Definition, other.MayOverlap))
        {
            yield return new("link_definition_differs", "口径不同", "they do not count the same thing", "/to");
        }

        if (source.PeriodOn(command.From) != target.PeriodOn(command.From))
            yield return new("link_period_differs", "期限不同", "their periods differ", "/to");
        else if (!source.PeriodOn(command.From).Contains(command.From))
            yield return CommitmentRefusals.NotInPeriod("/from", source.PeriodOn(command.From));
        if (source.Joint is not null || target.Joint is not null)
            yield return new("link_joint_lead", "共同牵头的事项不能关联计数", "a commitment with joint leads is not linked", "/to");
        else if (!SameKindOfFigure(source, target, command.From))
            yield return new("link_division_differs", "汇总方式不同,一处的总数会成为另一处的一部分", "they sum up in different ways: the whole of one would be a part of the other", "/to");
        else if (source.ResponsibleOn(command.From).Where(r => r.Role == Role.Lead).Select(r => r.Unit).OfType<string>()
                     .FirstOrDefault(u => !target.IsLead(u, command.From) && !target.IsMember(u, command.From, directory)) is { } stranger)
            yield return UnitDoesNotAnswer(stranger);
        if (ReportedTwice(source, target, command) is { } twice)
        {
            yield return new(
                "link_period_reported",
                $"那里截至 {twice.Period.End:yyyy-MM-dd} 已有填报(第 {twice.Position} 号),最早自 {twice.Period.End.AddDays(1):yyyy-MM-dd} 起关联",
                $"there is a report up to {twice.Period.End:yyyy-MM-dd} at the other end (position {twice.Position}); link from {twice.Period.End.AddDays(1):yyyy-MM-dd} on",
                "/from");
        }
        else if (TotalsBefore(source, target, command) is ({ } here, { } there) && here != there)
        {
            yield return new(
                "link_totals_differ", $"此前累计不同:{here:0.####} 与 {there:0.####}", $"their totals so far differ: {here:0.####} and {there:0.####}", "/from");
        }
    }

    /// <summary>
    /// The figure of one report must be the same thing at both ends: the whole's, or that of a member. Where a source is added up
    /// from its members, only a target divided in the same way among the same can take their reports.
    /// </summary>
    private static bool SameKindOfFigure(Commitment source, Commitment target, DateOnly day)
    {
        var (here, there) = (source.DivisionOn(day)?.Terms, target.DivisionOn(day)?.Terms);
        if (here is { Way: not SummingUp.LeadReports })
            return there?.Way == here.Way && there.Group == here.Group;
        return there?.Way != SummingUp.MembersAddUp || !source.ResponsibleOn(day).Any(r => r is { Role: Role.Lead, Unit: { } lead } && target.IsLead(lead, day));
    }

    private static Report? ReportedTwice(Commitment source, Commitment target, LinkCommitments command)
        => target.Reports
            .Where(r => r is { Total: not null, Status: not ReportStatus.Withdrawn } && r.Period.End >= command.From && source.FindReport(r.Id) is null)
            .Where(r => source.IsLead(r.Unit, r.Period.End) || (target.IsLead(r.Unit, r.Period.End) && source.ResponsibleOn(r.Period.End).Any(s => s is { Role: Role.Lead, Unit: { } lead } && target.IsLead(lead, r.Period.End))))
            .MaxBy(r => r.Period.End);

    private static (decimal? Here, decimal? There) TotalsBefore(Commitment source, Commitment target, LinkCommitments command)
    {
        if (source.Measure!.Kind != MeasureKind.Cumulative || source.ResponsibleOn(command.From).FirstOrDefault(r => r.Role == Role.Lead)?.Unit is not { } lead)
            return (null, null);
        var period = new Period(command.From, source.PeriodOn(command.From).End);
        return (source.ReportBefore(lead, period)?.Total, target.ReportBefore(lead, period)?.Total);
    }

    public static Refusal AlreadyLinked(DateOnly from) => new(
        "already_linked", $"自 {from:yyyy-MM-dd} 起已关联", $"they are linked from {from:yyyy-MM-dd} on", "/to");

    public static Refusal UnitDoesNotAnswer(string unit) => new(
        "link_unit_does_not_answer", $"{unit} 在那里既非牵头也非分解成员", $"{unit} neither leads there nor is a member of its division", "/to");
}

/// <summary>取消关联: from a day on reports count no more at the other end. What counted before stays and follows its source.</summary>
public sealed record UnlinkCommitments(Guid Link, DateOnly On, string Reason)
{
    /// <returns>What is recorded of the source and of the target, or the decision that nothing is.</returns>
    public static (Decision Decision, IReadOnlyList<object> OfTarget) Decide(Commitment source, Commitment target, UnlinkCommitments command)
    {
        if (source.Links.Find(l => l.Id == command.Link && l.End == LinkEnd.CountsIn) is not { } link)
            return (Decision.No(new Refusal("link_unknown", "没有这个关联", "there is no such link")), []);
        if (link.Until is not null)
            return (link.Until == command.On ? Decision.Done : Decision.No(new Refusal("link_ended", $"已于 {link.Until:yyyy-MM-dd} 取消", $"it ended on {link.Until:yyyy-MM-dd}", "/on")), []);
        if (command.On < link.From)
            return (Decision.No(new Refusal("dates_reversed", "取消日期早于关联日期", "it cannot end before it began", "/on")), []);

        var ended = new CountingUnlinked(command.Link, command.On, command.Reason);
        object[] takenBack =
        [
            .. target.Reports
                .Where(r => r.CountedFrom == source.Id && r.Status != ReportStatus.Withdrawn && link.Covers(r.Period) && r.Period.Start >= command.On)
                .Select(r => ReportCounted.Of(link, source.Id, r with { Status = ReportStatus.Withdrawn, VerifiedTotal = null, ReturnReason = null }, null)),
        ];
        return (Decision.Of(ended), [ended, .. takenBack]);
    }
}
