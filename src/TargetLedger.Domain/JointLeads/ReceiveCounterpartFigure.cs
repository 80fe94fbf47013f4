using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.JointLeads;

/// <summary>对方口径: another ledger's verified figure, with where it stands there. Read only: nothing here corrects or adds it.</summary>
/// <inheritdoc cref="CounterpartFigure" path="/param"/>
public sealed record ReceiveCounterpartFigure(string Ledger, string Commitment, decimal Total, DateOnly Through, long Position, string Hash, string Source)
{
    public static Decision Decide(Commitment commitment, ReceiveCounterpartFigure command)
    {
        if (commitment.Measure is null)
            return Decision.No(new Refusal("figure_not_expected", "该事项没有量化指标", "the commitment has no measure", "/total"));
        if (commitment.Counterparts.Find(c => c.Ledger == command.Ledger && c.Commitment == command.Commitment && c.Position == command.Position) is { } known)
        {
            return known.Total == command.Total && known.Through == command.Through && known.Hash == command.Hash
                ? Decision.Done
                : Decision.No(new Refusal("counterpart_differs", "该位置已登记过不同的数", "that position was received before with another figure", "/position"));
        }

        var refusals = new List<Refusal>();
        var period = commitment.PeriodOn(command.Through);
        if (!period.Contains(command.Through))
            refusals.Add(CommitmentRefusals.NotInPeriod("/through", period));
        if (!Figure.IsStorable(command.Total))
            refusals.Add(new("figure_out_of_limits", "数字最多 15 位有效数字、4 位小数", "a figure has at most 15 significant digits and 4 decimals", "/total"));
        if (commitment.Counterparts.Exists(c => c.Ledger == command.Ledger && c.Commitment == command.Commitment && c.Position > command.Position))
            refusals.Add(new("counterpart_older", "已有更晚位置的数", "a figure of a later position is known", "/position"));
        return refusals.Count > 0
            ? Decision.No(refusals)
            : Decision.Of(new CounterpartFigureReceived(command.Ledger, command.Commitment, command.Total, command.Through, command.Position, command.Hash, command.Source));
    }
}
