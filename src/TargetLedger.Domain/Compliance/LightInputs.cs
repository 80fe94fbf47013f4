using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Compliance;

/// <summary>
/// What is left to ask of the rules once a commitment and a day are known: so a board over everything can be judged under rules nobody
/// has adopted, again and again, without folding anything. The verdicts are those of <see cref="Judgement"/>; a property holds both equal.
/// </summary>
public abstract class LightInputs
{
    private LightInputs(bool isDivided) => IsDivided = isDivided;

    /// <summary>It also depends on who is a member of a group.</summary>
    public bool IsDivided { get; }

    /// <summary>Null where it has left the list by the day.</summary>
    /// <param name="counted">The amount that counts; under rules that count the other, these say nothing.</param>
    public static LightInputs? Of(Commitment commitment, DateOnly on, CountedAmount counted, UnitDirectory directory)
    {
        var divided = commitment.Divisions.Count > 0;
        switch (commitment.StandingOn(on))
        {
            case Standing.Withdrawn:
                return null;
            case Standing.ClosedOut:
                return new Settled(Light.Done, divided);
            case Standing.Suspended:
                return new Settled(Light.Paused, divided);
        }

        if (commitment.Measure is null || commitment.TargetOn(on) is not { } target)
        {
            var nodes = Judgement.NodesOn(commitment, on, counted);
            return nodes.Count == 0
                ? new Settled(Light.None, divided)
                : new ByNodes(
                    new(commitment.Strength, commitment.PeriodOn(on), commitment.PaceStart), nodes, Judgement.TotalsWithoutFigures(commitment, on, counted).Cutoff, on, divided);
        }

        if (commitment.Joint is { Target: JointTarget.PerSide } || (commitment.Joint is null && commitment.DivisionOn(on)?.Terms.Way == SummingUp.EachForItself))
            return new ByParts(commitment, on, directory, divided);

        var totals = Totals.Of(commitment, on, counted, directory);
        var figure = new EarlierMonth(commitment, counted, directory, isAsked: true).Beside(totals.Counted, totals.Cutoff);
        return new ByFigure(new(target, commitment.Measure, commitment.Strength, commitment.PeriodOn(on), commitment.PaceStart), figure, on, divided);
    }

    /// <exception cref="ArithmeticException">Its figures cannot be computed with, as judging it would find.</exception>
    public abstract Light Under(Rules rules);

    private sealed class Settled(Light light, bool isDivided) : LightInputs(isDivided)
    {
        public override Light Under(Rules rules) => light;
    }

    private sealed class ByFigure(FigureTerms terms, ReachedFigure figure, DateOnly on, bool isDivided) : LightInputs(isDivided)
    {
        public override Light Under(Rules rules) => FigureVerdict.Of(terms, figure, on, rules).Light;
    }

    private sealed class ByNodes(NodeTerms terms, IReadOnlyList<NodeFigure> nodes, DateOnly? cutoff, DateOnly on, bool isDivided) : LightInputs(isDivided)
    {
        public override Light Under(Rules rules) => NodeVerdict.Of(terms, nodes, cutoff, on, rules).Verdict.Light;
    }

    /// <summary>Members or sides each for itself: as many figures as there are of them. These few are judged whole.</summary>
    private sealed class ByParts(Commitment commitment, DateOnly on, UnitDirectory directory, bool isDivided) : LightInputs(isDivided)
    {
        public override Light Under(Rules rules) => Judgement.Of(commitment, on, rules, directory).Verdict.Light;
    }
}
