using System.Text.Json;
using Npgsql;
using TargetLedger.Domain;

namespace TargetLedger.Boards.Tests;

/// <summary>Commitments are kept packed, so that a page of them is read and not folded. That folding goes on from them is shown where batches change hands.</summary>
public sealed class PackedCommitmentTests
{
    [Fact]
    public async Task Another_node_answers_from_them_what_its_events_say_also_where_more_has_come_since()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(42).RecordAsync(office, 200);
        var judged = await PagesAsync(office.AnotherNode(), office);
        await office.CatchUpAsync();
        var then = new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync());
        await new RandomEvents(43).RecordAsync(office, 60);
        await office.CatchUpAsync();

        var lights = new LightsProjection(LedgerZone.Default, fewestChanges: 20);
        var elsewhere = new BoardQueries(office.Ledger.Reader, new(office.Database.DataSource), office.Boards, lights);
        (await PagesAsync(elsewhere, office, then)).ShouldBe(judged);
    }

    [Fact]
    public async Task A_long_history_is_not_written_again_with_every_report()
    {
        await using var office = await Office.OpenAsync();
        var commitment = new LongCommitment();
        for (var i = 0; i < 500; i++)
            await office.RecordAsync(commitment.Stream, commitment.Next());
        await office.CatchUpAsync();

        (await PackedAsync(office)).ShouldBe([null]);
    }

    private static async Task<IReadOnlyList<byte[]?>> PackedAsync(Office office)
    {
        var suffix = $"_{(await office.LightsRunner.ReadStateAsync()).Build}";
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"SELECT state FROM boards.light_states{suffix}", connection);
        await using var row = await command.ExecuteReaderAsync();
        var packed = new List<byte[]?>();
        while (await row.ReadAsync())
            packed.Add(row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0));
        return packed;
    }

    private static async Task<string> PagesAsync(BoardQueries queries, Office office, AsOf? at = null)
    {
        var pages = new List<object?>();
        at ??= new AsOf.AtPosition(await office.Ledger.Reader.HeadAsync());
        foreach (var unit in new[] { "zuzhibu", "rensheju", "pengzhou", "weishengju" })
            pages.Add(await queries.UnitAsync(unit, at, new(2014, 9, 30)));
        pages.Add(await queries.ComplianceAsync(BoardFilter.None, at, new(2014, 9, 30), new(7)));
        return JsonSerializer.Serialize(pages, LedgerJson.Options);
    }
}
