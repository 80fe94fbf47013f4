using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>Applies batches to one build, rows and checkpoint in one transaction, and finds the event that spoils a batch.</summary>
internal sealed class BatchWriter(
    NpgsqlDataSource dataSource,
    IProjection projection,
    ProjectionBuilds builds,
    ProjectionOptions options,
    ILogger logger)
{
    /// <summary>
    /// Applies a batch that follows directly on the build's checkpoint. Lost connections and the like are thrown; whether the
    /// last part was applied is then unknown, and the build's row has to be read again.
    /// </summary>
    public async Task<BatchOutcome> WriteAsync(Build build, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        using var activity = LedgerTelemetry.Source.StartActivity("ledger.project");
        activity?.SetTag("ledger.projection", projection.Name);
        activity?.SetTag("ledger.position", batch[^1].Position);

        var done = 0;
        var size = batch.Count;
        while (done < batch.Count)
        {
            var part = size < batch.Count ? batch.Skip(done).Take(size).ToArray() : batch;
            try
            {
                if (!await TryApplyAsync(build, part, cancellationToken))
                    return new BatchOutcome.Moved();
                build = build with { Checkpoint = part[^1].Position };
                done += part.Count;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && !DatabaseFault.IsTransient(fault))
            {
                if (part.Count == 1)
                    return await HaltAsync(build, part[0].Position, fault, cancellationToken);
                // Halves from here on: the event that is to blame is alone after a few, and all before it are in.
                size = (part.Count + 1) / 2;
            }
        }

        return new BatchOutcome.Applied(build.Checkpoint);
    }

    /// <summary>Records that the build cannot go on, and why; the operator is told by the log and by the projection's state.</summary>
    public async Task<BatchOutcome> HaltAsync(Build build, long position, Exception fault, CancellationToken cancellationToken)
    {
        var error = fault is LedgerGapException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}";
        if (!await builds.HaltAsync(build, position, error, cancellationToken))
            return new BatchOutcome.Moved();
        logger.LogError(fault, "The projection {Projection} has halted before position {Position}", projection.Name, position);
        ProjectionMetrics.Halted(projection.Name);
        return new BatchOutcome.Halted(position, error);
    }

    private async Task<bool> TryApplyAsync(Build build, IReadOnlyList<StoredEvent> part, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var begin = new NpgsqlBatch(connection))
        {
            // Rows and checkpoint stand or fall together and can be folded again, so nobody need wait for the disk.
            begin.BatchCommands.Add(new("SET LOCAL synchronous_commit = off"));
            var silence = new NpgsqlBatchCommand(ProjectionSql.LimitSilence);
            silence.Parameters.Add(new() { Value = options.SilenceInTransactionSetting });
            begin.BatchCommands.Add(silence);
            await begin.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var advance = ProjectionBuilds.Command(
            connection, ProjectionSql.AdvanceBuild, projection.Name, build.Number, build.Checkpoint, part[^1].Position))
        {
            if (await advance.ExecuteNonQueryAsync(cancellationToken) == 0)
                return false;
        }

        await projection.ApplyAsync(connection, build.Suffix, part, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ProjectionMetrics.Applied(projection.Name, part.Count, Stopwatch.GetElapsedTime(started));
        return true;
    }
}
