using System.Text;
using System.Text.Json;

namespace TargetLedger.Cli.Tests;

/// <summary>Runs a verb in this process, as the program would.</summary>
internal static class Cli
{
    public static async Task<Run> RunAsync(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var exitCode = await LedgerProgram.RunAsync(arguments, new Terminal(output, error), TestContext.Current.CancellationToken);
        return new(exitCode, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }
}

internal sealed record Run(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>The one document standard output holds: anything before or after it is a fault.</summary>
    public JsonElement Json => JsonDocument.Parse(OutputBytes).RootElement;

    public Run ShouldExit(int code)
    {
        ExitCode.ShouldBe(code, $"{Output}\n{Error}");
        return this;
    }
}
