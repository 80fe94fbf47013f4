using System.CommandLine;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary><c>ledger verify</c>: reads everything and says what it covered, what it found and what it could not look at.</summary>
internal static class VerifyLedger
{
    private const int Shown = 20;

    public static Command Command(Terminal terminal)
    {
        var database = new DatabaseOptions();
        var command = new Command("verify", "核验整个台账;有发现时退出码为 1 / verify the whole ledger; exit code 1 on any finding") { CommonOptions.Json };
        database.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var opened = await database.OpenAsync(parsed, asAdministrator: false, cancellationToken);
            var verification = new LedgerVerification(opened.DataSource, LedgerBoards.Projections);
            var result = await ProgressLine.RunAsync(
                terminal, "核验", "verifying", progress => verification.RunAsync(progress, cancellationToken));
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(JsonSerializer.SerializeToUtf8Bytes(result, LedgerJson.Options), cancellationToken);
            else
                Print(result, terminal);
            return result.Sound ? ExitCode.Ok : ExitCode.Refused;
        });
        return command;
    }

    private static void Print(VerificationResult result, Terminal terminal)
    {
        terminal.Print($"核到第 {result.Position} 号 / verified through position {result.Position}");
        foreach (var check in result.Checks)
        {
            terminal.Print($"{(check.Found == 0 ? "✓" : "✗")} {check.Zh} / {check.En}: {check.Covered}");
            foreach (var finding in check.Findings.Take(Shown))
                terminal.Print($"    {finding.Zh} / {finding.En} ({finding.Code})");
            if (check.Found > Shown)
                terminal.Print($"    …… 共 {check.Found} 处 / {check.Found} in all");
        }

        foreach (var gap in result.NotCovered)
            terminal.Print($"– {gap.Zh} / {gap.En}");
        terminal.Print(result.Sound ? "未发现问题 / nothing found" : "发现问题,见上 / found: see above");
    }
}
