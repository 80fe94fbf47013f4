using System.Text;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Tests;

/// <summary>Given events, when a command, then events, a refusal or nothing.</summary>
public abstract class CommitmentSpecs
{
    private protected static Situation Given(params object[] events) => new(events);
}

internal sealed record Situation(IReadOnlyList<object> Events)
{
    /// <summary>Long after the year unless a test says when.</summary>
    public DateOnly Today { get; init; } = new(2015, 1, 10);

    public Rules Rules { get; init; } = Rules.Default;

    public UnitDirectory Directory { get; init; } = World.Known;

    public ReportingSchedule Schedule { get; init; } = ReportingSchedule.Empty;

    /// <summary>The units the supervisor acts for.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    public Situation SupervisedBy(params string[] offices) => this with { Offices = offices };

    public Situation On(DateOnly today) => this with { Today = today };

    public Situation Under(Rules rules) => this with { Rules = rules };

    public Situation Knowing(UnitDirectory directory) => this with { Directory = directory };

    public Situation By(ReportingSchedule schedule) => this with { Schedule = schedule };

    public Outcome When(object command) => new(this, command, Decide(command));

    public Decision Decide(object command)
    {
        var state = World.Fold(Events);
        var at = World.At(Today);
        return command switch
        {
            ReportProgress c => ReportProgress.Decide(state, c, Directory, Schedule, at),
            CorrectProgress c => CorrectProgress.Decide(state, c, Schedule, at),
            WithdrawProgress c => WithdrawProgress.Decide(state, c, Schedule, at),
            VerifyProgress c => VerifyProgress.Decide(state, c, Schedule),
            ReviewProgress c => ReviewProgress.Decide(state, c, at),
            ReturnToMember c => ReturnToMember.Decide(state, c, at),
            ReportClasses c => ReportClasses.Decide(state, c, Schedule, at),
            ReturnProgress c => ReturnProgress.Decide(state, c),
            ReviseTarget c => ReviseTarget.Decide(state, c, Rules.ApproxTolerancePercent),
            RevisePeriod c => RevisePeriod.Decide(state, c),
            RestateCommitment c => RestateCommitment.Decide(state, c),
            ReassignResponsibility c => ReassignResponsibility.Decide(state, c, Directory),
            ApportionTarget c => ApportionTarget.Decide(state, c, Directory, at),
            PlanNode c => PlanNode.Decide(state, c, at),
            SuspendCommitment c => SuspendCommitment.Decide(state, c, at),
            ResumeCommitment c => ResumeCommitment.Decide(state, c, at),
            WithdrawCommitment c => WithdrawCommitment.Decide(state, c, at),
            ClaimCompletion c => ClaimCompletion.Decide(state, c, Directory, Rules, at),
            AcceptCompletion c => AcceptCompletion.Decide(state, c),
            RejectCompletion c => RejectCompletion.Decide(state, c),
            ReopenCommitment c => ReopenCommitment.Decide(state, c, at),
            AllowLateReport c => AllowLateReport.Decide(state, c, Schedule, Directory, at),
            ExcuseReport c => ExcuseReport.Decide(state, c, Directory),
            AgreeJointLead c => AgreeJointLead.Decide(state, c, Directory, Rules.ApproxTolerancePercent, at),
            AcceptSide c => AcceptSide.Decide(state, c, Offices),
            RejectSide c => RejectSide.Decide(state, c, Offices),
            ReceiveCounterpartFigure c => ReceiveCounterpartFigure.Decide(state, c),
            _ => throw new ArgumentException(command.GetType().Name, nameof(command)),
        };
    }
}

internal sealed record Outcome(Situation Situation, object Command, Decision Decision)
{
    /// <summary>
    /// These events and no others, compared as they are stored. Whatever was recorded must fold, and the same command on top
    /// of it must have no further effect: every command is safe to repeat.
    /// </summary>
    public Situation Then(params object[] events)
    {
        var recorded = Decision.ShouldBeOfType<Decision.Record>(Told()).Events;
        recorded.Select(Stored).ShouldBe(events.Select(Stored));

        var after = Situation with { Events = [.. Situation.Events, .. recorded] };
        after.Decide(Command).ShouldNotBeOfType<Decision.Record>($"{Command} has an effect each time it is repeated");
        return after;
    }

    public void ThenNothing() => Decision.ShouldBeOfType<Decision.Nothing>(Told());

    /// <summary>All reasons at once, as "code at member".</summary>
    public void ThenRefused(params string[] reasons)
        => Decision.ShouldBeOfType<Decision.Refuse>(Told()).Reasons.Select(r => r.Member is null ? r.Code : $"{r.Code} at {r.Member}").ShouldBe(reasons, ignoreOrder: true);

    private static string Stored(object e) => $"{EventCatalog.AliasOf(e)} {Encoding.UTF8.GetString(EventCatalog.Write(e))}";

    private string Told() => Decision switch
    {
        Decision.Record r => string.Join('\n', r.Events.Select(Stored)),
        Decision.Refuse r => string.Join('\n', r.Reasons),
        _ => "nothing",
    };
}
