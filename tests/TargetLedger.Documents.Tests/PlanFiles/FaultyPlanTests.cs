using Shouldly;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.Tests.Sample;
using Xunit;

namespace TargetLedger.Documents.Tests.PlanFiles;

public class FaultyPlanTests
{
    private const string Folder = "tests/TargetLedger.Documents.Tests/PlanFiles/";

    private static readonly FileReading<PlanFile> Reading = PlanFileReader.Read(SampleFiles.Bytes(Folder + "faulty-plan.json"));

    [Fact]
    public void A_file_with_40_faults_has_all_40_named_from_top_to_bottom()
    {
        var expected = File.ReadAllLines(Path.Combine(SampleFiles.Root, Folder + "faulty-plan.faults.txt"));

        expected.Length.ShouldBe(40);
        Reading.Faults.Select(f => $"{f.Pointer} {f.Code}").ShouldBe(expected);
        Reading.File.ShouldBeNull();
    }

    [Fact]
    public void Each_fault_is_told_in_both_languages()
        => Reading.Faults.ShouldAllBe(f => f.Zh.Length > 0 && f.En.Length > 0 && f.Zh != f.En);
}
