using System.Globalization;
using System.Runtime.CompilerServices;
using TargetLedger.Boards;
using TargetLedger.Documents.Sheets;

namespace TargetLedger.Server.Hosting;

/// <summary>The rows of a listing page by page, all pages true of one position; no more than one page is held.</summary>
internal static class ExportRows
{
    /// <summary>Enough to be fast, few enough to be held for many readers at once.</summary>
    private const int RowsAtOnce = 1_000;

    public static PageRequest First { get; } = new(RowsAtOnce);

    public static async IAsyncEnumerable<TRow> OfAsync<TAnswer, TRow>(
        Page<TAnswer> first,
        Func<PageRequest, CancellationToken, Task<Page<TAnswer>>> next,
        Func<TAnswer, IReadOnlyList<TRow>> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var page = first; ; page = await next(new(RowsAtOnce, page.Next), cancellationToken))
        {
            foreach (var row in rows(page.Answer))
                yield return row;
            if (page.Next is null)
                yield break;
        }
    }

    /// <summary>What every sheet says of itself: the position it is true of, and when that was recorded.</summary>
    public static async Task<string> KnownAsync(BoardQueries boards, LedgerTime time, long position, CancellationToken cancellationToken)
        => await boards.MomentOfAsync(position, cancellationToken) is { } moment
            ? string.Create(CultureInfo.InvariantCulture, $"截至第 {position} 号记录所知 as known at position {position}（{TimeZoneInfo.ConvertTime(moment, time.Zone):yyyy-MM-dd HH:mm:ss zzz}）")
            : string.Create(CultureInfo.InvariantCulture, $"截至第 {position} 号记录所知 as known at position {position}");

    public static SheetCell Text(string? text) => SheetCell.Of(text);

    public static SheetCell Text(IEnumerable<string> texts) => SheetCell.Of(string.Join('、', texts));
}
