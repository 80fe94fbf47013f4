using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards.Tests;

/// <summary>Boards counted from entries say what boards say for which every commitment is folded and judged.</summary>
public sealed class CountedAndJudgedTests
{
    private static readonly BoardFilter[] Filters =
    [
        BoardFilter.None,
        new(Plan: "CD-2014"),
        new(Plan: StreamIds.Plan("CD-2014"), Section: "三", Light: Light.None),
        new(Section: "二", Light: Light.Yellow),
        new(Units: ["rensheju", "pengzhou"]),
        new(Units: ["jinjiang"], Light: Light.Red),
        new(Units: []),
        new(Units: ["nobody"]),
        new(Group: "quxian"),
        new(Group: "chengyuan-danwei", Section: "一"),
        new(Group: "nobody"),
        new(Plan: "nothing"),
    ];

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public async Task Every_board_of_every_day_is_the_same_counted_and_judged(int seed)
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(seed).RecordAsync(office, 420);
        var head = await office.Ledger.Reader.HeadAsync();
        var positions = Enumerable.Range(0, 6).Select(i => head - i * 67).ToArray();

        // Nobody has made the tables of entries yet.
        var judged = await AnswersAsync(office, positions);
        await office.CatchUpAsync();
        var counted = await AnswersAsync(office, positions);

        foreach (var (question, answer) in judged)
            counted[question].ShouldBe(answer, question);
    }

    private static async Task<Dictionary<string, string>> AnswersAsync(Office office, IReadOnlyList<long> positions)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var days = new DateOnly?[] { null, new(2014, 1, 1), new(2014, 5, 31), new(2014, 6, 17), new(2014, 9, 30), new(2015, 3, 1) };
        foreach (var position in positions)
        {
            var at = new AsOf.AtPosition(position);
            foreach (var day in days)
            {
                foreach (var filter in Filters)
                    Add($"board {Array.IndexOf(Filters, filter)} {filter}", await office.Queries.ComplianceAsync(filter, at, day, new(7)));
                foreach (var unit in new[] { "zuzhibu", "rensheju", "pengzhou", "weishengju", "nobody" })
                    Add($"unit {unit}", await office.Queries.UnitAsync(unit, at, day));

                void Add(string question, object? answer)
                    => answers.Add($"{question} at {position} on {day}", JsonSerializer.Serialize(answer, LedgerJson.Options));
            }
        }

        return answers;
    }
}
