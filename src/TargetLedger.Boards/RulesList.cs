using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>The rules adopted, in the order they were recorded, what holds where none are in force, and what there is to start from.</summary>
/// <param name="Version">Of the stream, for If-Match; 0 before the first.</param>
public sealed record RulesList(long Position, long Version, Rules Default, IReadOnlyList<ListedRules> Adopted, IReadOnlyList<ListedPreset> Presets)
{
    internal static RulesList Of(Knowledge knowledge) => new(
        knowledge.Position,
        knowledge.Rules.Version,
        Rules.Default,
        [.. knowledge.Rules.Versions.Select(v => ListedRules.Of(knowledge, v))],
        [.. Enum.GetValues<RulesPreset>().Select(p => new ListedPreset(p, RulesPresets.Of(p)))]);
}

/// <summary>One act on the rules.</summary>
/// <param name="Version">Of the rules' stream, after it.</param>
/// <param name="Position">Where it is recorded.</param>
/// <param name="Plan">The code of the one plan it is for; null for the ledger.</param>
/// <param name="Name">Null, as are the rules, where a plan's own are lifted: the ledger's hold again.</param>
public sealed record ListedRules(long Version, long Position, string? Plan, string? Name, DateOnly EffectiveFrom, Rules? Rules, string Authority)
{
    internal static ListedRules Of(Knowledge knowledge, RulesVersion version) => new(
        version.Version,
        version.Position,
        version.Plan is { } plan ? knowledge.Plans.TryGetValue(plan, out var known) ? known.Code : plan : null,
        version.Name,
        version.EffectiveFrom,
        version.Rules,
        version.Authority);
}

/// <summary>A policy found in practice.</summary>
public sealed record ListedPreset(RulesPreset Preset, Rules Rules);
