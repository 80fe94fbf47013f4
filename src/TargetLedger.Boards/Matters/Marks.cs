using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>An item of the supervision queue, as far as counting and ordering go.</summary>
/// <param name="Unit">Whose matter it is; null where nobody leads.</param>
internal readonly record struct QueueMark(QueueKind Kind, DateOnly Since, long? Position, Guid? Report, string? Unit)
{
    public static QueueMark Of(QueueItem item, UnitDirectory directory) => new(item.Kind, item.Since, item.Position, item.Report, item.Unit is { } unit ? CodeIn(directory, unit.Code) : null);

    public bool IsLagging => Kind is QueueKind.Overdue or QueueKind.Behind;

    /// <summary>The directory's own string: a hundred thousand commitments name two thousand units.</summary>
    internal static string CodeIn(UnitDirectory directory, string code) => directory.Units.TryGetValue(code, out var unit) ? unit.Code : code;
}

/// <summary>A report owed, as far as counting goes.</summary>
internal readonly record struct DueMark(string Unit, DateOnly Cutoff, DateOnly Due, Timeliness Timeliness, bool AfterLock)
{
    public static DueMark Of(DueReport due, UnitDirectory directory) => new(QueueMark.CodeIn(directory, due.Unit), due.Period.End, due.Due, due.Timeliness, due.AfterLock);
}

internal readonly record struct DivisionMark(string Group, bool Fits);
