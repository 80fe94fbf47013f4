using Microsoft.Extensions.Logging;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>Takes leases in the name of one holder. Time is the database's alone, so clocks of nodes do not matter.</summary>
internal sealed class LeaseTaker(
    NpgsqlDataSource dataSource,
    ProjectionOptions options,
    TimeProvider systemTime,
    ILogger logger)
{
    // Readable for the operator who looks into the table, and never the same twice.
    private readonly string holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>Null when another holds it.</summary>
    public async Task<Lease?> TryTakeAsync(string name, CancellationToken cancellationToken) =>
        await TakeOrRenewAsync(name, cancellationToken) ? new Lease(this, name, options, systemTime, logger) : null;

    /// <summary>Waits until nobody else holds it.</summary>
    public async Task<Lease> TakeAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryTakeAsync(name, cancellationToken) is { } lease)
                return lease;
            await Task.Delay(options.LeaseRetry, systemTime, cancellationToken);
        }
    }

    public async Task<bool> TakeOrRenewAsync(string name, CancellationToken cancellationToken)
    {
        await using var take = dataSource.CreateCommand(ProjectionSql.TakeLease);
        take.Parameters.Add(new() { Value = name });
        take.Parameters.Add(new() { Value = holder });
        take.Parameters.Add(new() { Value = options.LeaseTime });
        return await take.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Spares others the wait until the lease runs out; when this fails they wait.</summary>
    public async Task ReleaseAsync(string name)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(1), systemTime);
        try
        {
            await using var release = dataSource.CreateCommand(ProjectionSql.ReleaseLease);
            release.Parameters.Add(new() { Value = name });
            release.Parameters.Add(new() { Value = holder });
            await release.ExecuteNonQueryAsync(bound.Token);
        }
        catch (Exception fault)
        {
            logger.LogDebug(fault, "The lease {Lease} was left to run out", name);
        }
    }
}
