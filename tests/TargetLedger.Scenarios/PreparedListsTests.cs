using System.Globalization;
using System.Net.Http.Headers;
using Npgsql;

namespace TargetLedger.Scenarios;

/// <summary>
/// What lists are counted from is at hand before anybody asks: on a node that has just come up, no commitment is left to be read. Whether one is read is
/// asked of the database: while the table they are read from is locked, a list that has to read it waits.
/// </summary>
public sealed class PreparedListsTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task The_first_list_of_a_day_is_there_without_being_asked_for_first_and_a_failure_does_not_stop_that()
    {
        await using var node = await BesideAsync(new(2014, 8, 19));
        await IsThereAsync(node, new(2014, 8, 19));

        await using (var locked = await LockedStates.TakeAsync(server.Database.AdminConnectionString))
        {
            await node.StepToAsync(new(2014, 8, 20, 9, 0, 0, TimeSpan.FromHours(8)));
            await locked.EndWhoeverWaitsAsync(Patience);
        }

        await IsThereAsync(node, new(2014, 8, 20));
    }

    /// <summary>It has projected nothing itself, so it remembers no commitment.</summary>
    private async Task<TestServer> BesideAsync(DateOnly day)
    {
        await server.StepToAsync(new(day, new(9, 0), TimeSpan.FromHours(8)));
        await server.SettleAsync();
        return await server.StartNodeBesideAsync();
    }

    /// <summary>Asked again and again, but never so that the question itself could have read it.</summary>
    private async Task IsThereAsync(TestServer node, DateOnly day)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!await AnswersLockedAsync(node, day))
        {
            TimeProvider.System.GetElapsedTime(until).ShouldBeLessThan(Patience, $"the lists of {day:yyyy-MM-dd} are not prepared");
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }
    }

    private async Task<bool> AnswersLockedAsync(TestServer node, DateOnly day)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/timeliness?on={day:yyyy-MM-dd}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await node.TokenAsync("supervisor"));
        await using var locked = await LockedStates.TakeAsync(server.Database.AdminConnectionString);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        soon.CancelAfter(AtOnce);
        try
        {
            using var response = await node.Http.SendAsync(request, soon.Token);
            response.EnsureSuccessStatusCode();
            return true;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            // The server gives the question up before the table is free again.
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            return false;
        }
    }

    /// <summary>Nobody reads the states of commitments until it is disposed of.</summary>
    private sealed class LockedStates(NpgsqlConnection connection, string table) : IAsyncDisposable
    {
        public static async Task<LockedStates> TakeAsync(string administrator)
        {
            var connection = new NpgsqlConnection(administrator);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var find = new NpgsqlCommand(
                "SELECT format('boards.%I', relname) FROM pg_class WHERE relnamespace = 'boards'::regnamespace AND relkind = 'r' AND relname LIKE 'light\\_states%'", connection);
            var table = (string)(await find.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            await using var take = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", connection);
            await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return new(connection, table);
        }

        /// <summary>As when the database is restarted: whoever was about to read meets a fault.</summary>
        public async Task EndWhoeverWaitsAsync(TimeSpan patience)
        {
            await using var end = new NpgsqlCommand($"SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE relation = '{table}'::regclass AND NOT granted", connection);
            var since = TimeProvider.System.GetTimestamp();
            while ((long)(await end.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 0)
            {
                TimeProvider.System.GetElapsedTime(since).ShouldBeLessThan(patience, "nobody came to read");
                await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            }
        }

        public async ValueTask DisposeAsync() => await connection.DisposeAsync();
    }
}
