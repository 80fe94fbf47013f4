using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Reading;

public sealed class MomentTests : LedgerTest
{
    [Fact]
    public async Task A_moment_is_the_last_event_stamped_at_or_before_it()
    {
        var moments = Enumerable.Range(0, 37).Select(i => Start.AddMinutes(i * i)).ToArray();
        foreach (var moment in moments)
        {
            Clock.Now = moment;
            await Ledger.AppendAsync(One(NewStream()));
        }

        Clock.Now = Start.AddDays(9);
        (await Ledger.Reader.PositionAtAsync(Start.AddMicroseconds(-1))).ShouldBe(0);
        for (var i = 0; i < moments.Length; i++)
        {
            (await Ledger.Reader.PositionAtAsync(moments[i].AddMicroseconds(-1))).ShouldBe(i);
            (await Ledger.Reader.PositionAtAsync(moments[i])).ShouldBe(i + 1);
            (await Ledger.Reader.PositionAtAsync(moments[i].AddTicks(9))).ShouldBe(i + 1, "rounded down to the microsecond");
        }

        (await Ledger.Reader.PositionAtAsync(Start.AddDays(8))).ShouldBe(moments.Length);
    }

    [Fact]
    public async Task A_moment_still_to_come_is_refused()
    {
        await Ledger.AppendAsync(One(NewStream()));

        var refused = await Should.ThrowAsync<MomentNotReachedException>(Ledger.Reader.PositionAtAsync(Start.AddMicroseconds(1)));

        refused.Moment.ShouldBe(Start.AddMicroseconds(1));
        refused.Now.ShouldBe(Start);
    }

    [Fact]
    public async Task Nothing_is_stamped_at_a_moment_that_was_answered()
    {
        await Ledger.AppendAsync(One(NewStream()));
        Clock.Now = Start.AddSeconds(4);
        (await Ledger.Reader.PositionAtAsync(Clock.Now)).ShouldBe(1);

        // Another node's clock is behind the answer.
        Clock.Now = Start.AddSeconds(1);
        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended().Timestamp.ShouldBe(Start.AddSeconds(4).AddMicroseconds(1));
        Clock.Now = Start.AddSeconds(5);
        (await Ledger.Reader.PositionAtAsync(Start.AddSeconds(4))).ShouldBe(1);
    }

    [Fact]
    public async Task The_latest_moment_is_that_of_the_last_event_or_of_a_later_question()
    {
        (await Ledger.Reader.LatestMomentAsync()).ShouldBeNull();

        await Ledger.AppendAsync(One(NewStream()));
        (await Ledger.Reader.LatestMomentAsync()).ShouldBe(Start);

        Clock.Now = Start.AddHours(1);
        await Ledger.Reader.PositionAtAsync(Start.AddMinutes(40));
        (await Ledger.Reader.LatestMomentAsync()).ShouldBe(Start.AddMinutes(40));
    }

    [Fact]
    public async Task A_moment_waits_for_an_append_under_way()
    {
        await Ledger.AppendAsync(One(NewStream()));
        Clock.Now = Start.AddSeconds(1);
        Task<long> asked;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            asked = Ledger.Reader.PositionAtAsync(Clock.Now);
            await held.WaitForWaiterAsync();
            // What the holder of the lock records before it lets go.
            await Database.ExecuteAsAdminAsync(
                $"INSERT INTO ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, user_name) VALUES (2, gen_random_uuid(), '{NewStream()}', 1, '{{}}', 'made', '2014-06-05T01:00:00.5Z', 'other')");
            asked.IsCompleted.ShouldBeFalse();
        }

        (await asked).ShouldBe(2);
    }

    [Fact]
    public async Task A_moment_before_the_last_event_takes_no_lock()
    {
        await Ledger.AppendAsync(One(NewStream()));
        Clock.Now = Start.AddDays(1);
        await Ledger.AppendAsync(One(NewStream()));

        await using (await AppendLock.HoldAsync(Database))
        {
            (await Ledger.Reader.PositionAtAsync(Start)).ShouldBe(1);
            (await Ledger.Reader.PositionAtAsync(Start.AddDays(1))).ShouldBe(2);
        }
    }

    [Fact]
    public async Task Answers_under_load_are_final()
    {
        await using var other = NewLedger();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Clock.Now = Clock.Now.AddMicroseconds(700);
                await (writer % 2 == 0 ? Ledger : other).AppendAsync(One(NewStream()));
            }
        })).ToArray();

        var answers = new List<(DateTimeOffset Moment, long Position)>();
        while (answers.Count < 200)
        {
            // Of this very microsecond and of a while ago.
            var moment = Clock.Now.AddMicroseconds(answers.Count % 2 == 0 ? 0 : -5_000);
            answers.Add((moment, await Ledger.Reader.PositionAtAsync(moment)));
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var all = await ReadAllAsync();
        foreach (var (moment, position) in answers)
            all.Count(e => e.Timestamp <= moment).ShouldBe((int)position);
    }
}
