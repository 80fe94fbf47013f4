using Npgsql;
using TargetLedger.Testing;
using static TargetLedger.EventStore.Tests.Sample;

namespace TargetLedger.EventStore.Tests.Migrations;

/// <summary>Every statement is refused, so all of them may be tried on one database.</summary>
public sealed class RolesTests(SeededLedger seeded) : IClassFixture<SeededLedger>
{
    public static TheoryData<string> Forbidden => new(
        "UPDATE ledger.mt_events SET data = '{}'",
        "UPDATE ledger.mt_events SET timestamp = now()",
        "DELETE FROM ledger.mt_events",
        "TRUNCATE ledger.mt_events",
        "MERGE INTO ledger.mt_events e USING (SELECT 1) AS s ON true WHEN MATCHED THEN DELETE",
        "UPDATE ledger.idempotency SET position = 0",
        "DELETE FROM ledger.idempotency",
        "TRUNCATE ledger.idempotency",
        "UPDATE ledger.original_files SET bytes = 'x'",
        "DELETE FROM ledger.original_files",
        "TRUNCATE ledger.original_files",
        "DELETE FROM ledger.mt_streams",
        "TRUNCATE ledger.mt_streams",
        "UPDATE ledger.mt_streams SET id = 'x'",
        "UPDATE ledger.mt_streams SET created = now()",
        "DELETE FROM ledger.moment_fence",
        "INSERT INTO ledger.schema_versions (version, name, sha256) VALUES (99, 'x', '')",
        "UPDATE ledger.schema_versions SET name = 'x'",
        "INSERT INTO ledger.mt_event_progression (name) VALUES ('x')",
        "ALTER TABLE ledger.mt_events DISABLE TRIGGER ALL",
        "ALTER TABLE ledger.mt_events DISABLE TRIGGER mt_events_append_only",
        "ALTER TABLE ledger.mt_events ADD COLUMN x int",
        "DROP TABLE ledger.mt_events",
        "DROP TRIGGER mt_events_append_only ON ledger.mt_events",
        "CREATE TRIGGER x BEFORE INSERT ON ledger.mt_events FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change()",
        "CREATE RULE x AS ON INSERT TO ledger.mt_events DO INSTEAD NOTHING",
        "CREATE TABLE ledger.x (y int)",
        "CREATE TABLE public.x (y int)",
        "CREATE FUNCTION ledger.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION ledger.append_lock() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "ALTER FUNCTION ledger.append_lock() OWNER TO ledger_server",
        "DROP SCHEMA ledger CASCADE",
        "CREATE SCHEMA x",
        "SET ROLE ledger_owner",
        "SET SESSION AUTHORIZATION ledger_owner",
        "SET session_replication_role = replica",
        "GRANT ledger_owner TO ledger_server",
        "CREATE ROLE x",
        "ALTER ROLE ledger_server SUPERUSER",
        "COPY ledger.mt_events TO PROGRAM 'cat'",
        "COPY ledger.mt_events TO '/tmp/x'");

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task The_servers_login_is_refused(string statement)
    {
        var refused = await Should.ThrowAsync<PostgresException>(ExecuteAsync(seeded.Database.DataSource, statement));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await seeded.Ledger.Reader.HeadAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("UPDATE ledger.mt_events SET data = '{\"amount\":9}'", "TL001")]
    [InlineData("DELETE FROM ledger.mt_events", "TL001")]
    [InlineData("TRUNCATE ledger.mt_events", "TL001")]
    [InlineData("UPDATE ledger.idempotency SET position = 0", "TL001")]
    [InlineData("DELETE FROM ledger.idempotency", "TL001")]
    [InlineData("TRUNCATE ledger.idempotency", "TL001")]
    [InlineData("DELETE FROM ledger.mt_streams", "TL001")]
    [InlineData("TRUNCATE ledger.mt_streams", "TL001")]
    [InlineData("UPDATE ledger.mt_streams SET version = version - 1, timestamp = timestamp + interval '1 s'", "TL002")]
    [InlineData("UPDATE ledger.mt_streams SET version = version + 1", "TL002")]
    [InlineData("UPDATE ledger.mt_streams SET version = version + 1, timestamp = timestamp - interval '1 s'", "TL002")]
    [InlineData("UPDATE ledger.mt_streams SET version = NULL, timestamp = timestamp + interval '1 s'", "TL002")]
    [InlineData("UPDATE ledger.mt_streams SET version = version + 1, timestamp = timestamp + interval '1 s', created = 'epoch'", "TL002")]
    [InlineData("UPDATE ledger.mt_streams SET version = version + 1, timestamp = timestamp + interval '1 s', is_archived = true", "TL002")]
    public async Task Even_the_superuser_is_stopped_by_a_trigger_in_every_replication_role(string statement, string code)
    {
        await using var admin = NpgsqlDataSource.Create(seeded.Database.AdminConnectionString);
        foreach (var role in new[] { "origin", "replica", "local" })
        {
            var refused = await Should.ThrowAsync<PostgresException>(
                ExecuteAsync(admin, $"SET session_replication_role = {role}; {statement}"));
            refused.SqlState.ShouldBe(code);
        }
    }

