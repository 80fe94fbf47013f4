using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Append;

public sealed class LostConnectionTests : LedgerTest
{
    [Fact]
    public async Task A_connection_lost_under_a_request_leaves_its_outcome_unknown_and_the_key_finds_out()
    {
        var stream = NewStream();
        Task<AppendResult> sent;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            sent = Ledger.AppendAsync(One(stream, Key("k1")));
            var backend = await held.WaitForWaiterAsync();
            await Database.ExecuteAsAdminAsync($"SELECT pg_terminate_backend({backend})");
            await Should.ThrowAsync<AppendOutcomeUnknownException>(sent);
        }

        (await Ledger.AppendAsync(One(stream, Key("k1")))).ShouldBeAppended();
        (await Ledger.AppendAsync(One(stream, Key("k1")))).ShouldBeAlreadyRecorded();
        (await Ledger.Reader.ReadStreamAsync(stream)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_the_server_cancelled_recorded_nothing()
    {
        Task<AppendResult> sent;
        await using (var held = await AppendLock.HoldAsync(Database))
        {
            sent = Ledger.AppendAsync(One(NewStream()));
            var backend = await held.WaitForWaiterAsync();
            await Database.ExecuteAsAdminAsync($"SELECT pg_cancel_backend({backend})");
            await Should.ThrowAsync<LedgerUnavailableException>(sent);
        }

        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended().LastPosition.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_that_takes_too_long_leaves_its_outcome_unknown()
    {
        await using var hasty = NewLedger(new() { CommitTimeout = TimeSpan.FromSeconds(1) });
        await using (await AppendLock.HoldAsync(Database))
            await Should.ThrowAsync<AppendOutcomeUnknownException>(hasty.AppendAsync(One(NewStream())));

        (await hasty.AppendAsync(One(NewStream()))).ShouldBeAppended();
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_recorded_nothing()
    {
        await using var nowhere = Npgsql.NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2");
        await using var ledger = new Ledger(nowhere, Clock);

        await Should.ThrowAsync<LedgerUnavailableException>(ledger.AppendAsync(One(NewStream())));
        await Should.ThrowAsync<LedgerUnavailableException>(ledger.AppendAsync(One(NewStream())));
    }

    [Fact]
    public async Task A_connection_that_died_while_resting_is_replaced_before_anything_is_sent()
    {
        await Ledger.AppendAsync(One(NewStream()));
        await Database.ExecuteAsAdminAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ledger_server' AND datname = current_database()");
        // Longer than the writer trusts a connection it has not used.
        await Task.Delay(TimeSpan.FromSeconds(2.5));

        (await Ledger.AppendAsync(One(NewStream()))).ShouldBeAppended();
    }
}
