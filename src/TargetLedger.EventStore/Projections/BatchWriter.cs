using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>Applies batches to one build, rows and checkpoint in one transaction, and finds the event that spoils a batch.</summary>
internal sealed class BatchWriter(
    IProjection projection,
    ProjectionBuilds builds,
    ProjectionOptions options,
    ILogger logger)
{
    // PostgreSQL ends a session that is silent for too long in the middle of a batch. On a machine that is out of breath the same batch would be
    // cut off again and again; in parts it comes through.
    private int mostAtOnce = int.MaxValue;

    /// <summary>
    /// Applies a batch that follows directly on the build's checkpoint. Lost connections and the like are thrown; whether the
    /// last part was applied is then unknown, and the build's row has to be read again.
    /// </summary>
    /// <param name="connection">Kept by the caller from batch to batch, with the statements prepared on it.</param>
    public async Task<BatchOutcome> WriteAsync(
        NpgsqlConnection connection, Build build, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        using var activity = LedgerTelemetry.Source.StartActivity("ledger.project");
        activity?.SetTag("ledger.projection", projection.Name);
        activity?.SetTag("ledger.position", batch[^1].Position);

        var done = 0;
        var size = Math.Min(batch.Count, mostAtOnce);
        while (done < batch.Count)
        {
            var part = size < batch.Count ? batch.Skip(done).Take(size).ToArray() : batch;
            try
            {
                if (!await TryApplyAsync(connection, build, part, cancellationToken))
                    return new BatchOutcome.Moved();
                build = build with { Checkpoint = part[^1].Position };
                done += part.Count;
                mostAtOnce = (int)Math.Min(int.MaxValue, mostAtOnce * 2L);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && DatabaseFault.IsTransient(fault))
            {
                mostAtOnce = (part.Count + 1) / 2;
                throw;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
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

    private async Task<bool> TryApplyAsync(
        NpgsqlConnection connection, Build build, IReadOnlyList<StoredEvent> part, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var advance = BuildTransaction.Advance(ProjectionSql.AdvanceBuild, projection.Name, build.Number, build.Checkpoint, part[^1].Position);
        await using var transaction = await BuildTransaction.TryBeginAsync(connection, options, advance, cancellationToken);
        if (transaction is null)
            return false;
        await projection.ApplyAsync(connection, build.Suffix, part, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ProjectionMetrics.Applied(projection.Name, part.Count, Stopwatch.GetElapsedTime(started));
        return true;
    }
}
