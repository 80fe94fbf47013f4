using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>Which warnings are wanted; all that is given must hold.</summary>
/// <param name="Commitment">A stream: those that rest on a report of it.</param>
/// <param name="Unit">A code: those that rest on a report of the unit.</param>
public sealed record WarningFilter(WarningKind? Kind = null, string? Plan = null, string? Commitment = null, string? Unit = null)
{
    public static WarningFilter None { get; } = new();

    internal bool Holds(WarningItem warning)
        => (Kind is null || Kind == warning.Kind)
           && (Plan is null || warning.Reports.Any(r => r.Plan == Plan))
           && (Commitment is null || warning.Reports.Any(r => r.Commitment == Commitment))
           && (Unit is null || warning.Reports.Any(r => r.Unit.Code == Unit));
}

/// <summary>What is worth a second look, on a day, as known at a position.</summary>
/// <param name="Terms">The thresholds of the day.</param>
/// <param name="Counts">Over all of the filter but its kind.</param>
public sealed record WarningList(DateOnly On, long Position, WarningTerms Terms, WarningCounts Counts, IReadOnlyList<WarningItem> Warnings);

public sealed record WarningCounts(int Jump, int LastReport, int FallingTotal, int SameEvidence, int SameClass, int RoundNumbers)
{
    internal static WarningCounts Of(IReadOnlyCollection<WarningItem> warnings)
    {
        return new(
            Count(WarningKind.Jump),
            Count(WarningKind.LastReport),
            Count(WarningKind.FallingTotal),
            Count(WarningKind.SameEvidence),
            Count(WarningKind.SameClass),
            Count(WarningKind.RoundNumbers));

        int Count(WarningKind kind) => warnings.Count(w => w.Kind == kind);
    }
}

/// <param name="Reports">What it rests on, by position.</param>
/// <param name="Class">Of a class several units report: which, and in which report it counts where it counts once.</param>
public sealed record WarningItem(WarningKind Kind, string Zh, string En, IReadOnlyList<WarningReport> Reports, SharedClass? Class = null);

/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Position">Where the report is recorded.</param>
/// <param name="People">Of a shared class: how many it reports of it.</param>
public sealed record WarningReport(string Commitment, string Plan, string Number, UnitName Unit, Guid Report, long Position, int? People = null);
