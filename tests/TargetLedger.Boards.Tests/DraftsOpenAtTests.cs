using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;

namespace TargetLedger.Boards.Tests;

/// <summary>Which drafts were open at a position, whether the boards' tables have come so far or not.</summary>
public sealed class DraftsOpenAtTests
{
    private static readonly string[] Units = ["rensheju", "zuzhibu"];

    [Fact]
    public async Task A_handover_list_of_a_position_is_the_same_before_and_after_the_tables_get_there()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(StreamIds.Submission, new SubmissionRulesAdopted("规则", new(2014, 1, 1), new([PostKind.Leader]), "文1号"));
        var drafts = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            if (i is 8 or 16)
                await office.CatchUpAsync();
            var draft = StreamIds.Draft(StreamIds.NameBased("draft", $"{i}"));
            drafts.Add(draft);
            await office.RecordAsync(draft, new ReportDrafted(Office.Commitment("10-1"), Units[i % 2], new(new(new(2014, 6, 1), new(2014, 6, 30)), Amount: i)));
            if (i % 3 == 0)
                await office.RecordAsync(drafts[i / 2], new DraftPutUp());
            if (i % 4 == 3)
                await office.RecordAsync(drafts[i / 4], i % 8 == 3 ? new DraftDiscarded() : new DraftSubmitted(Guid.NewGuid()));
        }

        var head = await office.Ledger.Reader.HeadAsync();
        var behind = await AtAsync();
        await office.CatchUpAsync();
        var level = await AtAsync();

        behind.ShouldBe(level);
        level.Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(30);
        // Two units with half of 24 drafts each, three of which were closed.
        JsonDocument.Parse(level[^1]).RootElement.GetProperty("drafts").GetArrayLength().ShouldBe(9);

        async Task<List<string>> AtAsync()
        {
            var answers = new List<string>();
            for (var position = head - 40; position <= head; position++)
                answers.Add(JsonSerializer.Serialize(await office.Inbox.HandoverAsync("rensheju", new AsOf.AtPosition(position), new(2014, 6, 4)), LedgerJson.Options));
            return answers;
        }
    }
}
