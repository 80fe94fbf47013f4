namespace TargetLedger.EventStore.Tests.Migrations;

/// <summary>The tables as read off a database made by Marten 9.29 (string stream identity, single tenancy, all metadata) on PostgreSQL 15.</summary>
public sealed class SchemaTests(SeededLedger seeded) : IClassFixture<SeededLedger>
{
    private const string Streams =
        """
        id varchar not null
        type varchar
        version bigint
        timestamp timestamptz not null default now()
        created timestamptz not null default now()
        tenant_id varchar default '*DEFAULT*'
        is_archived boolean default false
        """;

    private const string Events =
        """
        seq_id bigint not null
        id uuid not null
        stream_id varchar
        version bigint not null
        data jsonb not null
        bdata bytea
        type varchar(500) not null
        timestamp timestamptz not null
        tenant_id varchar default '*DEFAULT*'
        mt_dotnet_type varchar
        correlation_id varchar
        causation_id varchar
        headers jsonb
        user_name varchar
        is_archived boolean default false
        """;

    private const string Progression =
        """
        name varchar not null
        last_seq_id bigint
        last_updated timestamptz default transaction_timestamp()
        """;

    [Theory]
    [InlineData("mt_streams", Streams)]
    [InlineData("mt_events", Events)]
    [InlineData("mt_event_progression", Progression)]
    public async Task A_table_has_exactly_the_columns_marten_expects(string table, string expected)
    {
        var columns = await LinesAsync(
            $"""
             SELECT concat(a.attname, ' ',
                 replace(replace(format_type(a.atttypid, a.atttypmod), 'character varying', 'varchar'), 'timestamp with time zone', 'timestamptz'),
                 CASE WHEN a.attnotnull THEN ' not null' END,
                 ' default ' || lower(replace(pg_get_expr(d.adbin, d.adrelid), '::character varying', '')))
             FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attrelid = 'ledger.{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
             """);

        columns.Order(StringComparer.Ordinal).ShouldBe(
            expected.Split('\n').Select(line => line.Replace("DEFAULT*", "default*", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pkey_mt_streams_id", "CREATE UNIQUE INDEX pkey_mt_streams_id ON ledger.mt_streams USING btree (id)")]
    [InlineData("pkey_mt_events_seq_id", "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON ledger.mt_events USING btree (seq_id)")]
    [InlineData("pk_mt_events_stream_and_version", "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ledger.mt_events USING btree (stream_id, version)")]
    [InlineData("pk_mt_event_progression", "CREATE UNIQUE INDEX pk_mt_event_progression ON ledger.mt_event_progression USING btree (name)")]
    public async Task An_index_is_named_and_made_as_marten_expects(string name, string definition)
    {
        (await LinesAsync($"SELECT indexdef FROM pg_indexes WHERE schemaname = 'ledger' AND indexname = '{name}'")).ShouldBe([definition]);
    }

    [Fact]
    public async Task The_sequence_belongs_to_the_positions()
    {
        (await LinesAsync("SELECT pg_get_serial_sequence('ledger.mt_events', 'seq_id')")).ShouldBe(["ledger.mt_events_sequence"]);
    }

    [Fact]
    public async Task No_key_cascades_deletes_into_the_events()
    {
        (await LinesAsync("SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'ledger'::regnamespace")).ShouldBeEmpty();
    }

    private async Task<List<string>> LinesAsync(string sql)
    {
        await using var command = seeded.Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
