using TargetLedger.Domain;

namespace TargetLedger.Boards.Tests;

public sealed class NamingTests
{
    private static readonly DateOnly Today = new(2014, 7, 10);

    [Fact]
    public void A_commitment_is_named_by_its_stream_or_by_plan_and_number()
    {
        var stream = StreamIds.Commitment("CD-2014", "11-3");

        CommitmentReference.ToStream("CD-2014:11-3").ShouldBe(stream);
        CommitmentReference.ToStream(stream).ShouldBe(stream);
        CommitmentReference.ToStream("CD:2014:11-3").ShouldBe(StreamIds.Commitment("CD:2014", "11-3"));
        foreach (var neither in new[] { "", ":", "CD-2014:", ":11-3", "11-3", "commitment-1", StreamIds.Plan("CD-2014") })
            CommitmentReference.ToStream(neither).ShouldBeNull();
    }

    [Theory]
    [InlineData("2014-07-10T18:00:00+08:00", "2014-07-10T10:00:00Z")]
    [InlineData("2014-07-10T10:00:00Z", "2014-07-10T10:00:00Z")]
    [InlineData("2014-07-10T10:00:00.123456Z", "2014-07-10T10:00:00.123456Z")]
    public void A_moment_has_an_offset(string at, string utc)
    {
        AsOf.TryParse(at, Today, out var parsed).ShouldBeTrue();
        parsed.ShouldBe(new AsOf.AtMoment(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void All_digits_are_a_position_and_nothing_is_now()
    {
        AsOf.TryParse("20140710", Today, out var position).ShouldBeTrue();
        position.ShouldBe(new AsOf.AtPosition(20140710));
        AsOf.TryParse(null, Today, out var now).ShouldBeTrue();
        now.ShouldBe(new AsOf.Now(Today));
    }

    [Theory]
    [InlineData("2014-07-10")]
    [InlineData("2014-07-10T18:00:00")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("now")]
    public void Bare_dates_and_the_like_are_refused(string at) => AsOf.TryParse(at, Today, out _).ShouldBeFalse();

    [Fact]
    public void The_ledgers_day_begins_at_midnight_in_its_zone()
    {
        Moment.Of(new(2014, 6, 30, 15, 59, 59, TimeSpan.Zero), LedgerZone.Default).Day.ShouldBe(new(2014, 6, 30));
        Moment.Of(new(2014, 6, 30, 16, 0, 0, TimeSpan.Zero), LedgerZone.Default).Day.ShouldBe(new(2014, 7, 1));
    }
}
