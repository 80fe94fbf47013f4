using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.YearScripts;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
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

    private static readonly string Plan = StreamIds.Plan(SampleFiles.Plan.Plan.Code);

    private readonly Dictionary<string, string> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> added = new(StringComparer.Ordinal);
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
        if (step.Act is Act.AdoptRules or Act.LiftPlanRules)
        {
            object adopted = step.Act == Act.AdoptRules
                ? Command<RulesAdopted>(step) is var own && own.Plan is null ? own : own with { Plan = Plan }
                : Command<PlanRulesLifted>(step) with { Plan = Plan };
            rules = RulesBook.Evolve(rules, new(adopted, 0, rules.Version + 1, at, step.As));
            await office.RecordAsync(StreamIds.Rules, adopted);
            return;
        }

        if (step.Act is Act.AnnounceCalendar or Act.AdoptReportingTerms or Act.AdoptVerificationTerms)
        {
            object announced = step.Act switch
            {
                Act.AnnounceCalendar => Command<CalendarAnnounced>(step),
                Act.AdoptReportingTerms => Command<ReportingTermsAdopted>(step),
                _ => Command<VerificationTermsAdopted>(step),
            };
            schedule = ReportingSchedule.Evolve(schedule, new(announced, 0, schedule.Version + 1, at, step.As));
            await office.RecordAsync(StreamIds.Schedule, announced);
            return;
        }

        if (step.Act == Act.AddCommitment)
        {
            await AddAsync(step, at);
            return;
        }

        if (step.Label is not null)
            labels[step.Label] = step.Commitment!;
        if (step.Act == Act.VerifyMany)
        {
            await VerifyManyAsync(step, at);
            return;
        }

        if (step.Act == Act.DrawSample)
        {
            var population = new SamplePopulation(await office.Ledger.Reader.HeadAsync());
            var reports = new List<SampledReport>();
            foreach (var named in labels.Values.Distinct(StringComparer.Ordinal).Select(Office.Commitment))
                reports.AddRange((await FoldAsync(named)).Reports.Where(population.Holds).Select(r => new SampledReport(named, r.Id, r.Position)));
            var wish = new DrawSample(step.Body.GetProperty("reason").GetString()!, step.Body.GetProperty("size").GetInt32(), "1");
            await office.RecordAsync(StreamIds.Sample(StreamIds.NameBased($"{step.At:O}")), [.. DrawSample.Decide(wish, population, reports).ShouldBeOfType<Decision.Record>().Events]);
            return;
        }

        var stream = Office.Commitment(step.Commitment!);
        var commitment = await FoldAsync(stream);
        if (step.Act == Act.Link)
        {
            await LinkAsync(step, commitment);
            return;
        }

        if (step.Act == Act.Unlink)
        {
            await UnlinkAsync(step, commitment);
            return;
        }

        object[] events = [.. Decide(step, commitment, at).ShouldBeOfType<Decision.Record>().Events];
        await office.RecordAsync(stream, events);
        // What is recorded of a report is recorded where it counts too, as the server does.
        foreach (var link in commitment.Links.Where(l => l.End == LinkEnd.CountsIn))
        {
            object[] counted =
            [
                .. CountedElsewhere.Follow(link, await FoldAsync(stream), await FoldAsync(link.Other), events.Select(CountedElsewhere.ReportOf).OfType<Guid>(), Directory),
            ];
            if (counted.Length > 0)
                await office.RecordAsync(link.Other, counted);
        }
    }

    private async Task<Commitment> FoldAsync(string stream)
        => Commitment.Fold(stream, (await office.Ledger.Reader.ReadStreamAsync(stream)).Select(e => RecordedEvent.Of(e, LedgerZone.Default)))!;

    private async Task AddAsync(Step step, Moment at)
    {
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body.Remove("task", out var number);
        var plan = SampleFiles.Plan;
        var (section, task) = plan.Sections.SelectMany(s => s.Tasks.Select(t => (s, t))).Single(t => t.t.Number == number!.GetValue<string>());
        var ordinal = task.Commitments.Count + (added[task.Number] = added.GetValueOrDefault(task.Number) + 1);
        var made = PlanImport.Made(
            StreamIds.Plan(plan.Plan.Code), plan.Plan.Period, plan.Plan.Sources, section.Number, task.Number, task.Responsible, ordinal,
            body.Deserialize<PlanFileCommitment>(LedgerJson.Options)!, rules.On(at.Day, Plan));
        await office.RecordAsync(Office.Commitment(made.Number), made);
    }

    private async Task LinkAsync(Step step, Commitment source)
    {
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body.Remove("to", out var to);
        body["link"] = StreamIds.NameBased(step.Label!).ToString();
        var target = await FoldAsync(CommitmentReference.ToStream(to!.GetValue<string>())!);
        var (decision, ofTarget) = LinkCommitments.Decide(source, target, new HashSet<string>(), body.Deserialize<LinkCommitments>(LedgerJson.Options)!, Directory);
        await office.RecordAsync(source.Id, [.. decision.ShouldBeOfType<Decision.Record>().Events]);
        await office.RecordAsync(target.Id, [.. ofTarget]);
    }

    private async Task UnlinkAsync(Step step, Commitment source)
    {
        var link = source.Links.Single(l => l.Id == StreamIds.NameBased(step.Of!));
        var (decision, ofTarget) = UnlinkCommitments.Decide(
            source, await FoldAsync(link.Other), new(link.Id, DateOnly.Parse(step.Body.GetProperty("on").GetString()!, CultureInfo.InvariantCulture), step.Body.GetProperty("reason").GetString()!));
        await office.RecordAsync(source.Id, [.. decision.ShouldBeOfType<Decision.Record>().Events]);
        await office.RecordAsync(link.Other, [.. ofTarget]);
    }

    private async Task VerifyManyAsync(Step step, Moment at)
    {
        var commitments = new Dictionary<string, Commitment>(StringComparer.Ordinal);
        foreach (var stream in step.Reports!.Select(l => Office.Commitment(labels[l])).Distinct(StringComparer.Ordinal))
            commitments[stream] = Commitment.Fold(stream, (await office.Ledger.Reader.ReadStreamAsync(stream)).Select(e => RecordedEvent.Of(e, LedgerZone.Default)))!;
        var wanted = step.Reports!.Select((l, i) => (i, Office.Commitment(labels[l]), new VerifyProgress(StreamIds.NameBased(l)))).ToList();
        var (streams, refusals) = VerifyReports.Decide(commitments, wanted, schedule, at);
        refusals.ShouldBeEmpty();
        foreach (var (stream, events) in streams)
            await office.RecordAsync(stream, [.. events]);
    }

    private Decision Decide(Step step, Commitment commitment, Moment at) => step.Act switch
    {
        Act.Report => ReportProgress.Decide(commitment, Command<ReportProgress>(step), Directory, schedule, at),
        Act.Correct => CorrectProgress.Decide(commitment, Command<CorrectProgress>(step), schedule, at),
        Act.Withdraw => WithdrawProgress.Decide(commitment, Command<WithdrawProgress>(step), schedule, at),
        Act.Verify => VerifyProgress.Decide(commitment, Command<VerifyProgress>(step), schedule),
        Act.ReviewReport => ReviewProgress.Decide(commitment, Command<ReviewProgress>(step), at),
        Act.ReturnToMember => ReturnToMember.Decide(commitment, Command<ReturnToMember>(step), at),
        Act.ReportClasses => ReportClasses.Decide(commitment, Command<ReportClasses>(step), schedule, at),
        Act.Return => ReturnProgress.Decide(commitment, Command<ReturnProgress>(step)),
        Act.ReviseTarget => ReviseTarget.Decide(commitment, Command<ReviseTarget>(step), rules.On(at.Day, Plan).ApproxTolerancePercent),
        Act.RevisePeriod => RevisePeriod.Decide(commitment, Command<RevisePeriod>(step)),
        Act.Reassign => ReassignResponsibility.Decide(commitment, Command<ReassignResponsibility>(step), Directory),
        Act.Apportion => ApportionTarget.Decide(commitment, Command<ApportionTarget>(step), Directory, at),
        Act.Suspend => SuspendCommitment.Decide(commitment, Command<SuspendCommitment>(step), at),
        Act.Resume => ResumeCommitment.Decide(commitment, Command<ResumeCommitment>(step), at),
        Act.Claim => ClaimCompletion.Decide(commitment, Command<ClaimCompletion>(step), Directory, rules.On(at.Day, Plan), at),
        Act.Accept => AcceptCompletion.Decide(commitment, Command<AcceptCompletion>(step)),
        Act.Reject => RejectCompletion.Decide(commitment, Command<RejectCompletion>(step)),
        Act.Reopen => ReopenCommitment.Decide(commitment, Command<ReopenCommitment>(step), at),
        Act.PlanNode => PlanNode.Decide(commitment, Command<PlanNode>(step), at),
        Act.AllowLateReport => AllowLateReport.Decide(commitment, Command<AllowLateReport>(step), schedule, Directory, at),
        Act.ExcuseReport => ExcuseReport.Decide(commitment, Command<ExcuseReport>(step), Directory),
        Act.AgreeJointLead => AgreeJointLead.Decide(commitment, Command<AgreeJointLead>(step), Directory, rules.On(at.Day, Plan).ApproxTolerancePercent, at),
        Act.ReceiveCounterpart => ReceiveCounterpartFigure.Decide(commitment, Command<ReceiveCounterpartFigure>(step)),
        Act.AcceptSide => AcceptSide.Decide(commitment, Command<AcceptSide>(step), [step.As.Split(':')[^1]]),
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
