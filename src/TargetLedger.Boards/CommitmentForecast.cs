using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Forecasting;

namespace TargetLedger.Boards;

/// <summary>Where a commitment's quantities would stand at the end, if they went on as lately. Nobody reported any of it.</summary>
/// <param name="Note">What it is, in both languages: to be shown wherever it is shown.</param>
/// <param name="Unit">计量单位; null where it lives by nodes, and has no quantity.</param>
public sealed record CommitmentForecast(
    DateOnly On, long Position, string Commitment, string Plan, string Number, string Title, string? Unit, string Note, IReadOnlyList<QuantityForecast> Quantities)
{
    private const string Words = "按近期速度推算,不是填报数,也不影响灯 / extrapolated at the rate of late; nobody reported it, and no light goes by it";

    internal static CommitmentForecast Of(Knowledge knowledge, Commitment commitment, DateOnly on) => new(
        on,
        knowledge.Position,
        commitment.Id,
        knowledge.PlanOf(commitment).Code,
        commitment.Number,
        commitment.Title,
        commitment.Measure?.Unit,
        Words,
        Forecasts.Of(commitment, on, knowledge.Rules.On(on, commitment.Plan), knowledge.Directory));
}
