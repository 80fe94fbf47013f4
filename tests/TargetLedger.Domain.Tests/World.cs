using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Tests;

/// <summary>The units, plans and reports the tests tell of: the year 2014 of a city.</summary>
internal static class World
{
    public const string Hrss = "hrss";
    public const string Finance = "finance";
    public const string Education = "education";
    public const string Jinjiang = "jinjiang";
    public const string Qingyang = "qingyang";
    public const string Wuhou = "wuhou";
    public const string Districts = "districts";

    public static Period Year { get; } = new(new(2014, 1, 1), new(2014, 12, 31));

    public static UnitDirectory Known { get; } = Grouped(
        new Membership(Jinjiang, new(2014, 1, 1)),
        new Membership(Qingyang, new(2014, 1, 1)),
        new Membership(Wuhou, new(2014, 7, 1)));

    /// <summary>At least 1,200 people trained in the year; hrss leads, finance and the districts are partners.</summary>
    public static CommitmentMade Training { get; } = new(
        "plan-1",
        "3",
        "11",
        1,
        "11-1",
        "培养高技能人才",
        Year,
        Cadence.Monthly,
        Strength.Forecast,
        [new(Role.Lead, Hrss), new(Role.Partner, Finance), new(Role.Partner, Group: Districts)],
        [],
        [new(SourceKind.Plan, "要点")],
        new("高技能人才", "人", MeasureKind.Cumulative),
        new(Bound.AtLeast, 1_200, "1200名"));

    /// <summary>How many enterprises stand in the park: a level.</summary>
    public static CommitmentMade Park { get; } = Training with { Measure = new("入驻企业", "家", MeasureKind.Level), Target = new(Bound.AtLeast, 100, "100家") };

    /// <summary>A task without a figure: two nodes.</summary>
    public static CommitmentMade Scheme { get; } = Training with
    {
        Measure = null,
        Target = null,
        Nodes = [new("n1", "印发方案", new(2014, 6, 20)), new("n2", "启动实施", new(2014, 10, 31))],
    };

    public static CommitmentMade WithTarget(Target target) => Training with { Target = target };

    public static CommitmentMade Divided(SummingUp way, params Quota[] quotas) => Training with { Apportionment = new(way, Districts, quotas) };

    public static Responsibility Lead(string unit) => new(Role.Lead, unit);

    public static Responsibility Partner(string unit) => new(Role.Partner, unit);

    public static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    public static DateOnly Day(int month, int day) => new(2014, month, day);

    public static DateOnly EndOf(int month) => new(2014, month, DateTime.DaysInMonth(2014, month));

    public static Moment At(DateOnly day) => new(new DateTimeOffset(day, new(2, 0), TimeSpan.Zero), day);

    public static Period Month(int month) => Months(month, month);

    public static Period Months(int first, int last) => new(new(2014, first, 1), EndOf(last));

    /// <summary>A report of a month, in at its end.</summary>
    public static ProgressReported Reported(int id, string unit, int month, decimal amount, decimal total) => Reported(id, unit, Month(month), amount, total);

    public static ProgressReported Reported(int id, string unit, Period period, decimal amount, decimal total)
        => new(Id(id), unit, period, period.End, amount, total);

    /// <summary>A running total in words: what a test needs when it is only about where a figure stands.</summary>
    public static ProgressReported Stands(int id, string unit, DateOnly through, decimal total)
        => new(Id(id), unit, new(new(2014, 1, 1), through), through, total, total);

    public static ProgressReported Words(int id, string unit, Period period, params NodeStatement[] nodes)
        => new(Id(id), unit, period, period.End, Progress: Progress.InProgress, Nodes: nodes.Length == 0 ? null : nodes);

    public static NodeStatement Reached(string node, DateOnly on) => new(node, Progress.Completed, on);

    public static Commitment Fold(params IEnumerable<object> events)
        => Commitment.Fold("commitment-1", Record(events))!;

    /// <summary>Events as the ledger recorded them: at positions 1, 2, 3 …, on 5 June.</summary>
    public static IReadOnlyList<Recorded> Record(IEnumerable<object> events)
        => [.. events.Select((e, i) => new Recorded(e, i + 1, i + 1, At(Day(6, 5)), "tests"))];

    public static UnitDirectory Grouped(params Membership[] districts)
    {
        string[] units = [Hrss, Finance, Education, Jinjiang, Qingyang, Wuhou];
        return new(
            units.ToDictionary(u => u, u => new Unit(u, u, UnitKind.Department, [], null, null, 1), StringComparer.Ordinal),
            new Dictionary<string, UnitGroup>(StringComparer.Ordinal) { [Districts] = new(Districts, "各区(市)县", false, [.. districts], 1) });
    }
}
