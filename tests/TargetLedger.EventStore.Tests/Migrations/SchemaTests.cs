using System.Reflection;

namespace TargetLedger.EventStore.Tests.Migrations;

/// <summary>A migrated database beside what a Marten 9 host expects to find (marten-9.29-schema.txt).</summary>
public sealed class SchemaTests(SeededLedger seeded) : IClassFixture<SeededLedger>
{
    [Fact]
    public async Task The_shared_tables_are_exactly_those_marten_expects()
    {
        var description = new List<string>();
        foreach (var table in new[] { "mt_event_progression", "mt_events", "mt_streams" })
        {
            description.Add($"table {table}");
            description.AddRange((await ColumnsAsync(table)).Concat(await KeysAsync(table)).Select(line => $"  {line}"));
        }

        description.AddRange(await LinesAsync(
            """
            SELECT format('sequence %s %s increment %s owned by %s.%s', s.sequencename, s.data_type, s.increment_by, o.refobjid::regclass::name, a.attname)
            FROM pg_sequences s
            JOIN pg_depend o ON o.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass AND o.deptype = 'a' AND o.refobjsubid > 0
            JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
            WHERE s.schemaname = 'ledger'
            """));

        string.Join('\n', description).Replace("ledger.", "", StringComparison.Ordinal).ShouldBe(Expected());
    }

    [Fact]
    public async Task The_only_other_index_on_them_is_the_ledgers_own()
    {
        (await LinesAsync(
            """
            SELECT indexname FROM pg_indexes
            WHERE schemaname = 'ledger' AND tablename LIKE 'mt\_%' AND indexname NOT LIKE 'p%k%\_mt\_%'
            """)).ShouldBe(["mt_events_id_once"]);
    }

    [Fact]
    public async Task The_sequence_stands_at_or_above_the_highest_position()
    {
        (await LinesAsync(
            """
            SELECT CASE WHEN (SELECT last_value FROM ledger.mt_events_sequence) >= max(seq_id) AND count(*) > 0 THEN 'yes' ELSE 'no' END
            FROM ledger.mt_events
            """)).ShouldBe(["yes"]);
    }

    [Fact]
    public async Task Every_row_is_of_the_one_tenant_unarchived_and_without_what_marten_would_take_for_a_type_of_its_own()
    {
        (await LinesAsync("SELECT DISTINCT concat_ws(' ', tenant_id, is_archived, mt_dotnet_type, bdata) FROM ledger.mt_events")).ShouldBe(["*DEFAULT* f"]);
        (await LinesAsync("SELECT DISTINCT concat_ws(' ', tenant_id, is_archived) FROM ledger.mt_streams")).ShouldBe(["*DEFAULT* f"]);
    }

    [Fact]
    public async Task No_key_cascades_deletes_into_the_events()
    {
        (await LinesAsync("SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'ledger'::regnamespace")).ShouldBeEmpty();
    }

    private Task<List<string>> ColumnsAsync(string table) => LinesAsync(
        $"""
         SELECT concat(a.attname, ' ',
             replace(replace(format_type(a.atttypid, a.atttypmod), 'character varying', 'varchar'), 'timestamp with time zone', 'timestamptz'),
             CASE WHEN a.attnotnull THEN ' not null' END,
             ' default ' || replace(replace(pg_get_expr(d.adbin, d.adrelid), '::character varying', ''), 'CURRENT_TIMESTAMP', 'transaction_timestamp()'))
         FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attrelid = 'ledger.{table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped
         ORDER BY a.attname COLLATE "C"
         """);

    /// <summary>Primary keys, and the unique indexes Marten names.</summary>
    private Task<List<string>> KeysAsync(string table) => LinesAsync(
        $"""
         SELECT concat(CASE WHEN i.indisprimary THEN 'primary key ' ELSE 'unique index ' END, i.indexrelid::regclass, ' ',
             substring(pg_get_indexdef(i.indexrelid) FROM 'USING btree (\(.*\))$'))
         FROM pg_index i
         WHERE i.indrelid = 'ledger.{table}'::regclass AND i.indisunique AND i.indexrelid <> 'ledger.mt_events_id_once'::regclass
         ORDER BY i.indisprimary DESC
         """);

    private static string Expected()
    {
        using var facts = Assembly.GetExecutingAssembly().GetManifestResourceStream("marten-9.29-schema.txt")!;
        using var reader = new StreamReader(facts);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'));
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
