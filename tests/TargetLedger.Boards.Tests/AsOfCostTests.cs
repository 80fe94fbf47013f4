using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Boards.Tests;

/// <summary>What was known is read at the cost of what is asked for, and once.</summary>
public sealed class AsOfCostTests
{
    [Fact]
    public async Task One_commitment_and_the_small_lists_are_known_as_of_a_position_without_reading_any_other_commitment()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("6-2", "zuzhibu", new(new(2014, 1, 1), new(2014, 5, 31)), 9_000, 9_000);
        await RecordUnfoldableAsync(office, Office.Commitment("10-1"));
        var at = new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync());

        (await office.Queries.CommitmentAsync(Office.Commitment("6-2"), at, office.Today)).ShouldNotBeNull().Row.Number.ShouldBe("6-2");
        (await office.Queries.HistoryAsync(Office.Commitment("6-2"), at, PageRequest.Whole)).ShouldNotBeNull().Answer.Events.Count.ShouldBe(2);
        (await office.Queries.UnitsAsync(at)).Units.ShouldNotBeEmpty();
        (await office.Queries.PlansAsync(at)).Plans.ShouldHaveSingleItem();
        await office.Queries.RulesAsync(at);

        // What cannot be folded is met by whoever reads everything.
        await Should.ThrowAsync<UnknownEventTypeException>(office.Queries.ComplianceAsync(BoardFilter.None, at, office.Today, PageRequest.Whole));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("unit")]
    public async Task What_is_not_a_commitment_is_no_commitment_as_of_a_position_either(string type)
    {
        await using var office = await Office.WithSamplePlanAsync();
        var stream = type == "plan" ? StreamIds.Plan("CD-2014") : StreamIds.Unit("zuzhibu");
        var at = new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync());

        (await office.Queries.CommitmentAsync(stream, at, office.Today)).ShouldBeNull();
        (await office.Queries.CommitmentAsync($"commitment-{Guid.CreateVersion7()}", at, office.Today)).ShouldBeNull();
    }

    [Fact]
    public async Task The_small_lists_are_as_they_were_at_the_position()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var before = await office.Ledger.Reader.HeadAsync();
        var names = (await office.Queries.UnitsAsync(new AsOf.AtPosition(before))).Units.Count;
        var after = await office.RecordAsync(StreamIds.Unit("new"), new UnitRegistered("new", "新单位", UnitKind.Department, [], null, null));

        (await office.Queries.UnitsAsync(new AsOf.AtPosition(after))).Units.Count.ShouldBe(names + 1);
        (await office.Queries.UnitsAsync(new AsOf.AtPosition(before))).Units.Count.ShouldBe(names);
        (await office.Queries.UnitsAsync(new AsOf.AtPosition(after - 1))).Position.ShouldBe(before);
        await Should.ThrowAsync<PositionNotReachedException>(office.Queries.UnitsAsync(new AsOf.AtPosition(after + 1)));
    }

    [Fact]
    public async Task The_pages_of_a_live_listing_replay_nothing_on_any_node_and_are_the_same()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), 41_000, 41_000);
        await office.CatchUpAsync();
        var first = await office.Queries.ComplianceAsync(BoardFilter.None, office.Now, null, new(12));
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 6, 1), new(2014, 6, 30)), 1_000, 42_000);
        var other = office.AnotherNode();

        using var statements = new Statements();
        var second = await office.Queries.ComplianceAsync(BoardFilter.None, office.Now, null, new(12, first.Next));
        var elsewhere = await other.ComplianceAsync(BoardFilter.None, office.Now, null, new(12, first.Next));
        statements.FullReads.ShouldBe(0);

        JsonSerializer.Serialize(second, LedgerJson.Options).ShouldBe(JsonSerializer.Serialize(elsewhere, LedgerJson.Options));
    }

    [Fact]
    public async Task Boards_of_one_moment_share_one_replay()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var at = new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync());

        using var statements = new Statements();
        var whole = (await office.Queries.ComplianceAsync(BoardFilter.None, at, office.Today, PageRequest.Whole)).Answer;
        var replay = statements.FullReads;
        await office.Queries.ComplianceAsync(new(Units: ["rensheju"]), at, office.Today, new(5));
        await office.Queries.QueueAsync(BoardFilter.None, null, at, office.Today, PageRequest.Whole);
        await office.Queries.UnitAsync("rensheju", at, office.Today);
        var one = await office.Queries.CommitmentAsync(Office.Commitment("6-2"), at, office.Today);

        replay.ShouldBeGreaterThan(0);
        statements.FullReads.ShouldBe(replay);
        JsonSerializer.Serialize(one!.Row, LedgerJson.Options)
            .ShouldBe(JsonSerializer.Serialize(whole.Rows.Single(r => r.Number == "6-2"), LedgerJson.Options));
    }

    [Fact]
    public async Task No_more_than_two_replay_everything_at_once()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var head = await office.Ledger.Reader.HeadAsync();

        using var statements = new Statements();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            office.Queries.ComplianceAsync(BoardFilter.None, new AsOf.AtPosition(head - i), office.Today, PageRequest.Whole))));

        statements.FullReads.ShouldBeGreaterThanOrEqualTo(12);
        statements.MostFullReadsAtOnce.ShouldBeLessThanOrEqualTo(2);
    }

    /// <summary>An event whose type no release knows: whoever reads it fails.</summary>
    private static async Task RecordUnfoldableAsync(Office office, string stream)
        => (await office.Ledger.AppendAsync(new(
            [new(stream, StreamIds.CommitmentType, ExpectedVersion.Any, [new(Guid.CreateVersion7(), "commitment_dreamt", Encoding.UTF8.GetBytes("{}"))])],
            new("keeper")))).ShouldBeOfType<AppendResult.Appended>();

    /// <summary>Watches what this test, and no other beside it, asks of the database.</summary>
    private sealed class Statements : IDisposable
    {
        private const string Source = "TargetLedger.Boards.Tests";
        private readonly ActivitySource source = new(Source);
        private readonly ActivityListener listener;
        private readonly ConcurrentQueue<(DateTime From, DateTime Until)> fullReads = new();
        private readonly Activity test;

        public Statements()
        {
            var trace = default(ActivityTraceId);
            listener = new()
            {
                ShouldListenTo = s => s.Name is "Npgsql" or Source,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (activity.TraceId == trace && IsFullRead(activity))
                        fullReads.Enqueue((activity.StartTimeUtc, activity.StartTimeUtc + activity.Duration));
                },
            };
            ActivitySource.AddActivityListener(listener);
            test = source.StartActivity("test")!;
            trace = test.TraceId;
        }

        public int FullReads => fullReads.Count;

        public int MostFullReadsAtOnce => fullReads.Max(one => fullReads.Count(other => other.From <= one.From && one.From < other.Until));

        public void Dispose()
        {
            test.Dispose();
            listener.Dispose();
            source.Dispose();
        }

        private static bool IsFullRead(Activity activity)
            => activity.TagObjects.Any(tag => tag.Value is string text && text.Contains("WHERE seq_id > $1 AND seq_id <= $2", StringComparison.Ordinal));
    }
}
