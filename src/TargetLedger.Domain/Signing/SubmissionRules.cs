using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Signing;

/// <summary>报送规则: who signs a report before it goes out, and what it must say.</summary>
/// <param name="Steps">审签: the posts that sign, in order; none, one or two.</param>
/// <param name="OwnDraft">Whether who last wrote a draft may sign it.</param>
/// <param name="Recorded">Whether a signature on paper may be recorded with a scan of the sealed page.</param>
/// <param name="Text">How often words are due; figures are due by the commitment's own cadence.</param>
/// <param name="TextRequired">Whether a report without the words that are due is refused.</param>
/// <param name="Corrections">Whether a correction, or the answer to a return, is signed as a report is.</param>
/// <param name="DueSoonDays">How many days ahead the inbox tells of a due date.</param>
public sealed record SubmissionRules(
    IReadOnlyList<PostKind> Steps,
    bool OwnDraft = false,
    bool Recorded = true,
    Cadence Text = Cadence.Quarterly,
    bool TextRequired = false,
    bool Corrections = true,
    int DueSoonDays = 5)
{
    public const int MaxSteps = 2;

    /// <summary>What holds until a ledger adopts rules of its own: nobody has to sign; figures monthly, words quarterly.</summary>
    public static SubmissionRules Default { get; } = new([]);

    internal bool IsSameAs(SubmissionRules other) => this with { Steps = [] } == other with { Steps = [] } && Steps.SequenceEqual(other.Steps);
}

/// <summary>Rules of submission hold from a day on, for everybody or for a unit, a plan, or a unit in a plan.</summary>
/// <param name="Unit">A unit's code; null for every unit.</param>
/// <param name="Plan">A plan's code; null for every plan.</param>
public sealed record SubmissionRulesAdopted(
    string Name, DateOnly EffectiveFrom, SubmissionRules Rules, string Authority, string? Unit = null, string? Plan = null);
