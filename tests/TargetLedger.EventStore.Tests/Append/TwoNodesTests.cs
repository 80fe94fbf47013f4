using Npgsql;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class TwoNodesTests : LedgerTest
{
    [Fact]
    public async Task Two_nodes_interleave_without_gaps_and_in_order()
    {
        await using var otherSource = NpgsqlDataSource.Create(Database.ServerConnectionString);
        // Its clock is a little ahead; neither may break the order.
        await using var other = new Ledger(otherSource, new SteppedClock(Start.AddSeconds(3)));
        var streams = Enumerable.Range(0, 4).Select(_ => NewStream()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            var node = writer % 2 == 0 ? Ledger : other;
            for (var i = 0; i < 50; i++)
                (await node.AppendAsync(One(streams[(writer + i) % streams.Length]))).ShouldBeAppended();
        }));

        var all = await ReadAllAsync();
        all.Select(e => e.Position).ShouldBe(Enumerable.Range(1, 800).Select(n => (long)n));
        all.Zip(all.Skip(1)).ShouldAllBe(pair => pair.First.Timestamp < pair.Second.Timestamp);
        foreach (var stream in all.GroupBy(e => e.Stream))
            stream.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 200).Select(n => (long)n));
    }

    [Fact]
    public async Task One_key_at_two_nodes_at_once_is_recorded_once()
    {
        await using var other = NewLedger();
        for (var i = 0; i < 30; i++)
        {
            var stream = NewStream();
            var results = await Task.WhenAll(
                Ledger.AppendAsync(One(stream, Key($"k{i}"))), other.AppendAsync(One(stream, Key($"k{i}"))));

            results.OfType<AppendResult.Appended>().ShouldHaveSingleItem();
            results.OfType<AppendResult.AlreadyRecorded>().ShouldHaveSingleItem();
            (await Ledger.Reader.ReadStreamAsync(stream)).Count.ShouldBe(1);
        }
    }
}
