using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Years as they might go: a commitment and the commands people send, sensible or not.</summary>
internal static class Stories
{
    private static readonly string[] AllUnits = [Hrss, Finance, Education, Jinjiang, Qingyang, Wuhou];

    /// <summary>The same cases in every run: a failure seen once is seen again.</summary>
    public static Config Cases(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20140604, 155);

    public static Gen<Target> Target { get; } =
        from bound in Gen.Elements(Enum.GetValues<Bound>())
        from value in Gen.Choose(2, 2_000)
        from growth in Gen.Elements(Enum.GetValues<GrowthIn>())
        select new Target(
            bound,
            value,
            "w",
            Upper: bound == Bound.Range ? value + 50 : null,
            TolerancePercent: bound == Bound.Approx ? 10 : null,
            Baseline: bound == Bound.Growth ? 400 : null,
            GrowthIn: bound == Bound.Growth ? growth : null);

    public static Gen<CommitmentMade> Made { get; } =
        from target in Target
        from level in Gen.Elements(false, false, true)
        from strength in Gen.Elements(Enum.GetValues<Strength>())
        from divided in Gen.Elements<SummingUp?>(null, null, SummingUp.LeadReports, SummingUp.MembersAddUp, SummingUp.EachForItself)
        from figure in Gen.Elements(true, true, true, false)
        from quota in Gen.Choose(1, 900)
        select figure
            ? (level ? Park : Training) with
            {
                Target = target,
                Strength = strength,
                Nodes = Scheme.Nodes,
                Apportionment = divided is { } way && !(level && way == SummingUp.MembersAddUp) ? new(way, Districts, [new(Jinjiang, quota)]) : null,
            }
            : Scheme with { Strength = strength };

    public static Gen<DateOnly> DayOfYear { get; } = Gen.Choose(0, 364).Select(d => new DateOnly(2014, 1, 1).AddDays(d));

    private static Gen<Period> ReportingPeriod { get; } =
        from first in Gen.Choose(1, 12)
        from months in Gen.Elements(1, 1, 1, 1, 2, 3)
        select Months(first, Math.Min(12, first + months - 1));

    private static Gen<decimal?> Figure { get; } = Gen.Choose(-20, 1_500).Select(n => n < 0 ? (decimal?)null : n / 2m);

    private static Gen<Guid> Report { get; } = Gen.Choose(1, 9).Select(Id);

    private static Gen<IReadOnlyList<NodeStatement>?> Statements { get; } =
        from state in Gen.Elements(Enum.GetValues<Progress>())
        from node in Gen.Elements("n1", "n2")
        from day in DayOfYear
        from given in Gen.Elements(true, false)
        select given ? (IReadOnlyList<NodeStatement>)[new(node, state, state == Progress.Completed ? day : null)] : null;

    /// <summary>Mostly the daily work: reports, their verification, their corrections.</summary>
    public static Gen<object> Command { get; } = Gen.Frequency(
        (90,
            from report in Report
            from unit in Gen.Elements(Hrss, Hrss, Hrss, Hrss, Jinjiang, Qingyang, Education, Finance)
            from period in ReportingPeriod
            from amount in Figure
            from nodes in Statements
            from idle in Gen.Choose(0, 9)
            select (object)new ReportProgress(report, unit, period, Amount: unit == Finance ? null : amount, NoProgress: idle == 0, Nodes: nodes)),
        (35,
            from report in Report
            from amount in Figure
            from nodes in Statements
            from text in Gen.Elements<ReportText?>(null, new("a"), new("b"))
            select (object)new CorrectProgress(report, "r", Amount: amount, Text: text, Nodes: nodes)),
        (8, from report in Report from total in Figure select (object)new VerifyProgress(report, total, "核减")),
        (30, Report.Select(r => (object)new VerifyProgress(r))),
        (6, Report.Select(r => (object)new ReturnProgress(r, "r"))),
        (3, Report.Select(r => (object)new WithdrawProgress(r, "r"))),
        (3, from target in Target from day in DayOfYear select (object)new ReviseTarget(target with { TolerancePercent = null }, day, "r", "a")),
        (1, from end in Gen.Choose(9, 12) from day in DayOfYear select (object)new RevisePeriod(Months(1, end), day, "r", "a")),
        (2,
            from lead in Gen.Elements(Hrss, Hrss, Education)
            from partner in Gen.Elements(AllUnits)
            from day in DayOfYear
            select (object)new ReassignResponsibility([Lead(lead), Partner(partner)], day, "r", "a")),
        (1, from title in Gen.Elements("培训", "培养") from strength in Gen.Elements(Enum.GetValues<Strength>()) select (object)new RestateCommitment(title, strength, "r", "a")),
        (2,
            from way in Gen.Elements(Enum.GetValues<SummingUp>())
            from quota in Gen.Choose(1, 2_000)
            from days in Gen.Elements(Enum.GetValues<MemberDays>())
            from dated in Gen.Elements(true, false)
            from day in DayOfYear
            select (object)new ApportionTarget(way, Districts, [new(Jinjiang, quota), new(Qingyang, quota)], EffectiveFrom: dated ? day : null, MemberDays: days)),
        (2,
            from node in Gen.Elements("n1", "n2", "n3")
            from day in DayOfYear
            select (object)new PlanNode(new(node, "n", day))),
        (1, DayOfYear.Select(d => (object)new SuspendCommitment(d, "r", "a"))),
        (1, DayOfYear.Select(d => (object)new WithdrawCommitment(d, "r", "a"))),
        (6, DayOfYear.Select(d => (object)new ResumeCommitment(d, "r", "a"))),
        (20, DayOfYear.Select(d => (object)new ClaimCompletion(Hrss, d, "s"))),
        (10, Gen.Constant((object)new AcceptCompletion())),
        (2, Gen.Constant((object)new RejectCompletion("r"))),
        (10, Gen.Constant((object)new ReopenCommitment("r"))));

    /// <summary>A commitment and 40 commands.</summary>
    public static Arbitrary<(CommitmentMade Made, IReadOnlyList<object> Commands)> Commands { get; } = Arb.From(
        from made in Made
        from commands in Gen.ListOf(Command, 40)
        select (made, (IReadOnlyList<object>)[.. commands.Select(c => Sensible(made, c))]));

    /// <summary>The events of a year: what came of 40 commands, each decided on what stood there then.</summary>
    public static Arbitrary<Situation> Year { get; } = Arb.From(Commands.Generator.Select(c => Play(c.Made, c.Commands)));

    private static Situation Play(CommitmentMade made, IEnumerable<object> commands)
        => commands.Aggregate(new Situation([made]), (story, command) => story.Decide(command) is Decision.Record recorded
            ? story with { Events = [.. story.Events, .. recorded.Events] }
            : story);

    /// <summary>Without a figure people know to leave the amount out.</summary>
    private static object Sensible(CommitmentMade made, object command) => command switch
    {
        ReportProgress report when made.Measure is null => report with { Amount = null },
        CorrectProgress correction when made.Measure is null => correction with { Amount = null },
        ReportProgress report when made.Measure.Kind == MeasureKind.Level => report with { Amount = null, Total = report.Amount },
        _ => command,
    };
}
