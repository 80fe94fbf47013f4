using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Tests.Lists;

/// <summary>Sound plan files of every kind, one for each number.</summary>
internal sealed class PlanStories(int seed)
{
    private static readonly Period Year = new(new(2014, 1, 1), new(2014, 12, 31));
    private static readonly string[] Words = ["培训", "新建(改建)工作室", "“双百”工程", "=1+1", "各市、县（区）项目", "3+2 试点", "A、B 两类", "@市民", "-5℃冷库", "引进人才〔海外〕", "１２３工程", "臺灣合作", "<b>平台</b>"];
    private static readonly string[] Units = ["人", "人次", "%", "万元", "个", "家"];

    private readonly Random _random = new(seed);

    private PlanFileUnit[] _units = [];
    private PlanFileGroup[] _groups = [];

    public PlanFile Next()
    {
        _units =
        [
            .. Enumerable.Range(1, _random.Next(2, 8)).Select(i => new PlanFileUnit(
                $"u{i}", i == 1 ? "各市、县政府" : $"市第{i}局{Some("（新区）", "")}", One<UnitKind>(), Chance() ? [$"{i}局", $"第{i}、局"] : null, Chance() ? "11510100MB1234567X" : null, Chance() ? "510100" : null)),
        ];
        _groups =
        [
            .. Enumerable.Range(1, _random.Next(0, 3)).Select(i => new PlanFileGroup(
                $"g{i}", $"各区县第{i}组", Chance(), [.. _units.Where(_ => Chance()).DefaultIfEmpty(_units[0]).Select(u => new PlanFileMember(u.Code, new(2013, 1, 1), Chance() ? new DateOnly(2015, 6, 30) : null))])),
        ];
        var task = 0;
        return new(
            PlanFile.CurrentFormat,
            new("P-1", "某市2014年工作要点", "某市政府", new(2014, 2, 1), Year, [new(SourceKind.Plan, "某市2014年工作要点", "某市政府", "市发〔2014〕1号", new(2014, 2, 1)), .. Chance() ? [new Source(SourceKind.Instruction, "市长批示", Place: "第2页")] : Array.Empty<Source>()], "市发〔2014〕1号"),
            _units,
            _groups,
            [.. Enumerable.Range(0, _random.Next(1, 4)).Select(s => new PlanFileSection("一二三四"[s].ToString(), $"第{s}部分{Word()}", [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Task($"{++task}"))]))]);
    }

    private PlanFileTask Task(string number)
    {
        var responsible = Responsible();
        return new(number, $"{Word()}{number}", responsible, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Commitment())]);
    }

    private PlanFileCommitment Commitment()
    {
        var period = Chance() ? new Period(new(2014, 3, 1), new(2014, 9, 30)) : (Period?)null;
        var within = period ?? Year;
        var nodes = Chance() ? Enumerable.Range(1, _random.Next(1, 4)).Select(i => new Node(Some($"n{i}", $"k-{i}"), $"{Word()}（{i}）", within.Start.AddDays(_random.Next(200)), Chance() ? Word() : null, Chance() ? _random.Next(1, 50) / 4m : null)).ToList() : null;
        var (measure, target) = Chance(4) ? (null, null) : Figure();
        return new(
            $"{Word()}{_random.Next(100)}",
            nodes is { Count: > 0 } ? One<Cadence>() : Cadence.Quarterly,
            measure,
            target,
            One<Strength>(),
            period,
            Chance() ? within.Start.AddDays(30) : null,
            nodes,
            Chance() ? Responsible() : null,
            target is null || _groups.Length == 0 || Chance() ? null : Apportioned(measure!, target),
            Chance() ? "一/1;原文第 3-9 字" : null);
    }

    private (Measure, Target) Figure()
    {
        var unit = Units[_random.Next(Units.Length)];
        var measure = new Measure(Word(), unit, unit == "%" || Chance() ? MeasureKind.Level : MeasureKind.Cumulative, Chance() ? "含“3+2”,不含短训" : null, Chance() ? "市统计局" : null, Chance());
        var value = _random.Next(1, 1_000_000) / Some(1m, 100m, 10_000m);
        return (measure, One<Bound>() switch
        {
            Bound.Range => new(Bound.Range, value, "5-8个", value + 3),
            Bound.Approx => new(Bound.Approx, value, "500名左右", TolerancePercent: Chance() ? 7.5m : null),
            Bound.Growth => new(Bound.Growth, value + 1, "增长12.5%", Baseline: 24_000.5m, GrowthIn: One<GrowthIn>()),
            var bound => new(bound, value, $"={value}{unit}"),
        });
    }

    private Apportionment Apportioned(Measure measure, Target target)
    {
        var group = _groups[_random.Next(_groups.Length)];
        var way = measure.Sums ? One<SummingUp>() : SummingUp.EachForItself;
        // 控制数 is not gone over; anything else is reached.
        var share = target.Bound == Bound.AtMost ? Math.Round(target.Goal / 10, 4) : Math.Ceiling(target.Goal);
        return new(way, group.Code, share > 0 && Chance() ? [.. group.Members.Take(3).Select(m => new Quota(m.Unit, share))] : [], Chance() ? 0 : null);
    }

    private IReadOnlyList<Responsibility> Responsible()
    {
        var responsible = _units.Where(_ => Chance()).DefaultIfEmpty(_units[0])
            .Select((u, i) => new Responsibility(i == 0 || Chance(4) ? Role.Lead : Role.Partner, u.Code, Side: Chance(4) ? Some("成都市", "重庆市") : null, Inferred: Chance(4))).ToList();
        responsible.AddRange(_groups.Where(_ => Chance()).Select(g => new Responsibility(Role.Partner, Group: g.Code, Inferred: Chance(4))));
        if (Chance(4))
            responsible.Reverse();
        return responsible;
    }

    private string Word() => Words[_random.Next(Words.Length)];

    private bool Chance(int of = 2) => _random.Next(of) == 0;

    private T Some<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    private T One<T>()
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[_random.Next(all.Length)];
    }
}
