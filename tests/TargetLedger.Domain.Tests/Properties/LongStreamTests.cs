using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Tests;

public sealed class LongStreamTests
{
    [Fact]
    public void A_stream_twice_as_long_costs_twice_as_much_to_fold()
    {
        var (half, whole) = (Stream(4_000), Stream(8_000));
        AllocatedBy(half);

        // Memory rather than time: it is the same in every run, and copying all reports for each event would show in it.
        var (small, large) = (AllocatedBy(half), AllocatedBy(whole));

        ((double)large / small).ShouldBeLessThan(2.5);
    }

    private static List<Recorded> Stream(int events)
    {
        var stream = new List<Recorded>(events);
        var reports = 0;
        for (var i = 0; i < events; i++)
        {
            object next = i switch
            {
                0 => World.Training,
                _ when i % 3 == 0 => new ProgressVerified(World.Id(reports), i),
                _ when i % 5 == 0 => new ProgressReturned(World.Id(reports), "请补充"),
                _ when i % 7 == 0 => new ProgressCorrected(World.Id(reports), "更正", i, i),
                _ => new ProgressReported(World.Id(++reports), World.Hrss, World.Year, World.Year.End, 1, i),
            };
            stream.Add(new(next, i + 1, i + 1, new(DateTimeOffset.UnixEpoch, World.Year.Start), "unit"));
        }

        return stream;
    }

    private static long AllocatedBy(List<Recorded> stream)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Commitment.Fold("commitment-1", stream).ShouldNotBeNull();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
