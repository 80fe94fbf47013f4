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
    public async Task An_event_is_found_by_its_id()
    {
        var given = Event();
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Event(), given)));

        (await Ledger.Reader.FindEventAsync(given.Id)).ShouldNotBeNull().Position.ShouldBe(2);
        (await Ledger.Reader.FindEventAsync(Guid.CreateVersion7())).ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_ledger_stands_at_zero()
    {
        (await Ledger.Reader.HeadAsync()).ShouldBe(0);
        (await ReadAllAsync()).ShouldBeEmpty();
        (await Ledger.Reader.PositionAtAsync(Start)).ShouldBe(0);
    }
}
