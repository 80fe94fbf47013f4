using TargetLedger.Boards;

namespace TargetLedger.Server.Hosting;

/// <summary>The parameters reads have in common: the state of knowledge, the day judged for, and the part of a list.</summary>
internal sealed record ReadQuery(AsOf At, DateOnly? On, PageRequest Page)
{
    /// <summary>Reads <c>at</c>, <c>on</c>, <c>limit</c> and <c>cursor</c>, and waits for <c>after</c>.</summary>
    /// <exception cref="ProblemException">400 with every parameter at fault; 503 when <c>after</c> is not visible in time.</exception>
    public static async Task<ReadQuery> ReadAsync(HttpContext http, Visibility visibility, LedgerTime time)
    {
        var query = new QueryReading(http);
        var at = AsOf.TryParse(query.Text("at"), time.Now.Day, out var asOf)
            ? asOf
            : query.Fault<AsOf>("at", "moment_invalid", "应为位置号(全数字)或带时区的时刻,如 2014-07-10T18:00:00+08:00", "a position (all digits) or a moment with an offset such as 2014-07-10T18:00:00+08:00");
        var on = query.Day("on");
        var limit = query.Number("limit", 1, PageRequest.MaxLimit) ?? PageRequest.DefaultLimit;
        var after = query.Number("after", 0, long.MaxValue);
        query.ThrowOnFaults();

        if (after is { } position)
            await visibility.WaitForAsync(position, http.RequestAborted);
        return new(at!, on, new((int)limit, query.Text("cursor")));
    }
}
