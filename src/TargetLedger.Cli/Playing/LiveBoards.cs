using System.Globalization;
using TargetLedger.Documents.YearScripts;

namespace TargetLedger.Cli;

/// <summary>
/// The boards as they were live, kept to be held against the same boards asked for later as of that moment. With a
/// directory they outlive the program, so that a play taken up again still has those it took before.
/// </summary>
internal sealed class LiveBoards(DirectoryInfo? directory)
{
    private readonly Dictionary<DateTimeOffset, ReadOnlyMemory<byte>> taken = [];

    public async Task TakeAsync(LedgerClient client, BoardMoment moment, long position, CancellationToken cancellationToken)
    {
        var board = (await client.GetAsync($"board?on={Day(moment)}&limit=500&after={position}", cancellationToken)).Body;
        taken[moment.At] = board;
        if (directory is not null)
            await WriteAsync(FileOf(moment, "live"), board, cancellationToken);
    }

    /// <summary>The board as known at the moment, asked for now.</summary>
    public async Task<ReadOnlyMemory<byte>> AskAgainAsync(LedgerClient client, BoardMoment moment, CancellationToken cancellationToken)
    {
        var at = Uri.EscapeDataString(moment.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        var board = (await client.GetAsync($"board?on={Day(moment)}&limit=500&at={at}", cancellationToken)).Body;
        if (directory is not null)
            await WriteAsync(FileOf(moment, "as-of"), board, cancellationToken);
        return board;
    }

    /// <summary>Null where it was never taken: the clock had passed the moment before.</summary>
    public async Task<ReadOnlyMemory<byte>?> TakenAsync(BoardMoment moment, CancellationToken cancellationToken)
    {
        if (taken.TryGetValue(moment.At, out var board))
            return board;
        if (directory is null || FileOf(moment, "live") is not { Exists: true } kept)
            return null;
        return await File.ReadAllBytesAsync(kept.FullName, cancellationToken);
    }

    // Whole or not at all: a cut-off play must not leave half a board to compare with.
    private static async Task WriteAsync(FileInfo file, ReadOnlyMemory<byte> board, CancellationToken cancellationToken)
    {
        file.Directory!.Create();
        await File.WriteAllBytesAsync(file.FullName + ".part", board, cancellationToken);
        File.Move(file.FullName + ".part", file.FullName, overwrite: true);
    }

    private FileInfo FileOf(BoardMoment moment, string kind) => new(Path.Combine(directory!.FullName, $"board-{Day(moment)}.{kind}.json"));

    private static string Day(BoardMoment moment) => moment.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
