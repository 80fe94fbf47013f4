using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Planning;

/// <summary>责任调整: from a day on other units answer; what was reported stays with who reported it.</summary>
public sealed record ReassignResponsibility(
    IReadOnlyList<Responsibility> Responsible,
    DateOnly EffectiveFrom,
    string Reason,
    string Authority)
{
    public static Decision Decide(Commitment commitment, ReassignResponsibility command, UnitDirectory directory)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);

        List<Refusal> refusals =
        [
            .. ResponsibilityRules.Check(command.Responsible, directory).AsRefusals("/responsible"),
            .. EffectiveDates.Check(commitment, command.EffectiveFrom),
        ];
        if (commitment.Joint is { } joint && !joint.Sides.Select(s => s.Name).Order(StringComparer.Ordinal).SequenceEqual(
                command.Responsible.Where(r => r.Role == Role.Lead).Select(r => r.Side ?? "").Order(StringComparer.Ordinal), StringComparer.Ordinal))
            refusals.Add(new("sides_do_not_match", "共同牵头各方须各有牵头单位", "each side of the joint leads needs its lead", "/responsible"));
        if (ReportThatChangesHands(commitment, command) is { } report)
            refusals.Add(AlreadyReported(report));
        if (ChangesLinkedLead(commitment, command))
            refusals.Add(CountedElsewhere.EndLinkFirst("/responsible"));
        if (refusals.Count > 0)
            return Decision.No(refusals);

        return commitment.Responsible.Holds(command.EffectiveFrom, r => r.SequenceEqual(command.Responsible))
            ? Decision.Done
            : Decision.Of(new ResponsibilityReassigned(command.Responsible, command.EffectiveFrom, command.Reason, command.Authority));
    }

    /// <summary>
    /// Reports on what is linked are its lead's. Another at one end alone, and nobody could report: sent there from here, and
    /// unknown there. Where only members' reports come from elsewhere the lead of the whole is free.
    /// </summary>
    private static bool ChangesLinkedLead(Commitment commitment, ReassignResponsibility command)
    {
        var (before, after) = (LeadsAmong(commitment.ResponsibleOn(command.EffectiveFrom)), LeadsAmong(command.Responsible));
        return !before.SetEquals(after)
               && commitment.Links.Exists(l => !(l.Until <= command.EffectiveFrom) && (l.End == LinkEnd.CountsIn || l.Units.Any(u => before.Contains(u) || after.Contains(u))));
    }

    private static HashSet<string> LeadsAmong(IReadOnlyList<Responsibility> responsible)
        => [.. responsible.Where(r => r.Role == Role.Lead).Select(r => r.Unit).OfType<string>()];

    /// <summary>
    /// A report belongs to the lead's series or to its unit's own by who led at its period's end. A change of lead that
    /// reaches back over a report would take its figures out of the running total, or put another's in.
    /// </summary>
    private static Report? ReportThatChangesHands(Commitment commitment, ReassignResponsibility command)
        => commitment.Reports
            .Where(r => r.Status != ReportStatus.Withdrawn && r.Period.End >= command.EffectiveFrom)
            .Where(r => commitment.IsLead(r.Unit, r.Period.End) != command.Responsible.Any(n => n.Role == Role.Lead && n.Unit == r.Unit) || ChangesSide(commitment, r, command))
            .MaxBy(r => r.Period.End);

    private static bool ChangesSide(Commitment commitment, Report report, ReassignResponsibility command)
        => commitment.Joint is not null
           && commitment.SideOf(report.Unit, report.Period.End) != command.Responsible.FirstOrDefault(n => n.Role == Role.Lead && n.Unit == report.Unit)?.Side;

    private static Refusal AlreadyReported(Report report)
    {
        var next = report.Period.End.AddDays(1);
        return new(
            "reports_after_effective_date",
            $"截至 {report.Period.End:yyyy-MM-dd} 已有填报(第 {report.Position} 号),牵头调整最早自 {next:yyyy-MM-dd} 起生效",
            $"reports up to {report.Period.End:yyyy-MM-dd} are recorded (position {report.Position}); the lead can change from {next:yyyy-MM-dd} on",
            "/effectiveFrom");
    }
}
