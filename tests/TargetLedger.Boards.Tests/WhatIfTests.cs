using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards.Tests;

/// <summary>Boards under rules nobody has adopted say what boards would say once these were adopted, and record nothing.</summary>
public sealed class WhatIfTests
{
    private static readonly WhatIfWish[] Wishes =
    [
        new(new()),
        .. Enum.GetValues<RulesPreset>().Select(preset => new WhatIfWish(new(preset))),
        new(new(RulesPreset.MonthlyCompletion, PaceBy: PaceBy.FinishedMonths, CountedAmount: CountedAmount.Verified)),
        new(new(RulesPreset.GapInPoints, YellowTo: 5, OverdueGraceDays: 0, NodeYellowDays: 0)),
        new(new(RulesPreset.TimeLeft), "CD-2014"),
        new(new(RulesPreset.ShareOfPace, YellowTo: 5, CountedAmount: CountedAmount.Verified), "CD-2014"),
    ];

    private static readonly BoardFilter[] Filters =
    [
        BoardFilter.None,
        new(Plan: "CD-2014", Section: "二"),
        new(Units: ["rensheju", "pengzhou"]),
        new(Group: "quxian"),
        new(Light: Light.Yellow),
    ];

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public async Task Every_board_tried_out_is_the_same_counted_and_judged(int seed)
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new SampleYear(office).PlayAsync(_ => Task.CompletedTask);
        await new RandomEvents(seed).RecordAsync(office, 90);
        var head = await office.Ledger.Reader.HeadAsync();
        long[] positions = [head, head - 90, head - 40, head - 91];

        // Nobody has made the tables of entries yet.
        var judged = await AnswersAsync(office, positions);
        await office.CatchUpAsync();
        var counted = await AnswersAsync(office, positions);

