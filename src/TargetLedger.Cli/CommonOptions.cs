using System.CommandLine;

namespace TargetLedger.Cli;

internal static class CommonOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "标准输出只有一份 JSON / one JSON document on standard output, nothing else",
    };
}
