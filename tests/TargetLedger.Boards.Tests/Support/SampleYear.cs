using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Documents.YearScripts;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;
using TargetLedger.Testing;

namespace TargetLedger.Boards.Tests;

/// <summary>Plays the sample's year into an office through the decisions, step by step with the clock.</summary>
internal sealed class SampleYear(Office office)
{
    private static readonly UnitDirectory Directory = new(
        SampleFiles.Plan.Units.ToDictionary(u => u.Code, u => new Unit(u.Code, u.Name, u.Kind, u.Aliases ?? [], null, null, 1), StringComparer.Ordinal),
        SampleFiles.Plan.Groups.ToDictionary(g => g.Code, g => new UnitGroup(g.Code, g.Name, g.Open, [.. g.Members.Select(m => new Membership(m.Unit, m.From, m.To))], 1), StringComparer.Ordinal));

    private RulesBook rules = RulesBook.Empty;
    private ReportingSchedule schedule = ReportingSchedule.Empty;

    /// <param name="afterStep">Called with the number of steps taken so far.</param>
    public async Task PlayAsync(Func<int, Task> afterStep)
    {
        var steps = PlainSteps.Of(SampleFiles.Year);
        for (var i = 0; i < steps.Count; i++)
        {
            await PlayAsync(steps[i]);
            await afterStep(i + 1);
        }
    }

    private async Task PlayAsync(Step step)
    {
        office.Clock.Now = step.At;
        var at = Moment.Of(step.At, LedgerZone.Default);
        if (step.Act == Act.AdoptRules)
        {
            var adopted = Command<RulesAdopted>(step);
            rules = RulesBook.Evolve(rules, new(adopted, 0, rules.Version + 1, at, step.As));
            await office.RecordAsync(StreamIds.Rules, adopted);
            return;
        }

        if (step.Act is Act.AnnounceCalendar or Act.AdoptReportingTerms)
        {
            object announced = step.Act == Act.AnnounceCalendar ? Command<CalendarAnnounced>(step) : Command<ReportingTermsAdopted>(step);
            schedule = ReportingSchedule.Evolve(schedule, new(announced, 0, schedule.Version + 1, at, step.As));
            await office.RecordAsync(StreamIds.Schedule, announced);
            return;
        }

        var stream = Office.Commitment(step.Commitment!);
        var history = await office.Ledger.Reader.ReadStreamAsync(stream);
        var commitment = Commitment.Fold(stream, history.Select(e => RecordedEvent.Of(e, LedgerZone.Default)))!;
        await office.RecordAsync(stream, [.. Decide(step, commitment, at).ShouldBeOfType<Decision.Record>().Events]);
    }

    private Decision Decide(Step step, Commitment commitment, Moment at) => step.Act switch
    {
        Act.Report => ReportProgress.Decide(commitment, Command<ReportProgress>(step), Directory, schedule, at),
        Act.Correct => CorrectProgress.Decide(commitment, Command<CorrectProgress>(step), schedule, at),
        Act.Withdraw => WithdrawProgress.Decide(commitment, Command<WithdrawProgress>(step), schedule, at),
        Act.Verify => VerifyProgress.Decide(commitment, Command<VerifyProgress>(step)),
        Act.Return => ReturnProgress.Decide(commitment, Command<ReturnProgress>(step)),
        Act.ReviseTarget => ReviseTarget.Decide(commitment, Command<ReviseTarget>(step), rules.On(at.Day).ApproxTolerancePercent),
        Act.RevisePeriod => RevisePeriod.Decide(commitment, Command<RevisePeriod>(step)),
        Act.Reassign => ReassignResponsibility.Decide(commitment, Command<ReassignResponsibility>(step), Directory),
        Act.Apportion => ApportionTarget.Decide(commitment, new(Command<Apportionment>(step)), Directory, at),
        Act.Suspend => SuspendCommitment.Decide(commitment, Command<SuspendCommitment>(step), at),
        Act.Resume => ResumeCommitment.Decide(commitment, Command<ResumeCommitment>(step), at),
        Act.Claim => ClaimCompletion.Decide(commitment, Command<ClaimCompletion>(step), Directory, rules.On(at.Day), at),
        Act.Accept => AcceptCompletion.Decide(commitment, Command<AcceptCompletion>(step)),
        Act.Reject => RejectCompletion.Decide(commitment, Command<RejectCompletion>(step)),
        Act.Reopen => ReopenCommitment.Decide(commitment, Command<ReopenCommitment>(step), at),
        Act.PlanNode => PlanNode.Decide(commitment, Command<PlanNode>(step)),
        Act.AllowLateReport => AllowLateReport.Decide(commitment, Command<AllowLateReport>(step), schedule, Directory, at),
        Act.ExcuseReport => ExcuseReport.Decide(commitment, Command<ExcuseReport>(step), Directory),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Act, "unknown act"),
    };

    /// <summary>The body as the command, with the report's id put in where one is meant.</summary>
    private static T Command<T>(Step step)
    {
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        if ((step.Label ?? step.Of) is { } label)
            body["report"] = StreamIds.NameBased(label).ToString();
        return body.Deserialize<T>(LedgerJson.Options)!;
    }
}
