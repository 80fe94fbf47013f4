using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary>Asks the database itself, by the queries the server uses.</summary>
internal sealed class DatabaseBoards(Database database) : IBoardSource
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);
    private readonly BoardQueries queries = LedgerBoards.Queries(database.DataSource);
    private readonly WarningQueries warnings = LedgerBoards.Warnings(database.DataSource);
    private readonly TimelinessQueries timeliness = LedgerBoards.Timeliness(database.DataSource);

    public async Task WaitForAsync(long position, CancellationToken cancellationToken)
    {
        if (!await LedgerBoards.Watch(database.DataSource).WaitForAsync(position, Bound, cancellationToken))
            throw new Failure(ExitCode.Unavailable, "not_yet_visible", "看板尚未更新到该位置", "the boards do not hold that position yet");
    }

    public Task<ReadOnlyMemory<byte>> BoardAsync(BoardFilter filter, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        WholeAsync(page => queries.ComplianceAsync(filter, AsOfText(at), on, page, cancellationToken)!, ListingPages.Join);

    public Task<ReadOnlyMemory<byte>> TimelinessAsync(TimelinessFilter filter, TimelinessBy by, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        WholeAsync(page => timeliness.CountAsync(filter, by, AsOfText(at), on, page, cancellationToken), ListingPages.Join);

    public async Task<ReadOnlyMemory<byte>> CommitmentAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        ListingPages.Write(await queries.CommitmentAsync(StreamOf(commitment), AsOfText(at), on, cancellationToken) ?? throw NotFound(commitment));

    public async Task<ReadOnlyMemory<byte>> ExplainAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        ListingPages.Write(await queries.ExplainAsync(StreamOf(commitment), AsOfText(at), on, cancellationToken) ?? throw NotFound(commitment));

    public async Task<ReadOnlyMemory<byte>> ForecastAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        ListingPages.Write(await queries.ForecastAsync(StreamOf(commitment), AsOfText(at), on, cancellationToken) ?? throw NotFound(commitment));

    public Task<ReadOnlyMemory<byte>> WhatIfAsync(BoardFilter filter, WhatIfWish wish, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        WholeAsync(
            async page =>
            {
                var (answer, faults) = await queries.WhatIfAsync(filter, wish, AsOfText(at), on, page, cancellationToken);
                return answer ?? throw TriedRules.Unsound(faults);
            },
            ListingPages.Join);

    public async Task<ReadOnlyMemory<byte>> WhatIfAsync(string commitment, WhatIfWish wish, string? at, DateOnly? on, CancellationToken cancellationToken)
    {
        var (answer, faults) = await queries.WhatIfAsync(StreamOf(commitment), wish, AsOfText(at), on, cancellationToken);
        return ListingPages.Write(answer ?? throw (faults.Count > 0 ? TriedRules.Unsound(faults) : NotFound(commitment)));
    }

    public async Task<ReadOnlyMemory<byte>> ExplainFigureAsync(
        string commitment, RowFigure figure, string? member, string? at, DateOnly? on, CancellationToken cancellationToken) =>
        ListingPages.Write(await warnings.ExplainFigureAsync(StreamOf(commitment), figure, member, null, AsOfText(at), on, cancellationToken) ?? throw NotFound(commitment));

    public async Task<ReadOnlyMemory<byte>> HistoryAsync(string commitment, string? at, CancellationToken cancellationToken) =>
        await WholeAsync(
            async page => await queries.HistoryAsync(StreamOf(commitment), AsOfText(at), page, cancellationToken) ?? throw NotFound(commitment),
            ListingPages.Join);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task<ReadOnlyMemory<byte>> WholeAsync<T>(
        Func<PageRequest, Task<Page<T>>> ask, Func<IReadOnlyList<T>, ReadOnlyMemory<byte>> join)
    {
        var pages = new List<T>();
        string? cursor = null;
        do
        {
            var page = await ask(new(PageRequest.MaxLimit, cursor));
            pages.Add(page.Answer);
            cursor = page.Next;
        }
        while (cursor is not null);
        return join(pages);
    }

    // The options have checked the form.
    private static AsOf AsOfText(string? at) => AsOf.TryParse(at, LedgerBoards.Today, out var result) ? result : throw new FormatException(at);

    private static string StreamOf(string commitment) => CommitmentReference.ToStream(commitment) ?? throw NotFound(commitment);

    private static Failure NotFound(string commitment) =>
        new(ExitCode.Refused, "not_found", $"没有事项 {commitment}", $"there is no commitment {commitment}");
}
