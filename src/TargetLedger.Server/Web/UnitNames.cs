using System.Collections.Frozen;
using TargetLedger.Boards;

namespace TargetLedger.Server.Web;

/// <summary>The names of units and groups by their codes.</summary>
internal static class UnitNames
{
    public static IReadOnlyDictionary<string, string> None { get; } = FrozenDictionary<string, string>.Empty;

    public static IReadOnlyDictionary<string, string> Of(UnitList units)
        => units.Units.Select(u => (u.Code, u.Name)).Concat(units.Groups.Select(g => (g.Code, g.Name))).ToDictionary(n => n.Code, n => n.Name, StringComparer.Ordinal);
}
