using System.Diagnostics;
using Shouldly;
using TargetLedger.Documents.Forms;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Forms made to harm, under the limits of documents.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class HostileFormTests
{
    private const long MostBytes = 64L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Files => [.. HostileFiles.Forms.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_form_made_to_harm_is_refused_within_a_second_and_without_much_memory(string file)
    {
        var (code, make) = HostileFiles.Forms[file];
        var bytes = make();

        // The best of three: what is measured is the reading, not what else the machine does meanwhile.
        var (found, elapsed, memory) = await Measure(bytes);
        for (var again = 0; again < 2 && (elapsed > MostTime || memory > MostBytes); again++)
            (found, elapsed, memory) = await Measure(bytes);

        found.ShouldBe(code);
        elapsed.ShouldBeLessThan(MostTime);
        memory.ShouldBeLessThan(MostBytes);
    }

    private static async Task<(string Code, TimeSpan Elapsed, long Memory)> Measure(byte[] bytes)
    {
        var peak = Peak.Start();
        var watch = Stopwatch.StartNew();
        var reading = await FormReader.ReadAsync(bytes, TestContext.Current.CancellationToken);
        return (reading.Faults.ShouldHaveSingleItem().Code, watch.Elapsed, await peak.StopAsync());
    }
}