        judged.Values.Sum(a => a.Changed).ShouldBeGreaterThan(100);
        foreach (var (question, answer) in judged)
            Text(counted[question]).ShouldBe(Text(answer), question);
    }

    [Fact]
    public async Task What_is_tried_out_is_what_the_board_says_once_it_is_adopted()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new SampleYear(office).PlayAsync(_ => Task.CompletedTask);
        var on = new DateOnly(2014, 10, 15);
        foreach (var wish in Wishes)
        {
            await office.CatchUpAsync();
            var tried = await AskAsync(office, wish, BoardFilter.None, office.Now, on);
            await office.RecordAsync(StreamIds.Rules, new RulesAdopted("试过的", on, tried.Candidate.Rules, "文〔2014〕1号", wish.ForPlan is null ? null : StreamIds.Plan(wish.ForPlan)));
            await office.CatchUpAsync();

            var board = await office.BoardAsync(on: on);
            board.Lights.ShouldBe(tried.CandidateLights);
            board.Units.Select(u => (u.Code, u.Lights)).ShouldBe(tried.Units.Select(u => (u.Code, u.CandidateLights)));
            foreach (var row in tried.Rows)
                board.Rows.Single(r => r.Commitment == row.InForce.Commitment).Reason.ShouldBe(row.Reason);
        }
    }

    [Fact]
    public async Task A_plan_s_own_rules_judge_it_and_others_keep_the_ledger_s()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var plan = StreamIds.Plan("CD-2014");
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), 41_000, 41_000);
        await office.RecordAsync(StreamIds.Rules, new RulesAdopted("全市", new(2014, 1, 1), RulesPresets.Of(RulesPreset.ShareOfPace), "文1号"));
        var before = await office.RecordAsync(StreamIds.Rules, new RulesAdopted("方案", new(2014, 6, 1), RulesPresets.Of(RulesPreset.TimeLeft), "文2号", plan));
        await office.RecordAsync(StreamIds.Rules, new PlanRulesLifted(plan, new(2014, 9, 1), "文3号"));
        await office.CatchUpAsync();

        var june = await office.BoardAsync(new(Plan: "CD-2014"), new(2014, 6, 30));
        (june.Rules, june.PlanRules).ShouldBe((new RulesName("方案", new(2014, 6, 1)), june.PlanRules));
        june.PlanRules.ShouldBe([new PlanRulesName("CD-2014", "方案", new(2014, 6, 1))]);
        june.Rows.Single(r => r.Number == "10-1").Reason.Code.ShouldBe("time_left");
        (await office.BoardAsync(on: new(2014, 9, 1))).PlanRules.ShouldBeNull();
        (await office.RowAsync("10-1", new(2014, 9, 1))).Reason.Code.ShouldNotBe("time_left");

        // As known before they were lifted, September is judged by the plan's own.
        var then = await office.BoardAsync(on: new(2014, 9, 1), at: new AsOf.AtPosition(before));
        then.PlanRules.ShouldNotBeNull();
        then.Rows.Single(r => r.Number == "10-1").Reason.Code.ShouldBe("time_left");

        // A ledger's rules tried out leave a plan alone that has its own, and say so by changing nothing.
        var tried = await AskAsync(office, new(new(RulesPreset.MonthlyCompletion)), BoardFilter.None, office.Now, new(2014, 6, 30));
        tried.Changed.ShouldBe(0);
        (await AskAsync(office, new(new(RulesPreset.MonthlyCompletion), plan), BoardFilter.None, office.Now, new(2014, 6, 30))).Candidate.Plan.ShouldBe("CD-2014");
    }

    [Fact]
    public async Task Thresholds_dropped_later_leave_the_boards_of_the_past_as_they_were()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(44).RecordAsync(office, 200);
        var (known, day) = (await office.Ledger.Reader.HeadAsync(), new DateOnly(2014, 8, 31));
        await office.CatchUpAsync();
        var shown = Text(await office.BoardAsync(on: day));

        // Adopted now, effective from before the day.
        await office.RecordAsync(StreamIds.Rules, new RulesAdopted("放宽", new(2014, 1, 1), Rules.Default with { YellowTo = 90, OverdueGraceDays = 300, NodeYellowDays = 300 }, "文9号"));
        await office.CatchUpAsync();

        Text(await office.BoardAsync(on: day, at: new AsOf.AtPosition(known))).ShouldBe(shown);
        Text(await Latest(office.AnotherNode(), day, new AsOf.AtPosition(known))).ShouldBe(shown);
        var rules = await office.Queries.RulesAsync(new AsOf.AtPosition(known));
        rules.Adopted.ShouldAllBe(r => r.Name != "放宽");

        static async Task<ComplianceBoard> Latest(BoardQueries queries, DateOnly on, AsOf at)
            => (await queries.ComplianceAsync(BoardFilter.None, at, on, PageRequest.Whole)).Answer;
    }

    [Fact]
    public async Task Rules_that_are_not_sound_are_told_and_so_is_a_plan_nobody_knows()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.CatchUpAsync();
        var (page, faults) = await office.Queries.WhatIfAsync(
            BoardFilter.None, new(new(GreenTo: 40, YellowTo: 0), "nothing"), office.Now, null, new());
        page.ShouldBeNull();
        faults.Select(f => f.Pointer).ShouldBe(["/yellowTo", "/greenTo", "/forPlan"]);
    }

    [Fact]
    public async Task What_was_written_to_since_is_tried_out_as_it_is_now()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var wish = new WhatIfWish(new(YellowTo: 1));
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), 1_000, 1_000);
        await office.CatchUpAsync();
        var on = new DateOnly(2014, 8, 1);
        await AskAsync(office, wish, BoardFilter.None, office.Now, on);

        await office.ReportAsync("10-1", "rensheju", new(new(2014, 6, 1), new(2014, 7, 31)), 40_000, 41_000);
        await office.CatchUpAsync();
        Text(await AskAsync(office, wish, BoardFilter.None, office.Now, on))
            .ShouldBe(Text((await office.AnotherNode().WhatIfAsync(BoardFilter.None, wish, office.Now, on, PageRequest.Whole)).Page!.Answer));
    }

    [Fact]
    public async Task The_changed_commitments_come_page_by_page()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new SampleYear(office).PlayAsync(_ => Task.CompletedTask);
        await office.CatchUpAsync();
        var (wish, on) = (new WhatIfWish(new(RulesPreset.MonthlyCompletion, OverdueGraceDays: 0, NodeYellowDays: 0), "CD-2014"), new DateOnly(2014, 9, 30));
        var whole = await AskAsync(office, wish, BoardFilter.None, office.Now, on);
        whole.Changed.ShouldBeGreaterThan(3);

        var (rows, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await office.Queries.WhatIfAsync(BoardFilter.None, wish, office.Now, on, new(2, cursor))).Page!;
            rows.AddRange(page.Answer.Rows.Select(r => r.InForce.Commitment));
            cursor = page.Next;
        }
        while (cursor is not null);
        rows.ShouldBe(whole.Rows.Select(r => r.InForce.Commitment));
    }

    private static async Task<Dictionary<string, WhatIfBoard>> AnswersAsync(Office office, IReadOnlyList<long> positions)
    {
        var answers = new Dictionary<string, WhatIfBoard>(StringComparer.Ordinal);
        foreach (var position in positions)
        {
            foreach (var day in new DateOnly[] { new(2014, 6, 17), new(2014, 9, 30), new(2015, 1, 10) })
            {
                foreach (var wish in Wishes)
                {
                    foreach (var filter in Filters)
                    {
                        answers.Add(
                            $"{Array.IndexOf(Wishes, wish)} {Array.IndexOf(Filters, filter)} at {position} on {day}",
                            await AskAsync(office, wish, filter, new AsOf.AtPosition(position), day));
                    }
                }
            }
        }

        return answers;
    }

    private static async Task<WhatIfBoard> AskAsync(Office office, WhatIfWish wish, BoardFilter filter, AsOf at, DateOnly on)
        => (await office.Queries.WhatIfAsync(filter, wish, at, on, PageRequest.Whole)).Page!.Answer;

    private static string Text(object answer) => JsonSerializer.Serialize(answer, answer.GetType(), LedgerJson.Options);
}
