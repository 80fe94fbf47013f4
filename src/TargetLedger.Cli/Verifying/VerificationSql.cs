using System.Reflection;
using Npgsql;

namespace TargetLedger.Cli;

internal static class VerificationSql
{
    public static string ReadEvents { get; } = Read("read_events");

    public static string ReadStreams { get; } = Read("read_streams");

    public static string IdempotencyFaults { get; } = Read("idempotency_faults");

    public static string Guards { get; } = Read("guards");

    public static string ActiveBuild { get; } = Read("active_build");

    public static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        // A whole ledger may take longer than the usual half minute.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Verifying/Sql/{name}.sql")
            ?? throw new InvalidOperationException($"No embedded file {name}.sql.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
