using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>The rules adopted, in the order they were recorded, and what holds where none are in force.</summary>
/// <param name="Version">Of the stream, for If-Match; 0 before the first.</param>
public sealed record RulesList(long Position, long Version, Rules Default, IReadOnlyList<RulesAdopted> Adopted)
{
    internal static RulesList Of(Knowledge knowledge)
        => new(knowledge.Position, knowledge.Rules.Version, Rules.Default, knowledge.Rules.Adopted);
}
