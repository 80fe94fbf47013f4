using System.Text.Json;
using TargetLedger.Domain.Periods;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>Calendars and terms the tests tell of.</summary>
internal static class Schedules
{
    /// <summary>Those that come with the product.</summary>
    public static IReadOnlyList<CalendarAnnounced> Shipped { get; } =
    [
        .. typeof(Schedules).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Calendars/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var file = typeof(Schedules).Assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<CalendarAnnounced>(file, JsonSerializerOptions.Web)!;
        }),
    ];

    /// <summary>As announced on 11 December 2013.</summary>
    public static CalendarAnnounced Calendar2014 { get; } = new(
        2014,
        [
            new("元旦", new(2014, 1, 1), new(2014, 1, 1)),
            new("春节", new(2014, 1, 31), new(2014, 2, 6)),
            new("清明节", new(2014, 4, 5), new(2014, 4, 7)),
            new("劳动节", new(2014, 5, 1), new(2014, 5, 3)),
            new("端午节", new(2014, 5, 31), new(2014, 6, 2)),
            new("中秋节", new(2014, 9, 6), new(2014, 9, 8)),
            new("国庆节", new(2014, 10, 1), new(2014, 10, 7)),
        ],
        [new(2014, 1, 26), new(2014, 2, 8), new(2014, 5, 4), new(2014, 9, 28), new(2014, 10, 11)],
        "国办发明电〔2013〕28号");

    /// <summary>As announced on 16 December 2014.</summary>
    public static CalendarAnnounced Calendar2015 { get; } = new(
        2015,
        [
            new("元旦", new(2015, 1, 1), new(2015, 1, 3)),
            new("春节", new(2015, 2, 18), new(2015, 2, 24)),
            new("清明节", new(2015, 4, 4), new(2015, 4, 6)),
            new("劳动节", new(2015, 5, 1), new(2015, 5, 3)),
            new("端午节", new(2015, 6, 20), new(2015, 6, 22)),
            new("中秋节", new(2015, 9, 26), new(2015, 9, 27)),
            new("国庆节", new(2015, 10, 1), new(2015, 10, 7)),
        ],
        [new(2015, 1, 4), new(2015, 2, 15), new(2015, 2, 28), new(2015, 10, 10)],
        "国务院办公厅关于2015年部分节假日安排的通知");

    /// <summary>As announced again on 13 May 2015: three days in September are off.</summary>
    public static CalendarAnnounced Calendar2015WithVictoryDay { get; } = Calendar2015 with
    {
        Holidays = [.. Calendar2015.Holidays, new("抗战胜利70周年纪念日", new(2015, 9, 3), new(2015, 9, 5))],
        Workdays = [.. Calendar2015.Workdays, new(2015, 9, 6)],
        Authority = "国发明电〔2015〕1号",
    };

    /// <summary>Due eight working days after the cut-off, locked ten later.</summary>
    public static ReportingTermsAdopted Locking { get; } = new("r", new(2014, 1, 1), ReportingTerms.Default with { LockDays = 10 }, "a");

    /// <summary>The year's calendar and terms that lock, known from the first.</summary>
    public static ReportingSchedule Year2014 { get; } = Known((new(2013, 12, 12), Calendar2014), (new(2014, 1, 2), Locking));

    public static ReportingSchedule Known(params IEnumerable<(DateOnly On, object Event)> announcements)
        => announcements.Select((a, i) => new Recorded(a.Event, i + 1, i + 1, At(a.On), "tests")).Aggregate(ReportingSchedule.Empty, ReportingSchedule.Evolve);
}
