using System.Data;
using Npgsql;
using TargetLedger.Testing;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Migrations;

/// <summary>
/// The statements Marten 9.29 sends for what a reading host does, as a login that may read and nothing else. (StreamStateSql,
/// EventsTable.SelectColumns, EventStatement, SingleEventQueryHandler and FetchEventStoreStatistics in its source.)
/// </summary>
public sealed class MartenReadingTests : LedgerTest
{
    private const string Columns =
        "data, type, mt_dotnet_type, bdata, seq_id, id, stream_id, version, timestamp, tenant_id, correlation_id, causation_id, headers, user_name, is_archived";

    private readonly string stream = NewStream();
    private NpgsqlDataSource? host;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsAdminAsync(
            """
            DO $$ BEGIN
                CREATE ROLE marten_reader LOGIN;
                GRANT ledger_reader TO marten_reader;
                ALTER ROLE marten_reader SET default_transaction_read_only = on;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END $$
            """);
        host = NpgsqlDataSource.Create(TestCluster.Current.ConnectionString(Database.Name, "marten_reader"));
        for (var amount = 1; amount <= 3; amount++)
        {
            Clock.Now = Start.AddDays(amount);
            var request = Request(To(stream, ExpectedVersion.Any, Event($$"""{"amount":{{amount}},"progress":"in_progress"}""")));
            await Ledger.AppendAsync(request with { Actor = new(Account, "caused-by", "belongs-to", Utf8("""{"via":"api"}""")) });
        }

        await Ledger.AppendAsync(One(NewStream()));
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await host!.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_has_its_state()
    {
        var row = (await AskAsync("select id, version, type, timestamp, created, is_archived from ledger.mt_streams where id = $1", stream)).ShouldHaveSingleItem();

        row.ShouldBe([stream, 3L, "commitment", Start.AddDays(3).UtcDateTime, Start.AddDays(1).UtcDateTime, false]);
    }

    [Fact]
    public async Task Streams_are_listed_by_their_type()
    {
        (await AskAsync("select id, version, type, timestamp, created, is_archived from ledger.mt_streams where type = $1 order by created", "commitment"))
            .Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_is_read_whole_up_to_a_version_from_a_version_and_as_of_a_moment()
    {
        (await VersionsAsync("d.is_archived = FALSE and d.stream_id = $1", stream)).ShouldBe([1, 2, 3]);
        (await VersionsAsync("d.is_archived = FALSE and d.version <= $1 and d.stream_id = $2", 2L, stream)).ShouldBe([1, 2]);
        (await VersionsAsync("d.is_archived = FALSE and d.version >= $1 and d.stream_id = $2", 2L, stream)).ShouldBe([2, 3]);
        (await VersionsAsync("d.is_archived = FALSE and d.timestamp <= $1 and d.stream_id = $2", Start.AddDays(2).UtcDateTime, stream)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task An_event_carries_what_marten_makes_one_of()
    {
        var row = (await AskAsync($"select {Columns} from ledger.mt_events as d where d.stream_id = $1 order by d.seq_id", stream))[1];

        ((string)row[0]!).Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"amount":2,"progress":"in_progress"}""");
        // Without a CLR name Marten goes by the alias; without a binary body by the JSON.
        row[1..5].ShouldBe(["progress_reported", null, null, 2L]);
        row[6..12].ShouldBe([stream, 2L, Start.AddDays(2).UtcDateTime, "*DEFAULT*", "belongs-to", "caused-by"]);
        row[13..].ShouldBe([Account, false]);
        (await AskAsync($"select {Columns} from ledger.mt_events as d where id = $1", row[5]!)).ShouldHaveSingleItem()[4].ShouldBe(2L);
    }

    [Fact]
    public async Task Raw_events_are_queried_by_type_by_position_and_by_their_bodies()
    {
        (await VersionsAsync("d.is_archived = FALSE and d.type = $1", "progress_reported")).Count.ShouldBe(4);
        (await VersionsAsync("d.is_archived = FALSE and d.seq_id > $1 and d.seq_id <= $2", 1L, 3L)).ShouldBe([2, 3]);
        (await VersionsAsync("d.is_archived = FALSE and d.user_name = $1", Account)).Count.ShouldBe(4);
        (await AskAsync("select d.data from ledger.mt_events as d where d.is_archived = FALSE and d.type = $1 and CAST(d.data ->> 'amount' as numeric) > $2", "progress_reported", 2m))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task How_much_there_is_and_how_far_projections_are_can_be_asked()
    {
        (await AskAsync("select count(*) from ledger.mt_events")).ShouldHaveSingleItem()[0].ShouldBe(4L);
        (await AskAsync("select count(*) from ledger.mt_streams")).ShouldHaveSingleItem()[0].ShouldBe(2L);
        (await AskAsync("select last_value from ledger.mt_events_sequence")).ShouldHaveSingleItem()[0].ShouldBe(4L);
        (await AskAsync("select name, last_seq_id from ledger.mt_event_progression")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("insert into ledger.mt_event_progression (name, last_seq_id) values ('x:All', 1)")]
    [InlineData("update ledger.mt_streams set is_archived = TRUE")]
    [InlineData("select nextval('ledger.mt_events_sequence')")]
    [InlineData("create function ledger.mt_mark_event_progression() returns int language sql as 'select 1'")]
    public async Task What_a_host_would_write_is_refused_by_the_session_and_by_the_rights(string statement)
    {
        await using var connection = await host!.OpenConnectionAsync();
        (await RefusedAsync(connection, statement)).ShouldBeOneOf(PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.InsufficientPrivilege);

        await using var lift = new NpgsqlCommand("SET default_transaction_read_only = off", connection);
        await lift.ExecuteNonQueryAsync();
        (await RefusedAsync(connection, statement)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task<string> RefusedAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }

    private async Task<List<long>> VersionsAsync(string where, params object[] values) =>
        [.. (await AskAsync($"select {Columns} from ledger.mt_events as d where {where} order by d.seq_id", values)).Select(row => (long)row[7]!)];

    private async Task<List<object?[]>> AskAsync(string sql, params object[] values)
    {
        await using var command = host!.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.Default);
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }
}
