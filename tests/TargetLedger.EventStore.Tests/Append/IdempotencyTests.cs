using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class IdempotencyTests : LedgerTest
{
    [Fact]
    public async Task A_request_sent_twice_with_one_key_is_recorded_once_and_answered_alike()
    {
        var stream = NewStream();
        var first = (await Ledger.AppendAsync(One(stream, Key("k1", """{"status":201,"id":"a"}""")))).ShouldBeAppended();
        Clock.Now = Start.AddDays(1);

        var again = (await Ledger.AppendAsync(One(stream, Key("k1", """{"status":500}""", fingerprint: 9)))).ShouldBeAlreadyRecorded();

        again.Streams.ShouldBe([stream]);
        again.Versions.ShouldBe(first.Versions);
        again.Position.ShouldBe(first.LastPosition);
        again.RecordedAt.ShouldBe(first.Timestamp);
        again.Fingerprint.ToArray().ShouldBe([1]);
        CanonicalJson.Canonicalize(again.Outcome).ShouldBe(Utf8("""{"id":"a","status":201}"""));
        (await Ledger.Reader.ReadStreamAsync(stream)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_known_key_is_answered_even_when_the_stream_has_moved_on()
    {
        var stream = NewStream();
        var request = Request(To(stream, ExpectedVersion.None, Event())) with { Key = Key("k1") };
        await Ledger.AppendAsync(request);
        await Ledger.AppendAsync(One(stream));

        (await Ledger.AppendAsync(request)).ShouldBeAlreadyRecorded().Versions.ShouldBe([1]);
    }

    [Fact]
    public async Task A_conflict_leaves_its_key_free()
    {
        var stream = NewStream();
        await Ledger.AppendAsync(One(stream));
        var request = Request(To(stream, ExpectedVersion.None, Event())) with { Key = Key("k1") };

        (await Ledger.AppendAsync(request)).ShouldBeConflict();

        (await Ledger.Reader.FindOutcomeAsync(Account, "k1")).ShouldBeNull();
        (await Ledger.AppendAsync(One(stream, Key("k1")))).ShouldBeAppended();
    }

    [Fact]
    public async Task One_key_of_two_accounts_is_two_keys()
    {
        await Ledger.AppendAsync(One(NewStream(), Key("k1")));

        (await Ledger.AppendAsync(One(NewStream(), Key("k1") with { Account = "account-2" }))).ShouldBeAppended();
    }

    [Fact]
    public async Task Nothing_to_do_is_remembered_like_any_other_answer()
    {
        await Ledger.AppendAsync(Request(To(NewStream(), ExpectedVersion.None, Events(4))));
        var nothing = new AppendRequest([], new(Account), Key("k1", """{"status":200}"""));

        var result = (await Ledger.AppendAsync(nothing)).ShouldBeAppended();

        (result.FirstPosition, result.LastPosition).ShouldBe((5, 4));
        result.Versions.ShouldBeEmpty();
        var again = (await Ledger.AppendAsync(nothing)).ShouldBeAlreadyRecorded();
        again.Position.ShouldBe(4);
        again.Streams.ShouldBeEmpty();
        (await Ledger.Reader.HeadAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task One_key_twice_in_the_same_moment_is_recorded_once()
    {
        var streams = new[] { NewStream(), NewStream() };
        Task<AppendResult>[] both;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            var before = Ledger.AppendAsync(One(NewStream()));
            await held.WaitForWaiterAsync();
            // Both wait now and are taken together.
            both = [Ledger.AppendAsync(One(streams[0], Key("k1"))), Ledger.AppendAsync(One(streams[1], Key("k1")))];
            before.IsCompleted.ShouldBeFalse();
        }

        (await both[0]).ShouldBeAppended();
        (await both[1]).ShouldBeAlreadyRecorded().Streams.ShouldBe([streams[0]]);
        (await Ledger.Reader.ReadStreamAsync(streams[1])).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_answered_to_a_key_can_be_looked_up()
    {
        var (first, second) = (NewStream(), NewStream());
        var appended = (await Ledger.AppendAsync(
            Request(To(first, ExpectedVersion.None, Events(2)), To(second, ExpectedVersion.None, Event())) with { Key = Key("k1") })).ShouldBeAppended();

        var found = (await Ledger.Reader.FindOutcomeAsync(Account, "k1")).ShouldNotBeNull();

        found.Streams.ShouldBe([first, second]);
        found.Versions.ShouldBe([2, 1]);
        found.Position.ShouldBe(appended.LastPosition);
    }
}
