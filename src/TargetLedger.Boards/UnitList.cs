using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>Every unit and group, by code.</summary>
public sealed record UnitList(long Position, IReadOnlyList<Unit> Units, IReadOnlyList<UnitGroup> Groups)
{
    internal static UnitList Of(Knowledge knowledge) => new(
        knowledge.Position,
        [.. knowledge.Directory.Units.Values.OrderBy(u => u.Code, StringComparer.Ordinal)],
        [.. knowledge.Directory.Groups.Values.OrderBy(g => g.Code, StringComparer.Ordinal)]);
}
