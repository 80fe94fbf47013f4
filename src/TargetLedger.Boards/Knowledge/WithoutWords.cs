using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;

namespace TargetLedger.Boards;

/// <summary>
/// Boards keep no free text of reports: it may be sealed and erased, and no light depends on it. Of evidence its hash stays. Knowledge replayed from
/// events leaves out the same, so that both ways of knowing are equal.
/// </summary>
internal static class WithoutWords
{
    public static Commitment Of(Commitment commitment) => commitment with
    {
        Sources = [],
        Reports = commitment.Reports.ConvertAll(r => r with { Text = null, Evidence = [.. r.Evidence.Select(e => Of(e.Sha256))] }),
        Claim = commitment.Claim is { } claim ? claim with { Statement = "" } : null,
        Joint = commitment.Joint is { } joint
            ? joint with { Completions = joint.Completions.ConvertAll(c => c with { Claim = c.Claim with { Statement = "" } }) }
            : null,
    };

    public static Evidence Of(string sha256) => new(sha256, "", 0, "");

    public static Plan Of(Plan plan) => plan with
    {
        Sources = [],
        Sections = [.. plan.Sections.Select(s => s with { Tasks = [.. s.Tasks.Select(t => t with { Responsible = [] })] })],
    };
}
