using Npgsql;
using TargetLedger.Scenarios.Support;
using TargetLedger.Testing;

namespace TargetLedger.Scenarios;

/// <summary>Readers have connections of their own, and can take none from what records.</summary>
public sealed class ReadPoolTests(ReadPoolTests.NarrowServer server) : IClassFixture<ReadPoolTests.NarrowServer>
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_is_sent_is_recorded_while_readers_hold_every_connection_they_may_have()
    {
        await server.SettleAsync();
        var readers = new List<Task>();
        await using (var slow = new NpgsqlConnection(server.Database.AdminConnectionString))
        {
            await slow.OpenAsync();
            await using var held = await slow.BeginTransactionAsync();
            await ExecuteAsync(slow, "LOCK TABLE boards.plan_tasks_1 IN ACCESS EXCLUSIVE MODE");
            for (var i = 0; i < 12; i++)
                readers.Add(server.Scenario(s => s.As("keeper").Get.Url("/plans")));
            await WaitForReadersAsync(slow, NarrowServer.ReadConnections);

            var registering = server.Scenario(s =>
            {
                s.As("keeper").Post.Json(new { code = "xinju", name = "新局", kind = "department" }).ToUrl("/units").Key("while-readers-wait");
                s.StatusCodeShouldBe(201);
            });
            await registering.WaitAsync(Bound);
            readers.ShouldAllBe(reader => !reader.IsCompleted);
            await held.RollbackAsync();
        }

        await Task.WhenAll(readers).WaitAsync(Bound);
    }

    private static async Task WaitForReadersAsync(NpgsqlConnection connection, long count)
    {
        using var enough = new CancellationTokenSource(Bound);
        while (await WaitingAsync(connection) < count)
            await Task.Delay(20, enough.Token);
    }

    private static async Task<long> WaitingAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND relation = 'boards.plan_tasks_1'::regclass", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public sealed class NarrowServer : TestServer
    {
        public const int ReadConnections = 2;

        private protected override IEnumerable<string> Settings(LedgerDatabase ledger) =>
        [
            $"--ConnectionStrings:LedgerReadPool={ledger.ServerConnectionString};Maximum Pool Size={ReadConnections};Timeout=60",
            $"--ConnectionStrings:Ledger={ledger.ServerConnectionString};Maximum Pool Size=8;Timeout=5",
        ];
    }
}
