using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>Lays reports side by side, some commitments at a time.</summary>
internal sealed class WarningGathering(DateOnly on)
{
    private readonly WarningSigns signs = new(on);
    private readonly Dictionary<string, (string Plan, string Number)> names = new(StringComparer.Ordinal);
    private Knowledge? last;

    public void Add(Knowledge knowledge)
    {
        last = knowledge;
        foreach (var commitment in knowledge.Commitments)
        {
            // What has left the list is nobody's figure any more.
            if (commitment.StandingOn(on) == Standing.Withdrawn || commitment.Reports.IsEmpty)
                continue;
            names[commitment.Id] = (knowledge.PlanOf(commitment).Code, commitment.Number);
            signs.Add(commitment, knowledge.Schedule);
        }
    }

    /// <param name="frame">For a ledger without commitments.</param>
    public IReadOnlyList<Warning> Warnings(Knowledge frame) => signs.ToList((last ?? frame).Schedule.VerificationOn(on).Warnings);

    public WarningList ToList(Knowledge frame) => ToList(frame, Warnings(frame));

    /// <param name="found">Of what was gathered.</param>
    public WarningList ToList(Knowledge frame, IReadOnlyList<Warning> found)
    {
        var knowledge = last ?? frame;
        List<WarningItem> warnings =
        [
            .. found.Select(w => new WarningItem(
                w.Kind,
                w.Zh,
                w.En,
                [.. w.Reports.Select(r => new WarningReport(r.Commitment, names[r.Commitment].Plan, names[r.Commitment].Number, knowledge.NameOf(r.Unit), r.Report, r.Position, r.People))],
                w.Class)),
        ];
        return new(on, knowledge.Position, knowledge.Schedule.VerificationOn(on).Warnings, WarningCounts.Of(warnings), warnings);
    }
}
