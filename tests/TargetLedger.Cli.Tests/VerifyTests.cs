using System.Text.Json;

namespace TargetLedger.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task An_untouched_ledger_is_sound_and_every_event_and_row_was_looked_at()
    {
        await using var ledger = await SmallLedger.CreateAsync();

        var result = (await VerifyAsync(ledger)).ShouldExit(ExitCode.Ok).Json;

        result.GetProperty("sound").GetBoolean().ShouldBeTrue();
        result.GetProperty("position").GetInt64().ShouldBe(ledger.Head);
        var covered = result.GetProperty("checks").EnumerateArray()
            .ToDictionary(check => check.GetProperty("check").GetString()!, check => check.GetProperty("covered").GetInt64(), StringComparer.Ordinal);
        foreach (var check in new[] { "order", "versions", "bodies", "envelopes" })
            covered[check].ShouldBe(ledger.Head);
        covered["streams"].ShouldBe(await CountAsync(ledger, "ledger.mt_streams"));
        covered["keys"].ShouldBe(await CountAsync(ledger, "ledger.idempotency"));
        covered["read_model:boards"].ShouldBeGreaterThan(100);
        covered["read_model:lights"].ShouldBeGreaterThan(30);
        result.GetProperty("notCovered").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("check").GetString().ShouldBe("transparency_log");
    }

    [Fact]
    public async Task Verifying_leaves_nothing_behind()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        var before = await TablesAsync(ledger);

        (await VerifyAsync(ledger)).ShouldExit(ExitCode.Ok);

        (await TablesAsync(ledger)).ShouldBe(before);
    }

    [Theory]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET data = jsonb_set(data, '{total}', '26.5') WHERE seq_id = {head}", "row_not_in_fold")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET data = data - 'unit' WHERE seq_id = {head}", "body_unreadable")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET data = data || '{\"paid\":true}' WHERE seq_id = {head}", "body_unreadable")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET type = 'progress_invented' WHERE seq_id = {head}", "event_type_unknown")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET type = 'unit_renamed', data = '{\"name\":\"新名\",\"from\":\"2014-07-01\",\"authority\":\"文\"}' WHERE seq_id = {head}", "log_unfoldable")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET timestamp = timestamp - interval '1 hour' WHERE seq_id = {head}", "timestamp_not_increasing")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET user_name = NULL WHERE seq_id = {head}", "envelope_incomplete")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET is_archived = true WHERE seq_id = 1", "envelope_incomplete")]
    [InlineData("mt_events", "UPDATE ledger.mt_events SET data = jsonb_set(data, '{text,done}', to_jsonb(repeat('长', 30000))) WHERE seq_id = {head}", "envelope_too_long")]
    [InlineData("mt_events", "DELETE FROM ledger.mt_events WHERE seq_id = {head} - 1", "position_missing")]
    [InlineData("mt_events", "DELETE FROM ledger.mt_events WHERE seq_id = {head} - 1", "version_missing")]
    [InlineData("mt_events", "DELETE FROM ledger.mt_events WHERE seq_id = {head}", "stream_differs")]
    [InlineData("mt_events", "DELETE FROM ledger.mt_events WHERE seq_id = {head}", "key_outcome_impossible")]
    [InlineData("mt_streams", "UPDATE ledger.mt_streams SET type = 'unit' WHERE type = 'plan'", "stream_differs")]
    [InlineData("mt_streams", "DELETE FROM ledger.mt_streams WHERE type = 'plan'", "stream_missing")]
    [InlineData("mt_streams", "INSERT INTO ledger.mt_streams (id, type, version) VALUES ('plan-00000000-0000-0000-0000-000000000000', 'plan', 1)", "stream_without_events")]
    [InlineData("idempotency", "UPDATE ledger.idempotency SET position = {head} + 1 WHERE position = {head}", "key_outcome_impossible")]
    [InlineData("idempotency", "UPDATE ledger.idempotency SET versions[1] = 99 WHERE position = {head}", "key_outcome_impossible")]
    public async Task What_a_superuser_changes_is_found_and_exits_with_1(string table, string change, string finding)
    {
        await using var ledger = await SmallLedger.CreateAsync();
        await ledger.TamperAsync(table, change.Replace("{head}", ledger.Head.ToString(), StringComparison.Ordinal));

        var result = (await VerifyAsync(ledger)).ShouldExit(ExitCode.Refused).Json;

        result.GetProperty("sound").GetBoolean().ShouldBeFalse();
        FindingsOf(result).ShouldContain(finding);
    }

    [Fact]
    public async Task A_row_of_the_boards_that_the_log_does_not_give_is_found()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        await ledger.Database.ExecuteAsAdminAsync("UPDATE boards.commitment_reports_1 SET total = 50 WHERE total = 26");

        var result = (await VerifyAsync(ledger)).ShouldExit(ExitCode.Refused).Json;

        FindingsOf(result).ShouldBe(["row_not_in_fold", "row_missing"]);
    }

    [Fact]
    public async Task A_guard_that_was_lifted_is_found()
    {
        await using var ledger = await SmallLedger.CreateAsync();
        await ledger.Database.ExecuteAsAdminAsync("ALTER TABLE ledger.mt_events DISABLE TRIGGER mt_events_append_only");

        FindingsOf((await VerifyAsync(ledger)).ShouldExit(ExitCode.Refused).Json).ShouldBe(["guard_lifted"]);
    }

    [Fact]
    public async Task Boards_that_were_never_built_are_said_not_to_be_covered()
    {
        await using var database = await LedgerDatabase.CreateAsync();

        var result = (await Cli.RunAsync("verify", "--connection", database.ServerConnectionString, "--json")).ShouldExit(ExitCode.Ok).Json;

        result.GetProperty("notCovered").EnumerateArray().Select(gap => gap.GetProperty("check").GetString())
            .ShouldBe(["transparency_log", "read_model:boards", "read_model:lights"]);
    }

    private static Task<Run> VerifyAsync(SmallLedger ledger) => Cli.RunAsync("verify", "--connection", ledger.Connection, "--json");

    private static List<string> FindingsOf(JsonElement result) =>
    [
        .. result.GetProperty("checks").EnumerateArray()
            .SelectMany(check => check.GetProperty("findings").EnumerateArray())
            .Select(finding => finding.GetProperty("code").GetString()!),
    ];

    private static async Task<long> CountAsync(SmallLedger ledger, string table)
    {
        await using var command = ledger.Database.DataSource.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> TablesAsync(SmallLedger ledger)
    {
        await using var command = ledger.Database.DataSource.CreateCommand(
            "SELECT string_agg(schemaname || '.' || tablename, ' ' ORDER BY schemaname, tablename) FROM pg_tables WHERE schemaname IN ('ledger', 'boards')");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
