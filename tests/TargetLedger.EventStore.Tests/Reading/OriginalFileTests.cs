using System.Security.Cryptography;
using Npgsql;
using TargetLedger.EventStore.Tests.Migrations;

namespace TargetLedger.EventStore.Tests.Reading;

/// <summary>A document that is kept is kept for ever, as it was sent.</summary>
public sealed class OriginalFileTests(SeededLedger seeded) : IClassFixture<SeededLedger>
{
    private OriginalFiles Files => new(seeded.Database.DataSource);

    [Fact]
    public async Task A_document_is_found_again_under_the_hash_of_its_bytes_however_often_it_is_sent()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var hash = await Files.KeepAsync(bytes, TestContext.Current.CancellationToken);
        (await Files.KeepAsync(bytes, TestContext.Current.CancellationToken)).ShouldBe(hash);

        hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (await Files.ReadAsync(hash, TestContext.Current.CancellationToken)).ShouldBe(bytes);
        (await Files.ReadAsync(new string('0', 64), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_puts_other_bytes_under_a_hash_or_takes_a_document_away()
    {
        await Files.KeepAsync("方案"u8.ToArray(), TestContext.Current.CancellationToken);

        await using var admin = NpgsqlDataSource.Create(seeded.Database.AdminConnectionString);
        foreach (var (statement, code) in new[]
        {
            ("UPDATE ledger.original_files SET bytes = 'x'", "TL001"),
            ("DELETE FROM ledger.original_files", "TL001"),
            ("TRUNCATE ledger.original_files", "TL001"),
            ("INSERT INTO ledger.original_files (sha256, bytes) VALUES (sha256('a'), 'b')", PostgresErrorCodes.CheckViolation),
        })
        {
            await using var command = admin.CreateCommand(statement);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe(code, statement);
        }
    }
}
