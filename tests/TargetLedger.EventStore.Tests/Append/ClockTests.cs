using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class ClockTests : LedgerTest
{
    [Fact]
    public async Task Timestamps_are_whole_microseconds()
    {
        Clock.Now = Start.AddTicks(19);

        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended().Timestamp.ShouldBe(Start.AddTicks(10));
    }

    [Fact]
    public async Task Timestamps_grow_although_the_clock_stands_still()
    {
        for (var i = 0; i < 3; i++)
            (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended().Timestamp.ShouldBe(Start.AddMicroseconds(i));
    }

    [Fact]
    public async Task A_clock_a_little_behind_is_borne_with()
    {
        await Ledger.AppendAsync(One(NewStream()));
        Clock.Now = Start.AddSeconds(-5);

        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended().Timestamp.ShouldBe(Start.AddMicroseconds(1));
    }

    [Fact]
    public async Task A_clock_more_than_five_seconds_behind_refuses_to_append()
    {
        await Ledger.AppendAsync(One(NewStream()));
        Clock.Now = Start.AddSeconds(-5).AddMicroseconds(-1);

        var behind = await Should.ThrowAsync<ClockBehindException>(Ledger.AppendAsync(One(NewStream())));

        behind.LedgerStandsAt.ShouldBe(Start);
        behind.Clock.ShouldBe(Clock.Now);
        (await Ledger.Reader.HeadAsync()).ShouldBe(1);
        Clock.Now = Start.AddSeconds(1);
        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended();
    }

    [Fact]
    public async Task Waiting_long_for_another_node_does_not_make_a_clock_wrong()
    {
        await using var other = NewLedger();
        Task<AppendResult> slow;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            slow = Ledger.AppendAsync(One(NewStream()));
            await held.WaitForWaiterAsync();
            // What the node that was faster recorded a minute later.
            await Database.ExecuteAsAdminAsync(
                $"INSERT INTO ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name) VALUES (1, gen_random_uuid(), '{NewStream()}', 1, '{{}}', 'made', '2014-06-05T01:01:00Z', 'other')");
            Clock.Now = Start.AddMinutes(1);
        }

        (await slow).ShouldBeAppended().Timestamp.ShouldBe(Start.AddMinutes(1).AddMicroseconds(1));
    }
}
