using System.Globalization;
using TargetLedger.Documents.Comparing;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Planning;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Revising;

/// <summary>
/// What becomes of one commitment whose differences were accepted: the acts a keeper would do one by one, each decided on
/// the state the acts before it leave.
/// </summary>
internal sealed class ChangedCommitment
{
    private readonly ListedItem _known;
    private readonly RevisionTerms _terms;
    private readonly List<object> _events = [];
    private readonly List<Refusal> _refusals = [];
    private Commitment _state;

    private ChangedCommitment(ListedItem known, RevisionTerms terms) => (_known, _terms, _state) = (known, terms, known.Commitment);

    public IReadOnlyList<object> Events => _events;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public static ChangedCommitment Withdrawn(ListedItem known, RevisionTerms terms)
    {
        var changed = new ChangedCommitment(known, terms);
        changed.Decide(ComparedItem.GoneItem, s => WithdrawCommitment.Decide(s, new(terms.EffectiveFrom, terms.Reason, terms.Authority), terms.At));
        return changed;
    }

    /// <param name="accepted">Of its differences; that of its task is the plan's.</param>
    public static ChangedCommitment Of(DraftedItem drafted, ListedItem known, IReadOnlySet<string> accepted, RevisionTerms terms, UnitDirectory directory)
    {
        var changed = new ChangedCommitment(known, terms);
        var authority = PlaceIn(terms.Authority, drafted.Reading.Source);
        // The period first: days of the others are held against it.
        if (accepted.Contains("period"))
            changed.Decide("period", s => RevisePeriod.Decide(s, new(drafted.Period, terms.EffectiveFrom, terms.Reason, authority)));
        if (accepted.Contains("target"))
            changed.Decide("target", s => Target(s, drafted, terms, authority));
        if (accepted.Contains("lead") || accepted.Contains("partners"))
        {
            var responsible = Responsible(known.Responsible, drafted.Responsible, accepted);
            changed.Decide(accepted.Contains("lead") ? "lead" : "partners", s => ReassignResponsibility.Decide(s, new(responsible, terms.EffectiveFrom, terms.Reason, authority), directory));
        }

        if (accepted.Contains("due"))
            changed.Decide("due", s => Due(s, drafted, terms, authority));
        if (accepted.Contains("title") || accepted.Contains("strength"))
        {
            var title = accepted.Contains("title") ? drafted.Item.Title : known.Commitment.Title;
            var strength = accepted.Contains("strength") ? drafted.Item.Strength : known.Commitment.Strength;
            changed.Decide(accepted.Contains("title") ? "title" : "strength", s => RestateCommitment.Decide(s, new(title, strength, terms.Reason, authority)));
        }

        return changed;
    }

    /// <summary>The document, and where in it the change is written.</summary>
    public static string PlaceIn(string document, SourcePlace? place) => place switch
    {
        null => document,
        { Cell: { } cell } => string.Create(CultureInfo.InvariantCulture, $"{document},原文单元格 {cell},第 {place.Start}-{place.End} 字"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{document},原文第 {place.Start}-{place.End} 字"),
    };

    private void Decide(string field, Func<Commitment, Decision> decide)
    {
        switch (decide(_state))
        {
            case Decision.Record record:
                _events.AddRange(record.Events);
                _state = record.Events.Aggregate(_state, (s, e) => Commitment.Evolve(s.Id, s, new(e, 0, s.Version + 1, _terms.At, "")));
                break;
            case Decision.Refuse refuse:
                _refusals.AddRange(refuse.Reasons.Select(r => Differing.Refusal(_known.Commitment.Number, field, r)));
                break;
        }
    }

    private static Decision Target(Commitment state, DraftedItem drafted, RevisionTerms terms, string authority)
    {
        if (drafted.Item.Target is not { } target)
            return Decision.No(new Refusal("target_cannot_be_lifted", "目标值不能改为没有,请保留,或退出该事项另立", "a target cannot be taken away: leave it, or withdraw the commitment and take up another"));
        // What was reported was counted in the old unit.
        if (target.Bound != Bound.Growth && state.Measure is { } measure && drafted.Item.Measure is { } read && measure.Unit != read.Unit)
            return Decision.No(new Refusal("measure_unit_differs", $"计量单位不同({measure.Unit}、{read.Unit}),请保留,或退出该事项另立", $"the unit of measure differs ({measure.Unit}, {read.Unit}): leave it, or withdraw the commitment and take up another"));
        // The baseline is the keeper's, who has filled it in once.
        if (target is { Bound: Bound.Growth, Baseline: null } && state.TargetOn(terms.EffectiveFrom) is { Bound: Bound.Growth, Baseline: { } baseline })
            target = target with { Baseline = baseline };
        return ReviseTarget.Decide(state, new(target, terms.EffectiveFrom, terms.Reason, authority), terms.Rules.ApproxTolerancePercent);
    }

    private static Decision Due(Commitment state, DraftedItem drafted, RevisionTerms terms, string authority) => state.Nodes switch
    {
        [] => PlanNode.Decide(state, new(new("n1", drafted.Item.Title, drafted.Reading.Due!.Value), terms.Reason, authority), terms.At),
        [{ Node: var only }] => PlanNode.Decide(state, new(only with { Planned = drafted.Reading.Due!.Value }, terms.Reason, authority), terms.At),
        _ => Decision.No(new Refusal("nodes_several", "该事项有多个节点,请保留,再逐个调整节点", "it has several nodes: leave it, and plan them one by one")),
    };

    /// <summary>Who is accepted comes from the document, whoever else stays; nobody is both, and a joint lead keeps its side.</summary>
    private static List<Responsibility> Responsible(IReadOnlyList<Responsibility> known, IReadOnlyList<Responsibility> read, IReadOnlySet<string> accepted)
    {
        var leads = (accepted.Contains("lead") ? read : known).Where(r => r.Role == Role.Lead)
            .Select(r => r with { Side = r.Side ?? known.FirstOrDefault(k => k.Role == Role.Lead && k.Unit == r.Unit)?.Side }).ToList();
        var partners = (accepted.Contains("partners") ? read : known).Where(r => r.Role == Role.Partner && !leads.Exists(l => l.Unit is not null && l.Unit == r.Unit));
        return [.. leads, .. partners];
    }
}
