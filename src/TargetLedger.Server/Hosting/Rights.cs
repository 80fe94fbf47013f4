using System.Collections.Frozen;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;

namespace TargetLedger.Server.Hosting;

/// <summary>What an endpoint asks of a caller's role.</summary>
internal enum Right
{
    KeepLists,
    ReadLists,
    AdoptRules,
    ReadRules,
    Report,
    Supervise,
    ReadBoards,
    ReadQueue,
    ReadLedger,
    KeepPosts,
    ReadInbox,
    ReadSubmissionRules,
    Remind,
}

/// <summary>
/// The one place that decides rights: role by right, then the units a caller acts for against what it wants to touch.
/// What is not listed is denied.
/// </summary>
internal static class Rights
{
    private static readonly FrozenDictionary<Right, CallerRole[]> Table = new Dictionary<Right, CallerRole[]>
    {
        [Right.KeepLists] = [CallerRole.ListKeeper],
        [Right.ReadLists] = [CallerRole.ListKeeper, CallerRole.Supervisor, CallerRole.Auditor],
        [Right.AdoptRules] = [CallerRole.ListKeeper, CallerRole.Administrator],
        [Right.ReadRules] = [CallerRole.ListKeeper, CallerRole.Supervisor, CallerRole.Auditor, CallerRole.Administrator],
        [Right.Report] = [CallerRole.ResponsibleUnit],
        [Right.Supervise] = [CallerRole.Supervisor],
        [Right.ReadBoards] = [CallerRole.ListKeeper, CallerRole.ResponsibleUnit, CallerRole.Supervisor, CallerRole.Auditor],
        [Right.ReadQueue] = [CallerRole.ListKeeper, CallerRole.Supervisor, CallerRole.Auditor],
        [Right.ReadLedger] = [CallerRole.Auditor],
        [Right.KeepPosts] = [CallerRole.ResponsibleUnit, CallerRole.ListKeeper],
        [Right.ReadInbox] = [CallerRole.ListKeeper, CallerRole.ResponsibleUnit, CallerRole.Supervisor],
        [Right.ReadSubmissionRules] = [CallerRole.ListKeeper, CallerRole.ResponsibleUnit, CallerRole.Supervisor, CallerRole.Auditor, CallerRole.Administrator],
        [Right.Remind] = [CallerRole.Supervisor, CallerRole.ResponsibleUnit],
    }.ToFrozenDictionary();

    public static bool Allows(CallerRole role, Right right)
        => Table.TryGetValue(right, out var roles) && roles.Contains(role);

    public static IReadOnlyList<CallerRole> RolesFor(Right right) => Table[right];

    /// <summary>A unit sees its own; everybody else who may read boards sees all of them.</summary>
    public static bool SeesAllUnits(Caller caller)
        => caller.Role != CallerRole.ResponsibleUnit && Allows(caller.Role, Right.ReadBoards);

    public static bool MaySeeUnit(Caller caller, string unit) => SeesAllUnits(caller) || caller.ActsFor(unit);

    /// <summary>A unit sees what it answers for today, and what it once reported on.</summary>
    public static bool MaySee(Caller caller, Commitment commitment, UnitDirectory directory, DateOnly today)
        => SeesAllUnits(caller)
           || (Allows(caller.Role, Right.ReadBoards)
               && caller.Units.Any(u => commitment.AnswersFor(u, today, directory) || commitment.Reports.Exists(r => r.Unit == u)));

    /// <summary>
    /// Who answered at the period's end reports on it: after a change of units the one that leaves still owes the last
    /// period, and the one that comes does not report its predecessor's.
    /// </summary>
    public static bool MayReport(Caller caller, Commitment commitment, UnitDirectory directory, string unit, Period period)
        => Allows(caller.Role, Right.Report) && caller.ActsFor(unit) && commitment.AnswersFor(unit, period.End, directory);

    /// <summary>A report belongs to the unit that made it, whoever answers for the commitment by now.</summary>
    public static bool MayCorrect(Caller caller, Report report)
        => Allows(caller.Role, Right.Report) && caller.ActsFor(report.Unit);

    public static bool MayClaim(Caller caller, Commitment commitment, string unit, DateOnly today)
        => Allows(caller.Role, Right.Report) && caller.ActsFor(unit) && commitment.IsLead(unit, today);

    /// <summary>That nobody verifies or returns what a unit of his own reported has a refusal of its own.</summary>
    public static bool MayJudge(Caller caller) => Allows(caller.Role, Right.Supervise);

    /// <summary>Whoever acts for a unit that leads reviews what others report; whether it does is the decision's to say.</summary>
    public static bool MayReview(Caller caller, string lead) => Allows(caller.Role, Right.Report) && caller.ActsFor(lead);

    /// <summary>
    /// A supervisor phones any unit but his own. A unit phones the members of what it leads, as it reviews their reports; each commitment has
    /// to be named, so that it is not asked about others.
    /// </summary>
    /// <param name="about">The commitments named, each with its groups; null in place of one that is not there.</param>
    public static bool MayRemind(Caller caller, string unit, DateOnly cutoff, IReadOnlyList<CommitmentInView?> about, DateOnly today)
        => Allows(caller.Role, Right.Remind)
           && !caller.ActsFor(unit)
           && (caller.Role != CallerRole.ResponsibleUnit
               || (about.Count > 0 && about.All(c => c is not null && c.Commitment.IsMember(unit, cutoff, c.Directory) && caller.Units.Any(u => c.Commitment.IsLead(u, today)))));

    /// <summary>Nobody gives leave to a unit of his own; to all units of a commitment only who acts for none.</summary>
    public static bool MayGiveLeave(Caller caller, string? unit)
        => Allows(caller.Role, Right.Supervise) && (unit is null ? caller.Units.Count == 0 : !caller.ActsFor(unit));

    /// <summary>Nobody accepts, rejects or reopens what a unit of his own leads.</summary>
    public static bool MayCloseOut(Caller caller, Commitment commitment, DateOnly today)
        => Allows(caller.Role, Right.Supervise) && !caller.Units.Any(u => commitment.IsLead(u, today));

    /// <summary>A unit says who holds its posts; so does the office that keeps the lists, for every unit.</summary>
    public static bool MayKeepPosts(Caller caller, string unit)
        => Allows(caller.Role, Right.KeepPosts) && (caller.Role != CallerRole.ResponsibleUnit || caller.ActsFor(unit));

    /// <summary>Names and telephone numbers of people: the unit's own, and supervisors who have to phone. A lead gets those it has to phone with its list.</summary>
    public static bool MayReadContacts(Caller caller, string unit) => Allows(caller.Role, Right.Supervise) || caller.ActsFor(unit);

    /// <summary>Drafts belong to a unit; that one exists is nobody else's business.</summary>
    public static bool MayTouchDraft(Caller caller, string unit) => Allows(caller.Role, Right.Report) && caller.ActsFor(unit);
}
