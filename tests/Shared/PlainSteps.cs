using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Testing;

/// <summary>
/// A year as commitments see it: of what was drafted, signed and submitted the report alone. How a draft comes to be
/// submitted has tests of its own; whoever looks at commitments, lights or periods need not play it.
/// </summary>
internal static class PlainSteps
{
    public static IReadOnlyList<Step> Of(YearScript year)
    {
        var drafts = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var plain = new List<Step>();
        foreach (var step in year.Steps)
        {
            switch (step.Act)
            {
                case Act.Draft:
                    drafts[step.Label!] = Report(Body(step)["unit"]!, Body(step)["content"]!.AsObject());
                    break;
                case Act.ReviseDraft:
                    drafts[step.Of!] = Report(drafts[step.Of!]["unit"]!, Body(step));
                    break;
                case Act.ReportNoProgress:
                    var cutoff = Body(step)["cutoff"]!.GetValue<string>();
                    drafts[step.Label!] = Report(Body(step)["unit"]!, new() { ["period"] = new JsonObject { ["start"] = $"{cutoff[..7]}-01", ["end"] = cutoff }, ["noProgress"] = true });
                    break;
                case Act.SubmitDraft:
                    plain.Add(step with { Act = Act.Report, Label = step.Of, Of = null, Body = JsonSerializer.SerializeToElement(drafts[step.Of!]) });
                    break;
                case Act.PutUpDraft or Act.SignDraft or Act.ReturnDraft or Act.AdoptSubmissionRules or Act.AssignPost or Act.RecordCall:
                    break;
                default:
                    plain.Add(step);
                    break;
            }
        }

        return plain;
    }

    private static JsonObject Body(Step step) => JsonNode.Parse(step.Body.GetRawText())!.AsObject();

    private static JsonObject Report(JsonNode unit, JsonObject content)
    {
        var report = content.DeepClone().AsObject();
        report["unit"] = unit.GetValue<string>();
        return report;
    }
}
