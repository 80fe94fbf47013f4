using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;

namespace TargetLedger.Documents.Confirming;

/// <summary>One reading as the commitment it will be.</summary>
internal static class DraftedCommitment
{
    /// <param name="plan">The plan's period.</param>
    /// <param name="item">Section and number of the task.</param>
    public static PlanFileCommitment Of(
        Domain.Drafting.Reading reading,
        DraftedTask task,
        Period plan,
        string item,
        Func<IReadOnlyList<DraftedUnit>, IReadOnlyList<Responsibility>> responsible,
        Func<Apportionment, Apportionment?> divided)
    {
        var period = PeriodOf(reading, task, plan);
        return new(
            TitleOf(reading),
            reading.Cadence ?? CadenceOf(task.Deadline),
            MeasureOf(reading),
            TargetOf(reading),
            reading.Aspirational ? Strength.Stretch : reading.Listed is { IsBinding: true } ? Strength.Binding : Strength.Forecast,
            period == plan ? null : period,
            reading.Listed?.PaceStart,
            Nodes: NodesOf(reading, period),
            Responsible: reading.Units is { } own ? responsible(own) : null,
            Apportionment: reading.Listed?.Apportionment is { } named ? divided(named) : null,
            Place: reading.Listed?.Place is { } place ? Storable.Line(place) : reading.Source is { } source ? $"{item};{PlaceOf(source)}" : $"{item};手工补充");
    }

    /// <summary>An exported list names its nodes, or none; of another document a milestone is its own node.</summary>
    private static IReadOnlyList<Node>? NodesOf(Domain.Drafting.Reading reading, Period period) => reading switch
    {
        { Listed.Nodes: [var only] } => [only with { Planned = reading.Due ?? only.Planned }],
        { Listed: { } listed } => listed.Nodes,
        { Kind: ReadingKind.Milestone } => [new("n1", Storable.Line(reading.Measure), reading.Due ?? period.End)],
        _ => null,
    };

    // 5-8个 reads the same whatever the case of the bracket around what it is for.
    private static string TitleOf(Domain.Drafting.Reading reading)
        => Storable.Line(reading.Per is { Count: > 0 } per ? $"{reading.Measure}({string.Join("、", per)})" : reading.Measure);

    private static string PlaceOf(SourcePlace source)
        => source.Cell is { } cell ? FormattableString.Invariant($"原文单元格 {cell},第 {source.Start}-{source.End} 字") : FormattableString.Invariant($"原文第 {source.Start}-{source.End} 字");

    private static Measure? MeasureOf(Domain.Drafting.Reading reading)
    {
        if (reading.Kind != ReadingKind.Quantity)
            return null;
        var listed = reading.Listed;
        var measure = new Measure(
            Storable.Line(listed?.MeasureName ?? reading.Measure),
            reading.Unit ?? "",
            MeasureKind.Cumulative,
            listed?.Definition is { } definition ? Storable.Line(definition) : null,
            listed?.DataSource is { } source ? Storable.Line(source) : null);
        return measure with
        {
            Kind = reading.Counts ?? (measure.IsShare ? MeasureKind.Level : MeasureKind.Cumulative),
            // 人次 counts visits: the same person may come twice.
            MayOverlap = listed?.MayOverlap ?? measure.Unit.EndsWith("人次", StringComparison.Ordinal),
        };
    }

    private static Target? TargetOf(Domain.Drafting.Reading reading)
    {
        if (reading is not { Kind: ReadingKind.Quantity, Value: { } value })
            return null;
        var words = Storable.Line(reading.AsWritten);
        if (reading.Bound != Bound.Growth)
            return new(reading.Bound ?? Bound.AtLeast, value, words, reading.Upper, reading.Bound == Bound.Approx ? reading.Listed?.TolerancePercent : null);
        // What falls is held to what is left of its baseline: 下降3% of 100 is at most 97.
        if (reading is { Down: true, Baseline: { } from } && Storable.Figure(Fallen(from, value, reading.GrowthIn)) is { } left)
            return new(Bound.AtMost, left, words);
        return new(Bound.Growth, value, words, Baseline: reading.Baseline, GrowthIn: reading.GrowthIn);
    }

    private static decimal Fallen(decimal baseline, decimal value, GrowthIn? growthIn) => growthIn switch
    {
        GrowthIn.Points => baseline - value,
        GrowthIn.Times => baseline / Math.Max(value, 0.0001m),
        _ => baseline * (1 - value / 100),
    };

    /// <summary>Its own, until it is due; else until the task's deadline; else the plan's.</summary>
    private static Period PeriodOf(Domain.Drafting.Reading reading, DraftedTask task, Period plan)
    {
        if (reading.Period is { } own && own != plan)
            return reading.Due is { } day && day > own.End ? own with { End = day } : own;
        return reading.Kind == ReadingKind.Quantity && task.Deadline?.Date is { } due && plan.Contains(due) && plan.Start < due ? plan with { End = due }
            : reading.Kind == ReadingKind.Milestone && reading.Due is null && task.Deadline?.Date is { } last && plan.Contains(last) && plan.Start < last ? plan with { End = last }
            : plan;
    }

    private static Cadence CadenceOf(TaskDeadline? deadline) => deadline?.Recurrence switch
    {
        "R/P3M" => Cadence.Quarterly,
        "R/P6M" => Cadence.HalfYearly,
        "R/P1Y" => Cadence.Yearly,
        _ => Cadence.Monthly,
    };
}
