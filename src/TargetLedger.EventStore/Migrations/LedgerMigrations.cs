using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>
/// Brings a database to the schema of this program: numbered scripts in order, each in a transaction and recorded with its
/// hash. Safe to run again, beside itself on the same database, and on several databases of one cluster at once.
/// </summary>
public static class LedgerMigrations
{
    // Any number nobody else uses; the letters "TLmigrat". Advisory locks are per database.
    private const long AdvisoryLock = 0x544C6D6967726174;

    /// <summary>The number of the last script this program knows.</summary>
    public static int CurrentVersion => MigrationScript.All[^1].Version;

    /// <param name="adminConnectionString">A login that may create roles and schemas; never the server's own.</param>
    /// <exception cref="LedgerSchemaException">The database is newer than this program, an applied script was changed since, or the database is unfit.</exception>
    public static async Task MigrateAsync(
        string adminConnectionString, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var dataSource = NpgsqlDataSource.Create(adminConnectionString);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);

        await RefuseUnfitAsync(connection, cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({AdvisoryLock})", cancellationToken);
        try
        {
            await RunInTransactionAsync(connection, EmbeddedSql.Read("Sql/roles.sql"), cancellationToken);
            await RunInTransactionAsync(connection, EmbeddedSql.Read("Sql/schemas.sql"), cancellationToken);

            var applied = await ReadAppliedAsync(connection, cancellationToken);
            RefuseUnknown(applied);
            foreach (var script in MigrationScript.All.Skip(applied.Count))
            {
                await ApplyAsync(connection, script, cancellationToken);
                progress?.Report($"{script.Name} ✓");
            }
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    /// <summary>Passes when the database has exactly the schema of this program.</summary>
    /// <exception cref="LedgerSchemaException">Older, newer, or a changed script.</exception>
    public static async Task CheckAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var applied = new List<AppliedScript>();
        if (await SchemaExistsAsync(connection, cancellationToken))
            applied = await ReadAppliedAsync(connection, cancellationToken);
        RefuseUnknown(applied);
        if (applied.Count < CurrentVersion)
            throw new LedgerSchemaException(
                $"数据库结构版本为 {applied.Count}，本程序需要 {CurrentVersion}，请先运行 ledger migrate · the database has schema version {applied.Count}, this program needs {CurrentVersion}: run ledger migrate",
                applied.Count, CurrentVersion);
    }

    private static async Task RefuseUnfitAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(EmbeddedSql.Read("Sql/database_fitness.sql"), connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var (version, encoding, collation) = (row.GetInt32(0), row.GetString(1), row.GetString(2));
        if (version < 150_000)
            throw new LedgerSchemaException("需要 PostgreSQL 15 或更高版本 · PostgreSQL 15 or later is needed", 0, CurrentVersion);
        if (encoding is not "UTF8" || collation is not ("C" or "POSIX" or "C.UTF-8" or "C.utf8"))
            throw new LedgerSchemaException(
                $"数据库须为 UTF8 编码、C 排序规则，现为 {encoding}、{collation} · the database must have encoding UTF8 and collation C, it has {encoding} and {collation}",
                0, CurrentVersion);
    }

    private static void RefuseUnknown(List<AppliedScript> applied)
    {
        if (applied.Count > CurrentVersion)
            throw new LedgerSchemaException(
                $"数据库结构版本 {applied.Count} 新于本程序所知的 {CurrentVersion}，请升级本程序 · the database has schema version {applied.Count}, newer than the {CurrentVersion} this program knows: upgrade this program",
                applied.Count, CurrentVersion);
        foreach (var (known, found) in MigrationScript.All.Zip(applied))
            if (known.Version != found.Version || !known.Sha256.AsSpan().SequenceEqual(found.Sha256))
                throw new LedgerSchemaException(
                    $"数据库中已执行的脚本 {found.Name} 与本程序中的 {known.Name} 不同 · script {found.Name} as applied to the database differs from this program's {known.Name}",
                    applied.Count, CurrentVersion);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationScript script, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SET LOCAL ROLE ledger_owner; SET LOCAL search_path = pg_catalog", cancellationToken);
        await ExecuteAsync(connection, script.Sql, cancellationToken);
        await ExecuteAsync(connection, "RESET ROLE", cancellationToken);
        await using var record = new NpgsqlCommand(
            "INSERT INTO ledger.schema_versions (version, name, sha256) VALUES ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = script.Version }, new() { Value = script.Name }, new() { Value = script.Sha256 } },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<bool> SchemaExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT to_regclass('ledger.schema_versions') IS NOT NULL", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<List<AppliedScript>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT version, name, sha256 FROM ledger.schema_versions ORDER BY version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedScript>();
        while (await reader.ReadAsync(cancellationToken))
            applied.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        return applied;
    }

    private static async Task RunInTransactionAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, sql, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private readonly record struct AppliedScript(int Version, string Name, byte[] Sha256);
}
