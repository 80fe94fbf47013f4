using System.Runtime.CompilerServices;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Documents.Tests.Sample;

internal static class SampleFiles
{
    public static string Root { get; } = FindRoot();

    public static PlanFile Plan { get; } = PlanFileReader.Read(Bytes("deploy/sample/chengdu-2014.plan.json")).File!;

    public static YearScript Year { get; } = YearScriptReader.Read(Bytes("deploy/sample/chengdu-2014.year.json")).File!;

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TargetLedger.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
