using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>
/// The events of one commitment, one after the other, as the product records them: it is made, then two of three are reports,
/// the others verify, correct and return those of late. About 275 bytes each.
/// </summary>
internal sealed class CommitmentStory
{
    private const int Verified = 3;
    private const int Corrected = 11;
    private const int Returned = 17;
    private static readonly string Plan = $"plan-{Guid.CreateVersion7()}";
    private readonly int number;
    private Guid report;
    private decimal total;

    public CommitmentStory(int number)
    {
        this.number = number;
        Stream = $"commitment-{Guid.CreateVersion7()}";
    }

    public string Stream { get; }

    public long Version { get; private set; }

    /// <summary>Appends the next so many events, if nobody else has appended to the stream.</summary>
    public StreamAppend Next(int count)
    {
        var expected = Version == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(Version);
        return new(Stream, StreamIds.CommitmentType, expected, [.. Enumerable.Range(0, count).Select(_ => Next())]);
    }

    private NewEvent Next()
    {
        var recorded = Event(++Version);
        return new(Guid.CreateVersion7(), EventCatalog.AliasOf(recorded), EventCatalog.Write(recorded));
    }

    private object Event(long version) => version switch
    {
        1 => new CommitmentMade(
            Plan, "3", $"{number % 40}", number, $"{number % 40}-{number}", "培养高技能人才", new(new(2014, 1, 1), new(2014, 12, 31)), Cadence.Monthly,
            Strength.Binding, [new(Role.Lead, $"unit{number % 50}")], [], [], new("高技能人才", "人", MeasureKind.Cumulative), new(Bound.AtLeast, 30_000, "3万名")),
        > 2 when version % Corrected == 0 => new ProgressCorrected(report, "漏计一期,按培训名册补记", 135, total += 10),
        > 2 when version % Returned == 0 => new ProgressReturned(report, "缺少培训名册和证书编号,请补充佐证材料后重新报送"),
        > 2 when version % Verified == 0 => new ProgressVerified(report, total, "现场核查佐证材料齐全,与台账一致,按本期填报数予以确认,请继续按月报送"),
        _ => Report(new DateOnly(2014, 1, 1).AddMonths((int)(version % 12))),
    };

    private ProgressReported Report(DateOnly month)
    {
        report = Guid.CreateVersion7();
        total += 125;
        var period = new Period(month, month.AddMonths(1).AddDays(-1));
        return new(report, $"unit{number % 50}", period, period.End, 125, total, Text: new("举办高技能人才培训班两期,覆盖重点企业十二家"));
    }
}
