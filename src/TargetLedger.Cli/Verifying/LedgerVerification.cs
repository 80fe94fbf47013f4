using System.Data;
using System.Text.Json;
using Npgsql;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>Looks at a whole ledger in one snapshot and leaves nothing behind in it.</summary>
internal sealed class LedgerVerification(NpgsqlDataSource dataSource, IReadOnlyList<IProjection> projections)
{
    public async Task<VerificationResult> RunAsync(IProgress<Step> progress, CancellationToken cancellationToken)
    {
        await LedgerMigrations.CheckAsync(dataSource, cancellationToken);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        // Never committed: what the checks make in it is gone with it.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

        var head = await HeadAsync(connection, cancellationToken);
        var log = new LogCheck();
        await foreach (var page in EventRows.ReadPagesAsync(connection, long.MaxValue, cancellationToken))
        {
            foreach (var row in page)
                log.Look(row);
            progress.Report(new(page[^1].Position, head));
        }

        List<CheckResult> checks =
        [
            .. log.Results,
            await StreamsCheck.RunAsync(connection, log.Streams, cancellationToken),
            await IdempotencyCheck.RunAsync(connection, cancellationToken),
            await GuardsCheck.RunAsync(connection, cancellationToken),
        ];
        List<NotCovered> gaps =
        [
            new(
                "transparency_log",
                "整段历史与看板一起被改写,须凭透明日志的检查点才能发现,本次未核",
                "history and boards rewritten together show only against a checkpoint of the transparency log, which was not looked at"),
        ];
        foreach (var projection in projections)
        {
            if (await ReadModelAsync(projection, connection, transaction, gaps, progress, cancellationToken) is { } result)
                checks.Add(result);
        }

        return new(head, checks.TrueForAll(check => check.Found == 0), checks, gaps);
    }

    private static async Task<CheckResult?> ReadModelAsync(
        IProjection projection,
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        List<NotCovered> gaps,
        IProgress<Step> progress,
        CancellationToken cancellationToken)
    {
        const string Before = "read_model";
        await transaction.SaveAsync(Before, cancellationToken);
        try
        {
            if (await new ReadModelCheck(projection).RunAsync(connection, progress, cancellationToken) is { } result)
                return result;
            gaps.Add(new($"read_model:{projection.Name}", $"看板 {projection.Name} 还没有建好", $"the read model {projection.Name} is not built yet"));
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            gaps.Add(new(
                $"read_model:{projection.Name}",
                $"登录账号不属于 ledger_projector,看板 {projection.Name} 未核",
                $"the login does not belong to ledger_projector: the read model {projection.Name} was not looked at"));
        }
        catch (Exception unfoldable) when (unfoldable is InvalidOperationException or JsonException or UnknownEventTypeException)
        {
            // Each event may be well formed and the log still be none of this product's, e.g. an event in a stream of another type.
            await transaction.RollbackAsync(Before, CancellationToken.None);
            var findings = new Findings(
                $"read_model:{projection.Name}",
                $"看板 {projection.Name} 等于账本的折叠",
                $"the read model {projection.Name} equals the fold of the log");
            findings.Add(new(
                "log_unfoldable",
                $"账本无法折叠,看板 {projection.Name} 未能比较:{unfoldable.Message}",
                $"the log cannot be folded, so the read model {projection.Name} could not be compared: {unfoldable.Message}"));
            return findings.Result();
        }

        await transaction.RollbackAsync(Before, CancellationToken.None);
        return null;
    }

    private static async Task<long> HeadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(max(seq_id), 0) FROM ledger.mt_events", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
