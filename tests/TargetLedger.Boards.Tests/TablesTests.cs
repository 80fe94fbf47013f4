using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.EventStore;

namespace TargetLedger.Boards.Tests;

/// <summary>The tables are nothing but a fold of the events.</summary>
public sealed class TablesTests
{
    [Fact]
    public async Task A_rebuild_gives_the_rows_that_live_following_gave()
    {
        await using var office = await Office.WithSamplePlanAsync();
        var events = new RandomEvents(11);
        for (var i = 0; i < 5; i++)
        {
            await events.RecordAsync(office, 60);
            await office.CatchUpAsync();
        }

        var live = await office.Runner.ReadStateAsync();
        var rebuilt = await office.Runner.RebuildAsync();

        rebuilt.Build.ShouldNotBe(live.Build);
        rebuilt.Checkpoint.ShouldBe(live.Checkpoint);
        (await DumpAsync(office, $"_{rebuilt.Build}")).ShouldBe(await DumpAsync(office, $"_{live.Build}"));
    }

    [Fact]
    public async Task Figures_of_every_size_are_the_same_rebuilt_and_followed()
    {
        decimal[] figures = [0, 1, -1, 9_999, 10_000, 10_001, 100_000_000, 999_999_999_999_999, 0.5m, -16_250.5m, 0.0001m, 0.01m, 10_000.0001m, 12_345_678_901.2345m, -0.25m];
        await using var office = await Office.WithSamplePlanAsync();
        await office.CatchUpAsync();
        foreach (var figure in figures)
            await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), figure, figure);
        await office.CatchUpAsync();
        var live = await office.Runner.ReadStateAsync();

        var rebuilt = await office.Runner.RebuildAsync();

        var rows = await DumpAsync(office, $"_{rebuilt.Build}");
        rows.ShouldBe(await DumpAsync(office, $"_{live.Build}"));
        foreach (var figure in figures)
            rows.ShouldContain(row => row.Contains($"\t{figure.ToString(CultureInfo.InvariantCulture)}\t{figure.ToString(CultureInfo.InvariantCulture)}\t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_of_a_large_ledger_whose_streams_interleave_are_the_same_rebuilt_and_followed()
    {
        // A million events in the long run; followed by a node that was started before them.
        var (streams, rounds) = Environment.GetEnvironmentVariable("TARGETLEDGER_LONG") == "1" ? (10_000, 100) : (300, 12);
        await using var office = await Office.WithSamplePlanAsync();
        await office.CatchUpAsync();
        var live = await office.Runner.ReadStateAsync();
        var commitments = Enumerable.Range(0, streams).Select(_ => new LongCommitment()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var some in commitments.Chunk(1_000))
                await office.RecordAsync([.. some.Select(c => (c.Stream, c.Next()))]);
            await office.CatchUpAsync();
        }

        var rebuilt = await office.Runner.RebuildAsync();

        rebuilt.Build.ShouldNotBe(live.Build);
        foreach (var table in office.Boards.Tables)
        {
            (await DigestAsync(office, $"{table}_{rebuilt.Build}")).ShouldBe(await DigestAsync(office, $"{table}_{live.Build}"), table);
        }
    }

    [Fact]
    public async Task Batches_of_any_size_give_the_same_rows()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(12).RecordAsync(office, 400);
        var events = await office.EventsAsync();

        foreach (var size in new[] { 1, 7, 1_000 })
        {
            // A projection of its own has nothing remembered from the one before.
            var projection = new BoardsProjection(LedgerZone.Default);
            await CreateAsync(office, projection, $"_by{size}");
            foreach (var batch in events.Chunk(size))
                await ApplyAsync(office, projection, $"_by{size}", batch);
        }

        var bySingle = await DumpAsync(office, "_by1");
        bySingle.Select(row => row.Split('\t')[0]).Distinct().ShouldBe(office.Boards.Tables);
        (await DumpAsync(office, "_by7")).ShouldBe(bySingle);
        (await DumpAsync(office, "_by1000")).ShouldBe(bySingle);
    }

    [Fact]
    public async Task A_projection_that_remembers_nothing_goes_on_where_another_stopped()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(13).RecordAsync(office, 200);
        var events = await office.EventsAsync();

        var one = new BoardsProjection(LedgerZone.Default);
        await CreateAsync(office, one, "_one");
        await ApplyAsync(office, one, "_one", events);

        await CreateAsync(office, one, "_many");
        foreach (var batch in events.Chunk(40))
            await ApplyAsync(office, new BoardsProjection(LedgerZone.Default), "_many", batch);

        (await DumpAsync(office, "_many")).ShouldBe(await DumpAsync(office, "_one"));
    }

    [Fact]
    public async Task A_batch_that_was_rolled_back_is_folded_again_from_the_state_before_it()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await new RandomEvents(14).RecordAsync(office, 120);
        var events = await office.EventsAsync();
        var projection = new BoardsProjection(LedgerZone.Default);
        await CreateAsync(office, projection, "_torn");
        await CreateAsync(office, projection, "_whole");

        foreach (var batch in events.Chunk(30))
        {
            await ApplyAsync(office, projection, "_torn", batch, commit: false);
            await ApplyAsync(office, projection, "_torn", batch);
        }

        await ApplyAsync(office, new BoardsProjection(LedgerZone.Default), "_whole", events);
        (await DumpAsync(office, "_torn")).ShouldBe(await DumpAsync(office, "_whole"));
    }

    [Fact]
    public async Task A_report_writes_its_own_row_and_its_commitments_and_no_other()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.ReportAsync("10-1", "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), 41_000, 41_000);
        await office.CatchUpAsync();
        var suffix = $"_{(await office.Runner.ReadStateAsync()).Build}";
        var before = await RowIdsAsync(office, suffix);

        await office.ReportAsync("10-1", "rensheju", new(new(2014, 6, 1), new(2014, 6, 30)), 8_000, 49_000);
        await office.CatchUpAsync();

        var after = await RowIdsAsync(office, suffix);
        after.Except(before, StringComparer.Ordinal).Select(row => row.Split(' ')[0]).Order(StringComparer.Ordinal).ShouldBe(["commitment_reports", "commitments"]);
        before.Except(after, StringComparer.Ordinal).Select(row => row.Split(' ')[0]).ShouldBe(["commitments"]);
    }

    [Fact]
    public async Task An_event_of_a_newer_release_halts_the_boards_before_it_and_they_are_still_read()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.CatchUpAsync();
        var good = await office.Ledger.Reader.HeadAsync();
        await office.Ledger.AppendAsync(new AppendRequest(
            [new(Office.Commitment("10-1"), StreamIds.CommitmentType, ExpectedVersion.Any, [new(Guid.CreateVersion7(), "progress_reported_v9", "{}"u8.ToArray())])],
            new("keeper")));

        await Should.ThrowAsync<ProjectionHaltedException>(office.CatchUpAsync());

        (await office.Runner.ReadStateAsync()).HaltedAt.ShouldBe(good + 1);
        (await office.BoardAsync()).Position.ShouldBe(good);
    }

    [Fact]
    public async Task Boards_keep_no_free_text_of_reports_and_claims()
    {
        await using var office = await Office.WithSamplePlanAsync();
        await office.RecordAsync(
            Office.Commitment("10-1"),
            new ProgressReported(Guid.CreateVersion7(), "rensheju", new(new(2014, 1, 1), new(2014, 5, 31)), new(2014, 5, 31), 5, 5, Text: new("独特的一句话"), Evidence: [new("ab", "独特的一句话.pdf", 1, "application/pdf")]),
            new CompletionClaimed("rensheju", new(2014, 5, 31), "独特的一句话"));
        await office.CatchUpAsync();

        var tables = await DumpAsync(office, $"_{(await office.Runner.ReadStateAsync()).Build}");

        tables.ShouldNotBeEmpty();
        tables.ShouldNotContain(row => row.Contains("独特", StringComparison.Ordinal));
    }

    private static async Task CreateAsync(Office office, BoardsProjection projection, string suffix)
    {
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var role = new NpgsqlCommand("SET LOCAL ROLE ledger_projector", connection))
            await role.ExecuteNonQueryAsync();
        await projection.CreateTablesAsync(connection, suffix, default);
        await transaction.CommitAsync();
    }

    private static async Task ApplyAsync(
        Office office, BoardsProjection projection, string suffix, IReadOnlyList<StoredEvent> batch, bool commit = true)
    {
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await projection.ApplyAsync(connection, suffix, batch, default);
        if (commit)
            await transaction.CommitAsync();
    }

    /// <summary>Every table's rows as COPY writes them, ordered, each behind its table's name.</summary>
    private static async Task<IReadOnlyList<string>> DumpAsync(Office office, string suffix)
    {
        var dump = new List<string>();
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        foreach (var table in office.Boards.Tables)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY (SELECT * FROM boards.\"{table}{suffix}\" t ORDER BY t) TO STDOUT");
            dump.AddRange((await rows.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => $"{table}\t{row}"));
        }

        return dump;
    }

    /// <summary>How many rows, and the hash of the bytes COPY writes for them in order.</summary>
    private static async Task<(long Rows, string Hash)> DigestAsync(Office office, string table)
    {
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var rows = await connection.BeginTextExportAsync($"COPY (SELECT * FROM boards.\"{table}\" t ORDER BY t) TO STDOUT");
        var count = 0L;
        while (await rows.ReadLineAsync() is { } row)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(row));
            hash.AppendData("\n"u8);
            count++;
        }

        return (count, Convert.ToHexString(hash.GetHashAndReset()));
    }

    /// <summary>Which row versions there are: one that was written again is another.</summary>
    private static async Task<IReadOnlyList<string>> RowIdsAsync(Office office, string suffix)
    {
        var ids = new List<string>();
        await using var connection = await office.Database.DataSource.OpenConnectionAsync();
        foreach (var table in office.Boards.Tables)
        {
            using var rows = await connection.BeginTextExportAsync($"COPY (SELECT xmin, ctid FROM boards.\"{table}{suffix}\") TO STDOUT");
            ids.AddRange((await rows.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => $"{table} {id}"));
        }

        return ids;
    }
}
