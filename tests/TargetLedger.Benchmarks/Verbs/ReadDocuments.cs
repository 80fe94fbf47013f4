using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TargetLedger.Documents.Gold;

namespace TargetLedger.Benchmarks;

/// <summary><c>documents</c>: how much of invented documents with gold lists is read right, by kind, on both halves of the set.</summary>
internal static class ReadDocuments
{
    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "one JSON object a line" };
        var differences = new Option<bool>("--differences") { Description = "name each fault, of the half that may be tuned on" };
        var command = new Command("documents", "precision and recall of drafts, by kind; the held-out half apart") { json, differences };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (var heldOut in new[] { false, true })
            {
                var outcome = await Evaluation.OfHalfAsync(heldOut, cancellationToken);
                Print(heldOut ? "held-out" : "tuned", outcome, GoldDocument.All.Count(d => d.IsHeldOut == heldOut), parsed.GetValue(json));
                foreach (var difference in parsed.GetValue(differences) && !heldOut ? outcome.Differences : [])
                    Console.WriteLine($"    {difference}");
            }

            return 0;
        });
        return command;
    }

    private static void Print(string half, Outcome outcome, int documents, bool json)
    {
        if (!json)
            Console.WriteLine($"{half}: {documents} documents, {outcome.AchievementsAsTargets} achievements or conditions turned into targets");
        foreach (var (kind, score) in new[]
        {
            ("targets", outcome.Targets), ("tasks", outcome.Tasks), ("units", outcome.Units), ("roles", outcome.Roles), ("deadlines", outcome.Deadlines),
        })
        {
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new { name = "documents", half, kind, precision = score.Precision, recall = score.Recall, f1 = score.F1, right = score.Right, invented = score.Invented, missed = score.Missed })
                : string.Create(CultureInfo.InvariantCulture, $"  {kind,-10} precision {score.Precision:0.000}  recall {score.Recall:0.000}  F1 {score.F1:0.000}  (right {score.Right}, invented {score.Invented}, missed {score.Missed})"));
        }

        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { name = "documents", half, kind = "achievements_as_targets", count = outcome.AchievementsAsTargets }));
    }
}
