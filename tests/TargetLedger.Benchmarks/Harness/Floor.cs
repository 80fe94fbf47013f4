namespace TargetLedger.Benchmarks;

/// <summary>The committed scripts that floors are measured with.</summary>
internal static class Floor
{
    /// <summary>A table with the columns, indexes and settings of the events' own, and nothing else of a ledger.</summary>
    public static async Task CreateTableAsync(BenchLedger ledger, CancellationToken cancellationToken)
        => await ledger.ExecuteAsAdminAsync(Read("create_table"), cancellationToken);

    /// <summary>One prepared insert a transaction, from so many clients of pgbench.</summary>
    public static Func<Task<double>> PreparedInsert(BenchLedger ledger, int clients, TimeSpan duration, CancellationToken cancellationToken) => async () =>
    {
        await ledger.CheckpointAsync(cancellationToken);
        return await PgBench.RunAsync(ledger.AdminConnectionString, "prepared_insert", clients, duration, cancellationToken);
    };

    public static string Read(string name)
    {
        using var stream = typeof(Floor).Assembly.GetManifestResourceStream($"Floors/{name}.sql")
            ?? throw new InvalidOperationException($"There is no floor {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
