using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace TargetLedger.EventStore;

/// <summary>
/// Documents as they were sent, under the SHA-256 of their bytes. One that is kept stays for ever; events name it by its
/// hash, so that nobody can put another in its place unseen.
/// </summary>
public sealed class OriginalFiles(NpgsqlDataSource dataSource)
{
    private static readonly string KeepSql = EmbeddedSql.Read("Sql/keep_original.sql");
    private static readonly string ReadSql = EmbeddedSql.Read("Sql/read_original.sql");

    /// <summary>Keeps the bytes, at most 20 MB; returns when they are durable.</summary>
    /// <returns>Their hash in lower-case hexadecimal.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(bytes.Span);
        await using var command = dataSource.CreateCommand(KeepSql);
        command.Parameters.Add(new() { Value = hash });
        command.Parameters.Add(new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return Convert.ToHexStringLower(hash);
    }

    /// <param name="sha256">In hexadecimal.</param>
    /// <returns>Null where no such document was ever kept.</returns>
    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(ReadSql);
        command.Parameters.Add(new() { Value = Convert.FromHexString(sha256) });
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