    [Theory]
    [InlineData("INSERT INTO ledger.mt_events (seq_id, id, version, data, type, timestamp) VALUES (9, gen_random_uuid(), 1, '{}', 'x', now())")]
    [InlineData("UPDATE boards.projections SET checkpoint = 0")]
    [InlineData("SELECT * FROM ledger.append_batch(now(),'{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}')")]
    [InlineData("SELECT * FROM ledger.append(now(),'{}','{}','{}','{}',true,'{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}')")]
    [InlineData("SELECT ledger.settle_moment(now())")]
    [InlineData("SELECT setval('ledger.mt_events_sequence', 1)")]
    [InlineData("CREATE TABLE boards.x (y int)")]
    public async Task An_auditor_reads_and_writes_nothing(string statement)
    {
        await seeded.Database.ExecuteAsAdminAsync("SET ROLE ledger_server; CREATE TABLE IF NOT EXISTS boards.made_by_server (x int)");
        await seeded.Database.ExecuteAsAdminAsync("SET ROLE ledger_projector; CREATE TABLE IF NOT EXISTS boards.made_by_projector (x int)");

        await seeded.Database.ExecuteAsAdminAsync(
            """
            SET ROLE ledger_reader;
            SELECT * FROM ledger.mt_events, ledger.mt_streams, ledger.idempotency, ledger.schema_versions, boards.projections,
                boards.made_by_server, boards.made_by_projector
            """);
        var refused = await Should.ThrowAsync<PostgresException>(seeded.Database.ExecuteAsAdminAsync($"SET ROLE ledger_reader; {statement}"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("SELECT * FROM ledger.mt_events")]
    [InlineData("SELECT * FROM boards.projections")]
    [InlineData("SELECT ledger.position_at(now())")]
    [InlineData("CREATE TABLE public.x (y int)")]
    public async Task A_stranger_sees_nothing(string statement)
    {
        await seeded.Database.ExecuteAsAdminAsync("DO $$ BEGIN CREATE ROLE stranger; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");

        var refused = await Should.ThrowAsync<PostgresException>(seeded.Database.ExecuteAsAdminAsync($"SET ROLE stranger; {statement}"));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task No_service_login_may_become_the_owner()
    {
        await using var command = seeded.Database.DataSource.CreateCommand(
            """
            SELECT count(*) FROM pg_roles
            WHERE rolname IN ('ledger_server', 'ledger_app', 'ledger_projector', 'ledger_reader')
              AND (pg_has_role(rolname, 'ledger_owner', 'MEMBER') OR rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
            """);

        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task Everything_in_the_ledger_belongs_to_its_owner()
    {
        await using var command = seeded.Database.DataSource.CreateCommand(
            """
            SELECT (SELECT count(*) FROM pg_class c WHERE relnamespace = 'ledger'::regnamespace AND relowner <> 'ledger_owner'::regrole)
                 + (SELECT count(*) FROM pg_proc WHERE pronamespace = 'ledger'::regnamespace AND (proowner <> 'ledger_owner'::regrole OR prosecdef))
            """);

        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class SeededLedger : IAsyncLifetime
{
    private LedgerDatabase? database;
    private Ledger? ledger;

    public LedgerDatabase Database => database!;

    public Ledger Ledger => ledger!;

    public async ValueTask InitializeAsync()
    {
        database = await LedgerDatabase.CreateAsync();
        ledger = new(database.DataSource, TimeProvider.System);
        var stream = NewStream();
        await ledger.AppendAsync(One(stream, Key("k1")));
        await ledger.AppendAsync(One(stream));
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Database.DisposeAsync();
    }
}
