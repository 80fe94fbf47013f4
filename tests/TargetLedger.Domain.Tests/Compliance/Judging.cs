using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Tests;

/// <summary>A commitment judged for a day, in one line.</summary>
internal static class Judging
{
    public static Judgement On(DateOnly day, params object[] events) => On(day, Rules.Default, events);

    public static Judgement On(DateOnly day, Rules rules, params object[] events) => On(day, rules, World.Known, events);

    public static Judgement On(DateOnly day, Rules rules, UnitDirectory directory, params object[] events)
        => Judgement.Of(World.Fold(events), day, rules, directory);

    /// <summary>At a cut-off, on the tenth day after it, as boards are printed.</summary>
    public static Judgement At(DateOnly cutoff, CommitmentMade made, decimal total, Rules? rules = null)
        => On(cutoff.AddDays(10), rules ?? Rules.Default, made, World.Stands(1, World.Hrss, cutoff, total));

    /// <summary>"light status reason".</summary>
    public static string Said(this Judgement judgement) => $"{judgement.Verdict.Light} {judgement.Verdict.Status} {judgement.Verdict.Reason.Code}";
}
