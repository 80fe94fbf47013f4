using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Reading;

public sealed class ReadingTests : LedgerTest
{
    [Fact]
    public async Task A_stream_is_read_up_to_a_version_or_a_position()
    {
        var (stream, other) = (NewStream(), NewStream());
        await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.None, Events(2))));
        await Ledger.AppendAsync(One(other));
        await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.Exactly(2), Events(2))));

        (await VersionsAsync()).ShouldBe([1, 2, 3, 4]);
        (await VersionsAsync(afterVersion: 1)).ShouldBe([2, 3, 4]);
        (await VersionsAsync(throughVersion: 3)).ShouldBe([1, 2, 3]);
        (await VersionsAsync(throughPosition: 3)).ShouldBe([1, 2]);
        (await VersionsAsync(throughPosition: 4)).ShouldBe([1, 2, 3]);
        (await VersionsAsync(afterVersion: 1, throughVersion: 3, throughPosition: 4)).ShouldBe([2, 3]);
        (await Ledger.Reader.ReadStreamAsync(NewStream())).ShouldBeEmpty();

        async Task<IEnumerable<long>> VersionsAsync(long afterVersion = 0, long? throughVersion = null, long? throughPosition = null) =>
            (await Ledger.Reader.ReadStreamAsync(stream, afterVersion, throughVersion, throughPosition)).Select(e => e.Version);
    }

    [Fact]
    public async Task A_long_stream_is_folded_whole_and_in_order_however_many_statements_that_takes()
    {
        var stream = NewStream();
        for (var i = 0; i < 5; i++)
        {
            await Ledger.AppendAsync(Request(To(stream, ExpectedVersion.Any, Events(1_000))));
            await Ledger.AppendAsync(One(NewStream()));
        }

        ShouldBe(await VersionsAsync(), 1, 5_000);
        ShouldBe(await VersionsAsync(afterVersion: 2_047), 2_048, 5_000);
        ShouldBe(await VersionsAsync(throughPosition: 2_048), 1, 2_046);
        ShouldBe(await VersionsAsync(throughPosition: 2_050), 1, 2_048);
        ShouldBe(await VersionsAsync(throughPosition: 2_051), 1, 2_049);
        (await VersionsAsync(afterVersion: 5_000)).ShouldBeNull();

        async Task<List<long>?> VersionsAsync(long afterVersion = 0, long? throughPosition = null) =>
            await Ledger.Reader.FoldStreamAsync<List<long>>(stream, null, Add, afterVersion, throughPosition);

        static List<long> Add(List<long>? versions, FoldedEvent folded)
        {
            versions ??= [];
            versions.Add(folded.Version);
            return versions;
        }

        static void ShouldBe(List<long>? versions, int first, int last) => versions.ShouldBe(Enumerable.Range(first, last - first + 1).Select(n => (long)n));
    }

    [Fact]
    public async Task The_whole_ledger_is_read_in_order_over_many_pages()
    {
        for (var i = 0; i < 9; i++)
            await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(1_000))));

        (await ReadAllAsync()).Select(e => e.Position).ShouldBe(Enumerable.Range(1, 9_000).Select(n => (long)n));
    }

    [Fact]
    public async Task The_whole_ledger_is_read_between_two_positions()
    {
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(10))));

        var some = new List<long>();
        await foreach (var stored in Ledger.Reader.ReadAllAsync(afterPosition: 3, throughPosition: 7))
            some.Add(stored.Position);

        some.ShouldBe([4, 5, 6, 7]);
    }

    [Fact]
    public async Task Streams_of_some_types_are_read_as_known_at_a_position_and_nothing_else()
    {
        var (unit, other, wanted, group) = ($"unit-{Guid.CreateVersion7()}", NewStream(), NewStream(), $"unit_group-{Guid.CreateVersion7()}");
        await Ledger.AppendAsync(Request(To(unit, ExpectedVersion.None, Events(2)), To(other, ExpectedVersion.None, Events(2))));
        await Ledger.AppendAsync(Request(To(wanted, ExpectedVersion.None, Events(2)), To(group, ExpectedVersion.None, Event())));
        await Ledger.AppendAsync(Request(To(unit, ExpectedVersion.Exactly(2), Event()), To(wanted, ExpectedVersion.Exactly(2), Event())));

        (await ReadAsync(["unit"], [wanted], 8)).ShouldBe([(unit, 1), (unit, 2), (unit, 3), (wanted, 1), (wanted, 2)]);
        (await ReadAsync(["unit"], [wanted], 5)).ShouldBe([(unit, 1), (unit, 2), (wanted, 1)]);
        (await ReadAsync(["unit", "unit_group"], [], 9)).ShouldBe([(unit, 1), (unit, 2), (unit, 3), (group, 1)]);
        (await ReadAsync([], [], 9)).ShouldBeEmpty();

        async Task<List<(string, long)>> ReadAsync(string[] types, string[] streams, long position)
        {
            var read = new List<(string, long)>();
            await foreach (var stored in Ledger.Reader.ReadTypesAsync(types, streams, position))
                read.Add((stored.Stream, stored.Version));
            return read;
        }
    }

    [Fact]
    public async Task Streams_of_a_type_are_found_by_the_index_on_streams()
    {
        for (var i = 0; i < 5; i++)
            await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(1_000))));
        await Database.ExecuteAsAdminAsync("ANALYZE ledger.mt_events");

        await using var explain = Database.DataSource.CreateCommand("EXPLAIN " + await SqlAsync("Sql/read_type.sql"));
        foreach (var value in new object[] { "unit-", "unit.", 5_000L })
            explain.Parameters.Add(new() { Value = value });
        var plan = new List<string>();
        await using var lines = await explain.ExecuteReaderAsync();
        while (await lines.ReadAsync())
            plan.Add(lines.GetString(0));

        string.Join('\n', plan).ShouldContain("Index Scan using pk_mt_events_stream_and_version");
        string.Join('\n', plan).ShouldNotContain("Sort");
    }

    [Fact]
    public async Task An_empty_ledger_stands_at_zero()
    {
        (await Ledger.Reader.HeadAsync()).ShouldBe(0);
        (await ReadAllAsync()).ShouldBeEmpty();
        (await Ledger.Reader.PositionAtAsync(Start)).ShouldBe(0);
    }

    private static async Task<string> SqlAsync(string name)
    {
        using var text = new StreamReader(typeof(LedgerReader).Assembly.GetManifestResourceStream(name)!);
        return await text.ReadToEndAsync();
    }
}
