using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Forecasting;

namespace TargetLedger.Boards.Tests;

/// <summary>Why a light shows, and where a quantity is going: by the rule, its version, the figures and the records behind them.</summary>
public sealed class ExplanationTests
{
    private static readonly DateOnly On = new(2014, 7, 10);

    [Fact]
    public async Task A_yellow_light_is_explained_by_its_rule_its_version_its_figures_and_its_records()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var adopted = await office.RecordAsync(StreamIds.Rules, new RulesAdopted("2014年规则", new(2014, 1, 1), Rules.Default with { YellowTo = 40 }, "文〔2014〕1号"));
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 6, 30)), 15_000, 15_000);
        var reported = await office.Ledger.Reader.HeadAsync();
        await office.CatchUpAsync();

        var why = (await office.Queries.ExplainAsync(Office.Commitment("10-1"), office.Now, On))!;
        var row = await office.RowAsync("10-1", On);

        (why.Light, why.Status, why.Reason).ShouldBe((row.Light, row.Status, row.Reason));
        why.Light.ShouldBe(Light.Yellow);
        (why.Rules.Name, why.Rules.Version, why.Rules.Position, why.Rules.Rules.YellowTo).ShouldBe(("2014年规则", 1, adopted, 40));
        why.Policy.Zh.ShouldContain("40 个百分点");
        (why.Figures.Counted, why.Figures.Completion, why.Figures.Pace, why.Figures.Cutoff).ShouldBe((15_000, row.Completion, row.Pace, new DateOnly(2014, 6, 30)));
        why.Figures.GapPoints.ShouldBe(row.Pace - row.Completion);
        why.Basis.Select(b => (b.Position, b.Unit.Code, b.Total)).ShouldBe([(reported, "rensheju", 15_000)]);
    }

    [Fact]
    public async Task Where_pace_follows_a_curve_the_explanation_says_what_is_expected_when_and_a_node_until_when_silence_is_patience()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(StreamIds.Rules, new RulesAdopted("分季度", new(2014, 1, 1), Rules.Default with { PaceCurve = new([15, 40, 65, 100]) }, "文〔2014〕1号"));
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 6, 30)), 15_000, 15_000);
        await office.CatchUpAsync();
        await office.CatchUpAsync();

        var why = (await office.Queries.ExplainAsync(Office.Commitment("10-1"), office.Now, On))!;
        why.Figures.Stages.ShouldBe([new(new(2014, 3, 31), 15), new(new(2014, 6, 30), 40), new(new(2014, 9, 30), 65), new(new(2014, 12, 31), 100)]);
        (why.Figures.Pace, why.Reason).ShouldBe((40, (await office.RowAsync("10-1", On)).Reason));
        why.Policy.Zh.ShouldContain("分 4 个相等的阶段,各阶段末应达 15%、40%、65%、100%");
        why.Rules.Rules.PaceCurve.ShouldBe(new([15, 40, 65, 100]));

        var board = await office.BoardAsync(on: On);
        var nodes = board.Rows.Where(r => r is { Nodes: > 0, NodesReached: 0, Target: null }).ToList();
        nodes.ShouldNotBeEmpty();
        foreach (var row in nodes)
        {
            var explained = (await office.Queries.ExplainAsync(row.Commitment, office.Now, On))!;
            explained.Figures.Stages.ShouldBeEmpty();
            explained.Nodes.ShouldAllBe(n => n.PatienceUntil >= n.Planned.AddDays(Rules.Default.NodeGraceDays));
        }
    }

    [Fact]
    public async Task Whatever_is_recorded_the_explanation_is_of_the_light_on_the_board_and_its_records_add_up()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(51).RecordAsync(office, 400);
        await office.CatchUpAsync();
        var summed = 0;
        foreach (var day in new DateOnly[] { new(2014, 6, 30), new(2014, 10, 31) })
        {
            var board = await office.BoardAsync(on: day);
            foreach (var row in board.Rows)
            {
                var why = (await office.Queries.ExplainAsync(row.Commitment, office.Now, day))!;
                (why.Light, why.Reason, why.Figures.Counted).ShouldBe((row.Light, row.Reason, row.Counted), row.Number);
                why.Basis.Select(b => b.Position).ShouldBe(row.Basis);
                if (row.Group is { Way: SummingUp.EachForItself } || row.Counted is null)
                    continue;
                summed += row.Basis.Count > 1 ? 1 : 0;
                why.Basis.Sum(b => b.Total.GetValueOrDefault()).ShouldBe(row.Counted.Value, row.Number);
            }
        }
    }

    [Fact]
    public async Task A_forecast_is_the_same_live_and_replayed_and_names_its_records()
    {
        await using var office = await Office.WithSamplePlanAsync();
        for (var month = 3; month <= 6; month++)
            await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new DateOnly(2014, month, 1).AddMonths(1).AddDays(-1)), null, month * 4_000);
        var head = await office.Ledger.Reader.HeadAsync();
        await office.CatchUpAsync();

        var live = (await office.Queries.ForecastAsync(Office.Commitment("10-1"), office.Now, On))!;
        var forecast = live.Quantities.ShouldHaveSingleItem().Forecast!;
        forecast.Basis.Method.ShouldBe(ForecastMethod.RunRate);
        forecast.Basis.Positions.ShouldBe([head - 3, head - 2, head - 1, head]);
        (forecast.Low <= forecast.Value, forecast.Value <= forecast.High).ShouldBe((true, true));
        live.Note.ShouldContain("不是填报数");

        var then = (await office.Queries.ForecastAsync(Office.Commitment("10-1"), new AsOf.AtPosition(head), On))!;
        then.Quantities[0].Forecast!.Value.ShouldBe(forecast.Value);
        (await office.Queries.ForecastAsync(Office.Commitment("10-1"), new AsOf.AtPosition(head - 1), On))!.Quantities[0].Why!.Code.ShouldBe("too_few_periods");
    }
}
