using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Gold;

/// <summary>Right, invented and missed of one kind of reading.</summary>
public sealed record Score(int Right, int Invented, int Missed)
{
    public double Precision => Right + Invented == 0 ? 1 : (double)Right / (Right + Invented);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Score operator +(Score a, Score b) => new(a.Right + b.Right, a.Invented + b.Invented, a.Missed + b.Missed);
}

/// <summary>What the draft of one document, or of a half of the set, got right.</summary>
/// <param name="Targets">Value, upper end, bound and unit right, in the right task.</param>
/// <param name="Roles">Of units found whose role the gold names.</param>
/// <param name="AchievementsAsTargets">Figures of the past, conditions and descriptions that became targets.</param>
/// <param name="Differences">Each fault in words.</param>
public sealed record Outcome(
    Score Tasks, Score Targets, Score Units, Score Roles, Score Deadlines, int AchievementsAsTargets, IReadOnlyList<string> Differences)
{
    public static Outcome operator +(Outcome a, Outcome b) => new(
        a.Tasks + b.Tasks, a.Targets + b.Targets, a.Units + b.Units, a.Roles + b.Roles, a.Deadlines + b.Deadlines, a.AchievementsAsTargets + b.AchievementsAsTargets, [.. a.Differences, .. b.Differences]);

    public static Outcome None { get; } = new(new(0, 0, 0), new(0, 0, 0), new(0, 0, 0), new(0, 0, 0), new(0, 0, 0), 0, []);
}

/// <summary>Compares drafts with gold lists.</summary>
public static class Evaluation
{
    public static async Task<Outcome> OfAsync(GoldDocument gold, CancellationToken cancellationToken)
    {
        var (bytes, name) = Rendering.ToFile(gold);
        var reading = await DocumentReader.ReadAsync(bytes, name, cancellationToken);
        if (!reading.IsSound)
            return Outcome.None with { Tasks = new(0, 0, gold.Tasks.Count), Differences = [$"{gold.Name}: {reading.Faults[0].En}"] };
        return Compare(gold, DraftReader.Read(reading.File, cancellationToken));
    }

    public static async Task<Outcome> OfHalfAsync(bool heldOut, CancellationToken cancellationToken)
    {
        var sum = Outcome.None;
        foreach (var document in GoldDocument.All.Where(d => d.IsHeldOut == heldOut))
            sum += await OfAsync(document, cancellationToken);
        return sum;
    }

    public static Outcome Compare(GoldDocument gold, Draft draft)
    {
        var outcome = Outcome.None;
        var differences = new List<string>();
        var left = draft.Tasks.ToList();
        foreach (var task in gold.Tasks)
        {
            var found = left.Find(t => IsSame(task, t, withNumber: true)) ?? left.Find(t => IsSame(task, t, withNumber: false));
            if (found is null)
            {
                differences.Add($"{gold.Name}: task {task.Number} {task.Title} missed");
                outcome += Outcome.None with { Tasks = new(0, 0, 1), Targets = new(0, 0, task.Targets.Count(t => !t.IsOptional)), Units = new(0, 0, task.Units?.Count ?? 0) };
                continue;
            }

            left.Remove(found);
            outcome += CompareTask($"{gold.Name} {task.Number ?? task.Title}", task, found, gold.Past, differences);
        }

        foreach (var invented in left)
        {
            differences.Add($"{gold.Name}: task {invented.Number} {invented.Title} invented");
            outcome += CompareTask($"{gold.Name} {invented.Title}", new(null, "", null, null, []), invented, gold.Past, differences) with { Tasks = new(0, 1, 0) };
        }

        return outcome with { Differences = differences };
    }

    private static Outcome CompareTask(string name, GoldTask gold, DraftTask found, IReadOnlyList<GoldFigure> past, List<string> differences)
    {
        // A figure that stands twice, once as what may be read, answers first for what has to be.
        var open = gold.Targets.OrderBy(t => t.IsOptional).ToList();
        var (right, invented, achievements) = (0, 0, 0);
        foreach (var commitment in found.Commitments.Where(c => c.Kind == DraftCommitmentKind.Quantity))
        {
            var figure = new GoldFigure(Snake(commitment.Bound!.Value.ToString()), commitment.Value!.Value, commitment.Upper, commitment.Unit ?? "");
            var at = open.FindIndex(t => t with { IsOptional = false } == figure);
            if (at >= 0)
            {
                right += open[at].IsOptional ? 0 : 1;
                open.RemoveAt(at);
                continue;
            }

            invented++;
            differences.Add($"{name}: target {figure.Bound} {figure.Value} {figure.Unit} “{commitment.AsWritten}” invented");
            if (past.Any(p => p.Value == figure.Value && p.Unit == figure.Unit))
                achievements++;
        }

        foreach (var missed in open.Where(t => !t.IsOptional))
            differences.Add($"{name}: target {missed.Bound} {missed.Value} {missed.Upper} {missed.Unit} missed");
        var targets = new Score(right, invented, open.Count(t => !t.IsOptional));
        var (units, roles) = CompareUnits(name, gold, found, differences);
        return new(new(1, 0, 0), targets, units, roles, CompareDue(name, gold, found, differences), achievements, []);
    }

    private static (Score Units, Score Roles) CompareUnits(string name, GoldTask gold, DraftTask found, List<string> differences)
    {
        if (gold.Units is null)
            return (new(0, 0, 0), new(0, 0, 0));
        var open = gold.Units.ToList();
        var (right, invented, rolesRight, rolesWrong) = (0, 0, 0, 0);
        foreach (var unit in found.Units)
        {
            var at = open.FindIndex(u => Key(u.Name) == Key(unit.Name));
            if (at < 0)
            {
                invented++;
                differences.Add($"{name}: unit {unit.Name} invented");
                continue;
            }

            right++;
            if (open[at].Role is { } role)
            {
                var same = role == Snake(unit.Role.ToString());
                (rolesRight, rolesWrong) = same ? (rolesRight + 1, rolesWrong) : (rolesRight, rolesWrong + 1);
                if (!same)
                    differences.Add($"{name}: unit {unit.Name} is {role}, read as {unit.Role}");
            }

            open.RemoveAt(at);
        }

        foreach (var missed in open)
            differences.Add($"{name}: unit {missed.Name} missed");
        return (new(right, invented, open.Count), new(rolesRight, rolesWrong, rolesWrong));
    }

    private static Score CompareDue(string name, GoldTask gold, DraftTask found, List<string> differences)
    {
        if (gold.Due is not { } due)
            return new(0, 0, 0);
        var read = found.Deadline switch
        {
            null => "-",
            { Date: { } date } => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            { Recurrence: { } recurrence } => recurrence,
            _ => found.Deadline.Kind!,
        };
        if (read == due)
            return due == "-" ? new(0, 0, 0) : new(1, 0, 0);
        differences.Add($"{name}: due {due}, read as {read}");
        return new(0, read == "-" ? 0 : 1, due == "-" ? 0 : 1);
    }

    private static bool IsSame(GoldTask gold, DraftTask found, bool withNumber)
    {
        if (withNumber && (gold.Number is null || Key(gold.Number) != Key(found.Number ?? "")))
            return false;
        var (a, b) = (Key(gold.Title), Key(found.Title));
        return a == b || (a.Length > 0 && b.Length > 0 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Snake(string word) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(word);
}
