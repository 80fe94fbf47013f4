using System.Runtime.CompilerServices;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Boards.Tests;

internal static class SampleFiles
{
    private static readonly string Root = FindRoot();

    public static PlanFile Plan { get; } = PlanFileReader.Read(Bytes("chengdu-2014.plan.json")).File!;

    public static YearScript Year { get; } = YearScriptReader.Read(Bytes("chengdu-2014.year.json")).File!;

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Root, "deploy", "sample", name));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TargetLedger.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
