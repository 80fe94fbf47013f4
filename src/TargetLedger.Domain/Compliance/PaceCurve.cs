using System.Collections.Immutable;
using System.Globalization;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Compliance;

/// <summary>
/// 阶段序时: what is expected by the end of each of several equal stages of the period, in percent of the target; within a stage it
/// rises evenly. Four stages of a calendar year are its quarters.
/// </summary>
/// <param name="Stages">Cumulative, e.g. 15, 40, 65, 100.</param>
public sealed record PaceCurve(IReadOnlyList<decimal> Stages)
{
    /// <summary>Weeks of a year; nobody states a finer curve.</summary>
    public const int MostStages = 53;

    private const int MonthsOfYear = 12;

    /// <summary>Written as its stages: "15,40,65,100".</summary>
    public static PaceCurve? Parse(string text)
    {
        var stages = ImmutableList.CreateBuilder<decimal>();
        foreach (var part in text.Split([',', '\uFF0C', '、'], StringSplitOptions.TrimEntries))
        {
            if (!decimal.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) || !Figure.IsStorable(percent))
                return null;
            stages.Add(Figure.Normalise(percent));
        }

        return new(stages.ToImmutable());
    }

    /// <summary>Every fault, with pointers relative to the curve.</summary>
    public IEnumerable<Fault> Check()
    {
        if (Stages.Count is < 2 or > MostStages)
            yield return new("/stages", "curve_stages_out_of_range", $"应有 2 到 {MostStages} 段,现有 {Stages.Count} 段", $"a curve has 2 to {MostStages} stages, not {Stages.Count}");
        for (var i = 0; i < Stages.Count; i++)
        {
            if (Stages[i] is < 0 or > 100)
                yield return new($"/stages/{i}", "value_out_of_range", "应在 0 到 100 之间", "must lie between 0 and 100");
            if (i > 0 && Stages[i] < Stages[i - 1])
                yield return new($"/stages/{i}", "curve_falls", $"第 {i + 1} 段({Stages[i]:0.####}%)低于第 {i} 段({Stages[i - 1]:0.####}%):曲线只升不降", $"stage {i + 1} ({Stages[i]:0.####} %) is below stage {i} ({Stages[i - 1]:0.####} %): a curve never falls");
        }

        if (Stages.Count > 0 && Stages[^1] != 100)
            yield return new($"/stages/{Stages.Count - 1}", "curve_ends_short", $"最后一段应为 100%,现为 {Stages[^1]:0.####}%", $"the last stage is 100 %, not {Stages[^1]:0.####} %");
    }

    /// <summary>The last day of each stage: a month's end where the months of the period divide evenly, else by equal shares of its days.</summary>
    public IEnumerable<DateOnly> EndsOf(Period period)
    {
        var whole = period.Start.Day == 1 && period.End.AddDays(1).Day == 1 ? Months(period.Start, period.End) : 0;
        for (var i = 1; i <= Stages.Count; i++)
        {
            yield return whole > 0 && whole % Stages.Count == 0
                ? period.Start.AddMonths(whole / Stages.Count * i).AddDays(-1)
                : period.Start.AddDays((int)Math.Ceiling((decimal)period.Days * i / Stages.Count) - 1);
        }
    }

    public bool Equals(PaceCurve? other) => other is not null && Stages.SequenceEqual(other.Stages);

    public override int GetHashCode() => Stages.Aggregate(Stages.Count, HashCode.Combine);

    public override string ToString() => string.Join(',', Stages.Select(s => s.ToString("0.####", CultureInfo.InvariantCulture)));

    /// <summary>Of the whole period, by a day in it.</summary>
    internal decimal PercentAt(Period period, DateOnly day, PaceBy by)
    {
        // By months a stage is as long as its months, which are all alike; by day as its days.
        var months = Math.Max(1, Months(period.Start, period.End));
        var reached = by == PaceBy.Day ? Elapsed(period, day) : Months(period.Start, day);
        var (stage, beginning, had) = (0, 0m, 0m);
        foreach (var last in EndsOf(period))
        {
            var end = by == PaceBy.Day ? Elapsed(period, last) : (decimal)months * (stage + 1) / Stages.Count;
            if (reached < end)
                return had + (Stages[stage] - had) * (reached - beginning) / (end - beginning);
            (beginning, had) = (end, Stages[stage++]);
        }

        return had;
    }

    /// <summary>Months from the first day's month on that have ended by the end of a day.</summary>
    internal static int Months(DateOnly from, DateOnly day)
    {
        var months = (day.Year - from.Year) * MonthsOfYear + day.Month - from.Month;
        return day.AddDays(1).Day == 1 ? months + 1 : months;
    }

    private static int Elapsed(Period period, DateOnly day) => day.DayNumber - period.Start.DayNumber + 1;
}

/// <summary>A stage of a commitment's own period.</summary>
/// <param name="End">Its last day.</param>
/// <param name="Pace">What is expected by then, in percent of the target.</param>
public sealed record PaceStage(DateOnly End, decimal Pace);
