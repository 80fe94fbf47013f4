using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Testing;

/// <summary>
/// A year as commitments see it: of what was drafted, signed and submitted the report or withdrawal alone, of what was proposed the
/// link, of a sample the drawing; of units the plan's alone. How a draft comes to be submitted and what streets and units that join
/// report has tests of its own; whoever looks at commitments, lights or periods need not play it.
/// </summary>
internal static class PlainSteps
{
    public static IReadOnlyList<Step> Of(YearScript year)
    {
        var drafts = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var withdrawals = new Dictionary<string, Step>(StringComparer.Ordinal);
        var proposals = new Dictionary<string, Step>(StringComparer.Ordinal);
        var registered = year.Steps.Where(s => s.Act is Act.RegisterUnit or Act.FormGroup).Select(s => Body(s)["code"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var plain = new List<Step>();
        foreach (var step in year.Steps)
        {
            switch (step.Act)
            {
                case Act.RegisterUnit or Act.FormGroup or Act.JoinGroup or Act.LeaveGroup:
                case Act.Report when registered.Contains(Body(step)["unit"]!.GetValue<string>()):
                case Act.Apportion when Body(step)["group"] is { } group && registered.Contains(group.GetValue<string>()):
                    break;
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
                case Act.SubmitForm:
                    foreach (var row in step.Rows!)
                        drafts[row.Label] = Report(step.Unit!, Content(row, Body(step)["month"]!.GetValue<string>()));
                    break;
                case Act.DraftWithdrawal:
                    withdrawals[step.Label!] = step;
                    break;
                case Act.SubmitDraft when withdrawals.TryGetValue(step.Of!, out var drafted):
                    plain.Add(drafted with { At = step.At, Act = Act.Withdraw, Label = null });
                    break;
                case Act.ProposeLink:
                    proposals[step.Label!] = step;
                    break;
                case Act.ApproveLink:
                    plain.Add(step with { Act = Act.Link, Label = step.Of, Of = null, Commitment = proposals[step.Of!].Commitment, Body = Link(Body(proposals[step.Of!]), Body(step)) });
                    break;
                case Act.SubmitDraft:
                    plain.Add(step with { Act = Act.Report, Label = step.Of, Of = null, Body = JsonSerializer.SerializeToElement(drafts[step.Of!]) });
                    break;
                case Act.DrawSample:
                    plain.Add(step with { Label = null });
                    break;
                case Act.PutUpDraft or Act.SignDraft or Act.ReturnDraft or Act.AdoptSubmissionRules or Act.AssignPost or Act.RecordCall
                    or Act.RefuseLink or Act.CheckSample or Act.TryRules or Act.Forecast:
                    break;
                default:
                    plain.Add(step);
                    break;
            }
        }

        return plain;
    }

    private static JsonObject Body(Step step) => JsonNode.Parse(step.Body.GetRawText())!.AsObject();

    private static JsonElement Link(JsonObject proposed, JsonObject approved)
        => JsonSerializer.SerializeToElement(new { to = proposed["to"], from = proposed["from"], authority = approved["authority"] });

    private static JsonObject Content(FormLine row, string month)
    {
        var first = DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new()
        {
            ["period"] = new JsonObject { ["start"] = $"{first:yyyy-MM-dd}", ["end"] = $"{first.AddMonths(1).AddDays(-1):yyyy-MM-dd}" },
            ["amount"] = decimal.Parse(row.Cells["本期数"], CultureInfo.InvariantCulture),
            ["total"] = decimal.Parse(row.Cells["累计数"], CultureInfo.InvariantCulture),
            ["text"] = new JsonObject { ["done"] = row.Cells["工作进展"] },
        };
    }

    private static JsonObject Report(JsonNode unit, JsonObject content)
    {
        var report = content.DeepClone().AsObject();
        report["unit"] = unit.GetValue<string>();
        return report;
    }
}
