using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace TargetLedger.EventStore;

/// <summary>The rows of <c>boards.projections</c> of one projection, and the tables that come and go with them.</summary>
internal sealed class ProjectionBuilds(NpgsqlDataSource dataSource, IProjection projection, ProjectionOptions options)
{
    private const int LongestError = 2_000;

    /// <summary>The active build of the projection's shape, else the one being built, else null.</summary>
    public Task<Build?> FindAsync(CancellationToken cancellationToken) =>
        FindAsync([BuildStatusText.Active, BuildStatusText.Building], cancellationToken);

    public Task<Build?> FindActiveAsync(CancellationToken cancellationToken) =>
        FindAsync([BuildStatusText.Active], cancellationToken);

    public Task<Build?> FindBuildingAsync(CancellationToken cancellationToken) =>
        FindAsync([BuildStatusText.Building], cancellationToken);

    /// <summary>A new, empty build beside those there are: its row and its tables in one transaction.</summary>
    /// <param name="fillHead">The position up to which it is to be filled stream by stream; 0 for not at all.</param>
    public async Task<Build> CreateAsync(long fillHead, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two shapes may be built at once by two releases; numbers are given to one at a time.
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(hashtextextended('boards.projections', 0))", cancellationToken);
        int number;
        await using (var create = Command(connection, ProjectionSql.CreateBuild, projection.Name, projection.Shape, projection.Tables.ToArray(), fillHead))
            number = (int)(await create.ExecuteScalarAsync(cancellationToken))!;
        await ExecuteAsync(connection, "SET LOCAL ROLE ledger_projector", cancellationToken);
        await projection.CreateTablesAsync(connection, Build.SuffixOf(number), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(number, BuildStatus.Building, 0, null, null, fillHead > 0 ? new(fillHead, "", 0) : null);
    }

    /// <summary>Marks a build as standing before an event. False when it is no longer at that checkpoint.</summary>
    public async Task<bool> HaltAsync(Build build, long position, string error, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var halt = Command(connection, ProjectionSql.HaltBuild, projection.Name, build.Number, build.Checkpoint, position, Storable(error));
        return await halt.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Lets halted builds of the given states try again.</summary>
    public async Task ResumeAsync(string[] statuses, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var resume = Command(connection, ProjectionSql.ResumeBuilds, projection.Name, projection.Shape, statuses);
        await resume.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The build is filled and can follow from there. False when another has gone on with it.</summary>
    public async Task<bool> FinishFillAsync(Build build, StreamFill fill, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var finish = Command(connection, ProjectionSql.FinishFill, projection.Name, build.Number, fill.Events);
        return await finish.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Gives the planner figures about tables that were just filled.</summary>
    public async Task AnalyzeAsync(Build build, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"ANALYZE {TableList(projection.Tables, build.Number)}", cancellationToken);
    }

    /// <summary>
    /// Makes a build the one that is read. The one read before is held where it is until the new one is level with it, so
    /// that no reader is ever taken back. False when that would hold it for more than <paramref name="mostEvents"/>.
    /// </summary>
    /// <param name="drawLevel">Brings the new build to at least the position given, on connections of its own.</param>
    public async Task<bool> TryActivateAsync(
        Build build,
        int mostEvents,
        Func<long, Task> drawLevel,
        CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var limit = Command(connection, ProjectionSql.LimitSilence, options.SilenceInTransactionSetting))
            await limit.ExecuteNonQueryAsync(cancellationToken);
        await using (var hold = Command(connection, ProjectionSql.LockActiveBuild, projection.Name, projection.Shape))
        {
            var live = (long?)await hold.ExecuteScalarAsync(cancellationToken) ?? 0;
            if (live - build.Checkpoint > mostEvents)
                return false;
            if (live > build.Checkpoint)
                await drawLevel(live);
        }

        await using (var retire = Command(connection, ProjectionSql.RetireActiveBuild, projection.Name, projection.Shape))
            await retire.ExecuteNonQueryAsync(cancellationToken);
        await using (var activate = Command(connection, ProjectionSql.ActivateBuild, projection.Name, build.Number))
            await activate.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Drops builds that a rebuild has superseded and, when asked, those of earlier shapes that no running node leads. A build
    /// that is being read right now is left for the next time. Returns the numbers of those dropped.
    /// </summary>
    /// <param name="keepLatest">Leaves the last of them.</param>
    public async Task<IReadOnlyList<int>> DropUnusedAsync(bool earlierShapes, bool keepLatest, CancellationToken cancellationToken)
    {
        var dropped = new List<int>();
        var unused = await FindUnusedAsync(earlierShapes, cancellationToken);
        foreach (var (number, tables) in keepLatest ? unused.SkipLast(1) : unused)
        {
            try
            {
                await DropAsync(number, tables, cancellationToken);
                dropped.Add(number);
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // A reader has it open.
            }
        }

        return dropped;
    }

    /// <summary>A statement with its parameters by position.</summary>
    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private async Task<Build?> FindAsync(string[] statuses, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, projection, statuses, cancellationToken);
    }

    public static async Task<Build?> FindAsync(
        NpgsqlConnection connection,
        IProjection projection,
        string[] statuses,
        CancellationToken cancellationToken)
    {
        await using var find = Command(connection, ProjectionSql.FindBuild, projection.Name, projection.Shape, statuses);
        await using var row = await find.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            return null;
        return new(
            row.GetInt32(0),
            BuildStatusText.Parse(row.GetString(1)),
            row.GetInt64(2),
            row.IsDBNull(3) ? null : row.GetInt64(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            row.IsDBNull(5) ? null : new(row.GetInt64(5), row.IsDBNull(6) ? "" : row.GetString(6), row.GetInt64(7)));
    }

    private async Task<IReadOnlyList<(int Number, string[] Tables)>> FindUnusedAsync(bool earlierShapes, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var find = Command(connection, ProjectionSql.UnusedBuilds, projection.Name, projection.Shape, earlierShapes);
        await using var row = await find.ExecuteReaderAsync(cancellationToken);
        var unused = new List<(int, string[])>();
        while (await row.ReadAsync(cancellationToken))
            unused.Add((row.GetInt32(0), row.GetFieldValue<string[]>(1)));
        return unused;
    }

    private async Task DropAsync(int number, string[] tables, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SET LOCAL lock_timeout = '2s'", cancellationToken);
        await using (var delete = Command(connection, ProjectionSql.DeleteBuild, projection.Name, number))
            await delete.ExecuteNonQueryAsync(cancellationToken);
        await ExecuteAsync(connection, "SET LOCAL ROLE ledger_projector", cancellationToken);
        await ExecuteAsync(connection, $"DROP TABLE IF EXISTS {TableList(tables, number)}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string TableList(IEnumerable<string> tables, int number)
    {
        using var quoting = new NpgsqlCommandBuilder();
        return string.Join(", ", tables.Select(table => $"boards.{quoting.QuoteIdentifier(table + Build.SuffixOf(number))}"));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // An error may quote the very text that PostgreSQL refuses.
    private static string Storable(string error)
    {
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(error.Replace('\0', '\uFFFD')));
        return text.Length <= LongestError ? text : text[..LongestError] + "…";
    }
}
