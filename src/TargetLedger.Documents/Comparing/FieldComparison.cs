using TargetLedger.Documents.Confirming;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Comparing;

/// <summary>Which fields of a commitment a reading of it would change, from what to what.</summary>
internal sealed class FieldComparison(UnitResolution units)
{
    public IReadOnlyList<FieldChange> Changes(DraftedItem drafted, ListedItem known)
    {
        var changes = new List<FieldChange>();
        Add("task", known.TaskTitle, drafted.TaskTitle, new Likeness(known.TaskTitle).Key == new Likeness(drafted.TaskTitle).Key);
        Add("title", known.Commitment.Title, drafted.Item.Title, new Likeness(known.Commitment.Title).Key == new Likeness(drafted.Item.Title).Key);
        if (!IsSameTarget(drafted, known))
            Add("target", Words(known.Target, known.Commitment.Measure), Words(drafted.Item.Target, drafted.Item.Measure));
        // Whether it binds is the keeper's to say; of the document only 力争 is read.
        if ((drafted.Item.Strength == Strength.Stretch) != (known.Commitment.Strength == Strength.Stretch))
            Add("strength", Word(known.Commitment.Strength), Word(drafted.Item.Strength));
        Add("period", Words(known.Period), Words(drafted.Period));
        Add("lead", Names(known.Responsible, Role.Lead), Names(drafted.Responsible, Role.Lead));
        Add("partners", Names(known.Responsible, Role.Partner), Names(drafted.Responsible, Role.Partner));
        // A day is compared where the document states one.
        if (drafted.Reading.Due is { } due)
            Add("due", string.Join("、", known.Commitment.Nodes.Select(n => Day(n.Node.Planned))), Day(due));
        return changes;

        void Add(string field, string? from, string? to, bool same = false)
        {
            if (!same && from != to)
                changes.Add(new(field, from, to));
        }
    }

    /// <summary>What the keeper adds to a figure (its baseline, the unit of what grows) is in no document and no change of it.</summary>
    private static bool IsSameTarget(DraftedItem drafted, ListedItem known)
    {
        var (now, before, reading) = (drafted.Item.Target, known.Target, drafted.Reading);
        if (now is null || before is null)
            return now is null && before is null;
        if (reading is { Bound: Bound.Growth, Baseline: null })
            return before.AsWritten == now.AsWritten || (before.Bound == Bound.Growth && before.Value == now.Value && before.GrowthIn == now.GrowthIn);
        return before.Bound == now.Bound && before.Value == now.Value && before.Upper == now.Upper && before.Baseline == now.Baseline && before.GrowthIn == now.GrowthIn
            && drafted.Item.Measure?.Unit == known.Commitment.Measure?.Unit;
    }

    private static string? Words(Target? target, Measure? measure)
    {
        if (target is null)
            return null;
        var value = Number(target.Value);
        var words = target.Bound switch
        {
            Bound.MoreThan => $">{value}",
            Bound.Approx => $"≈{value}",
            Bound.Range => $"{value}–{Number(target.Upper)}",
            Bound.AtMost => $"≤{value}",
            Bound.Exactly => $"={value}",
            Bound.Growth => $"+{value}{(target.GrowthIn switch { GrowthIn.Times => "倍", GrowthIn.Points => "个百分点", _ => "%" })}",
            _ => $"≥{value}",
        };
        return $"{words}{(target.Bound == Bound.Growth ? "" : $" {measure?.Unit}")}（{target.AsWritten}）";
    }

    private string Names(IReadOnlyList<Responsibility> responsible, Role role) => string.Join("、", responsible
        .Where(r => r.Role == role)
        .Select(r => units.NameOf(r.Unit ?? r.Group!))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));

    private static string Word(Strength strength) => strength == Strength.Stretch ? "力争" : strength == Strength.Binding ? "约束性" : "预期性";

    private static string Words(Period period) => $"{Day(period.Start)}/{Day(period.End)}";

    private static string Day(DateOnly day) => FormattableString.Invariant($"{day:yyyy-MM-dd}");

    private static string Number(decimal? value) => FormattableString.Invariant($"{value:0.####}");
}
