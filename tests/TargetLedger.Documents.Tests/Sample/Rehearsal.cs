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

namespace TargetLedger.Documents.Tests.Sample;

/// <summary>Plays a year script through the decisions alone: no store, no HTTP.</summary>
internal sealed class Rehearsal
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("CST", TimeSpan.FromHours(8), "CST", "CST");

    private readonly Dictionary<string, Commitment> _commitments = new(StringComparer.Ordinal);
    private readonly UnitDirectory _directory;
    private readonly PlanFile _plan;
    private RulesBook _rules = RulesBook.Empty;
    private ReportingSchedule _schedule = ReportingSchedule.Empty;
    private long _position;

    public Rehearsal(PlanFile plan)
    {
        _plan = plan;
        _directory = new(
            plan.Units.ToDictionary(u => u.Code, u => new Unit(u.Code, u.Name, u.Kind, u.Aliases ?? [], u.CreditCode, u.RegionCode, 1), StringComparer.Ordinal),
            plan.Groups.ToDictionary(g => g.Code, g => new UnitGroup(g.Code, g.Name, g.Open, [.. g.Members.Select(m => new Membership(m.Unit, m.From, m.To))], 1), StringComparer.Ordinal));
        foreach (var section in plan.Sections)
        {
            foreach (var task in section.Tasks)
            {
                for (var i = 0; i < task.Commitments.Count; i++)
                    Make(section, task, i + 1, task.Commitments[i], plan.Plan.IssuedOn);
            }
        }
    }

    /// <summary>What the decisions refused, or did not need: a script should have none of either.</summary>
    public List<string> Refused { get; } = [];

    public IReadOnlyDictionary<string, Light> LightsOn(DateOnly day)
        => _commitments.ToDictionary(c => c.Key, c => Judgement.Of(c.Value, day, _rules.On(day, _plan.Plan.Code), _directory).Verdict.Light, StringComparer.Ordinal);

    public IReadOnlyList<(string Commitment, DueReport Due)> DueOn(DateOnly day)
        => [.. _commitments.SelectMany(c => DueReports.Of(c.Value, day, _schedule, _directory).Select(d => (c.Key, d)))];

    public IReadOnlyList<Warning> SignsOn(DateOnly day)
    {
        var signs = new WarningSigns(day);
        foreach (var commitment in _commitments.Values)
            signs.Add(commitment, _schedule);
        return signs.ToList(_schedule.VerificationOn(day).Warnings);
    }

    public void Play(Step step)
    {
        var at = Moment.Of(step.At, Zone);
        if (step.Act is Act.AdoptRules or Act.LiftPlanRules)
        {
            var decision = step.Act == Act.AdoptRules ? RulesBook.Adopt(_rules, Command<RulesAdopted>(step)) : RulesBook.Lift(_rules, Command<PlanRulesLifted>(step));
            Record(step, at, decision, e => _rules = RulesBook.Evolve(_rules, e));
            return;
        }

        if (step.Act is Act.AnnounceCalendar or Act.AdoptReportingTerms or Act.AdoptVerificationTerms)
        {
            var decision = step.Act switch
            {
                Act.AnnounceCalendar => ReportingSchedule.Announce(_schedule, Command<CalendarAnnounced>(step)),
                Act.AdoptReportingTerms => ReportingSchedule.Adopt(_schedule, Command<ReportingTermsAdopted>(step)),
                _ => VerificationTermsAdopted.Adopt(_schedule, Command<VerificationTermsAdopted>(step)),
            };
            Record(step, at, decision, e => _schedule = ReportingSchedule.Evolve(_schedule, e));
            return;
        }

        if (step.Act == Act.AddCommitment)
        {
            Add(step, at);
            return;
        }

        if (step.Act == Act.VerifyMany)
        {
            VerifyMany(step, at);
            return;
        }

        if (step.Act == Act.DrawSample)
        {
            var population = Command<SamplePopulation>(step, "reason", "size", "seed") with { Position = _position };
            SampledReport[] reports = [.. _commitments.Values.SelectMany(c => c.Reports.Where(population.Holds).Select(r => new SampledReport(c.Id, r.Id, r.Position)))];
            Record(step, at, DrawSample.Decide(Command<DrawSample>(step, "status", "plan", "section", "unit", "from", "to"), population, reports), _ => { });
            return;
        }

        var commitment = _commitments[step.Commitment!];
        if (step.Act == Act.Link)
        {
            Link(step, commitment, at);
            return;
        }

        if (step.Act == Act.Unlink)
        {
            Unlink(step, commitment, at);
            return;
        }

        Record(step, at, Decide(step, commitment, at), e => Evolve(step.Commitment!, e));
    }

    /// <summary>What is recorded of a report is recorded where it counts too, as the server does.</summary>
    private void Evolve(string number, Recorded recorded)
    {
        var commitment = _commitments[number] = Commitment.Evolve(_commitments[number].Id, _commitments[number], recorded);
        if (CountedElsewhere.ReportOf(recorded.Event) is not { } report)
            return;
        foreach (var link in commitment.Links.Where(l => l.End == LinkEnd.CountsIn))
        {
            var other = _commitments.Single(c => c.Value.Id == link.Other);
            foreach (var e in CountedElsewhere.Follow(link, commitment, other.Value, [report], _directory))
                Evolve(other.Key, recorded with { Event = e, Position = ++_position });
        }
    }

    private void Add(Step step, Moment at)
    {
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body.Remove("task", out var number);
        var (section, task) = _plan.Sections.SelectMany(s => s.Tasks.Select(t => (s, t))).Single(t => t.t.Number == number!.GetValue<string>());
        var ordinal = 1;
        while (_commitments.ContainsKey($"{task.Number}-{ordinal}"))
            ordinal++;
        Make(section, task, ordinal, body.Deserialize<PlanFileCommitment>(LedgerJson.Options)!, at.Day);
    }

    private void Link(Step step, Commitment source, Moment at)
    {
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        body.Remove("to", out var to);
        body["link"] = StreamIds.NameBased(step.Label!).ToString();
        var number = to!.GetValue<string>().Split(':')[1];
        var (decision, ofTarget) = LinkCommitments.Decide(
            source, _commitments[number], new HashSet<string>(), body.Deserialize<LinkCommitments>(LedgerJson.Options)!, _directory);
        Record(step, at, decision, e => Evolve(step.Commitment!, e));
        if (decision is Decision.Record)
            Record(step, at, Decision.Of([.. ofTarget]), e => Evolve(number, e));
    }

    private void Unlink(Step step, Commitment source, Moment at)
    {
        var link = source.Links.Single(l => l.Id == StreamIds.NameBased(step.Of!));
        var target = _commitments.Values.Single(c => c.Id == link.Other);
        var (decision, ofTarget) = UnlinkCommitments.Decide(
            source, target, new(link.Id, DateOnly.Parse(step.Body.GetProperty("on").GetString()!, CultureInfo.InvariantCulture), step.Body.GetProperty("reason").GetString()!));
        Record(step, at, decision, e => Evolve(source.Number, e));
        Record(step, at, Decision.Of([.. ofTarget]), e => Evolve(target.Number, e));
    }

    private Decision Decide(Step step, Commitment commitment, Moment at) => step.Act switch
    {
        Act.Report => ReportProgress.Decide(commitment, Command<ReportProgress>(step), _directory, _schedule, at),
        Act.Correct => CorrectProgress.Decide(commitment, Command<CorrectProgress>(step), _schedule, at),
        Act.Withdraw => WithdrawProgress.Decide(commitment, Command<WithdrawProgress>(step), _schedule, at),
        Act.Verify => VerifyProgress.Decide(commitment, Command<VerifyProgress>(step), _schedule),
        Act.ReviewReport => ReviewProgress.Decide(commitment, Command<ReviewProgress>(step), at),
        Act.ReturnToMember => ReturnToMember.Decide(commitment, Command<ReturnToMember>(step), at),
        Act.ReportClasses => ReportClasses.Decide(commitment, Command<ReportClasses>(step), _schedule, at),
        Act.Return => ReturnProgress.Decide(commitment, Command<ReturnProgress>(step)),
        Act.ReviseTarget => ReviseTarget.Decide(commitment, Command<ReviseTarget>(step), _rules.On(at.Day, _plan.Plan.Code).ApproxTolerancePercent),
        Act.RevisePeriod => RevisePeriod.Decide(commitment, Command<RevisePeriod>(step)),
        Act.Reassign => ReassignResponsibility.Decide(commitment, Command<ReassignResponsibility>(step), _directory),
        Act.Apportion => ApportionTarget.Decide(commitment, Command<ApportionTarget>(step), _directory, at),
        Act.Suspend => SuspendCommitment.Decide(commitment, Command<SuspendCommitment>(step), at),
        Act.Resume => ResumeCommitment.Decide(commitment, Command<ResumeCommitment>(step), at),
        Act.Claim => ClaimCompletion.Decide(commitment, Command<ClaimCompletion>(step), _directory, _rules.On(at.Day, _plan.Plan.Code), at),
        Act.Accept => AcceptCompletion.Decide(commitment, Command<AcceptCompletion>(step)),
        Act.Reject => RejectCompletion.Decide(commitment, Command<RejectCompletion>(step)),
        Act.Reopen => ReopenCommitment.Decide(commitment, Command<ReopenCommitment>(step), at),
        Act.PlanNode => PlanNode.Decide(commitment, Command<PlanNode>(step), at),
        Act.AllowLateReport => AllowLateReport.Decide(commitment, Command<AllowLateReport>(step), _schedule, _directory, at),
        Act.ExcuseReport => ExcuseReport.Decide(commitment, Command<ExcuseReport>(step), _directory),
        Act.AgreeJointLead => AgreeJointLead.Decide(commitment, Command<AgreeJointLead>(step), _directory, _rules.On(at.Day, _plan.Plan.Code).ApproxTolerancePercent, at),
        Act.ReceiveCounterpart => ReceiveCounterpartFigure.Decide(commitment, Command<ReceiveCounterpartFigure>(step)),
        Act.AcceptSide => AcceptSide.Decide(commitment, Command<AcceptSide>(step), [step.As.Split(':')[^1]]),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Act, "unknown act"),
    };

    private void VerifyMany(Step step, Moment at)
    {
        var wanted = step.Reports!.Select((label, i) => (Place: i, Report: StreamIds.NameBased(label)))
            .Select(w => (w.Place, Stream: _commitments.First(c => c.Value.FindReport(w.Report) is not null).Key, Command: new VerifyProgress(w.Report, null, step.Body.GetProperty("comment").GetString())))
            .ToList();
        var (streams, refusals) = VerifyReports.Decide(_commitments, wanted, _schedule, at);
        if (refusals.Count > 0)
            Record(step, at, Decision.No(refusals), _ => { });
        foreach (var (number, events) in streams)
            Record(step, at, new Decision.Record(events), e => _commitments[number] = Commitment.Evolve(_commitments[number].Id, _commitments[number], e));
    }

    private void Record(Step step, Moment at, Decision decision, Action<Recorded> evolve)
    {
        if (decision is not Decision.Record record)
        {
            Refused.Add($"{step.At:O} {step.Act} {step.Commitment} {decision switch { Decision.Refuse no => string.Join("; ", no.Reasons.Select(r => $"{r.Code} {r.Member} {r.En}")), _ => "nothing to do" }}");
            return;
        }

        foreach (var e in record.Events)
        {
            _position++;
            evolve(new(e, _position, _position, at, step.As));
        }
    }

    /// <summary>The body as the command, with the report's id put in where one is meant.</summary>
    /// <param name="without">Members that are another command's.</param>
    private static T Command<T>(Step step, params string[] without)
    {
        var body = JsonNode.Parse(step.Body.GetRawText())!.AsObject();
        foreach (var member in without)
            body.Remove(member);
        if (typeof(T) == typeof(SamplePopulation))
            body["position"] = 0;
        if ((step.Label ?? step.Of) is { } label)
            body["report"] = StreamIds.NameBased(label).ToString();
        return body.Deserialize<T>(LedgerJson.Options)!;
    }

    private void Make(PlanFileSection section, PlanFileTask task, int ordinal, PlanFileCommitment from, DateOnly on)
    {
        var plan = _plan;
        var number = $"{task.Number}-{ordinal}";
        var made = new CommitmentMade(
            plan.Plan.Code, section.Number, task.Number, ordinal, number, from.Title, from.Period ?? plan.Plan.Period, from.Cadence, from.Strength,
            from.Responsible ?? task.Responsible, from.Nodes ?? [], plan.Plan.Sources, from.Measure,
            from.Target is null ? null : TargetRules.Freeze(from.Target, Rules.Default.ApproxTolerancePercent), from.PaceStart, from.Apportionment);
        _commitments[number] = Commitment.Evolve(StreamIds.Commitment(plan.Plan.Code, number), null, new(made, ++_position, 1, new(DateTimeOffset.UnixEpoch, on), "keeper"));
    }
}
