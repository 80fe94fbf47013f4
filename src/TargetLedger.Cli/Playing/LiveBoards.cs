using System.Globalization;
using TargetLedger.Boards;
using TargetLedger.Documents.YearScripts;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>
/// The boards as they were live, kept to be held against the same boards asked for later as of that moment. With a
/// directory they outlive the program, so that a play taken up again still has those it took before.
/// </summary>
internal sealed class LiveBoards(DirectoryInfo? directory)
{
    private readonly Dictionary<(DateTimeOffset At, LiveKind Kind), ReadOnlyMemory<byte>> taken = [];

    public async Task TakeAsync(LedgerClient client, BoardMoment moment, long position, CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<LiveKind>())
        {
            var answer = (await client.GetAsync($"{Question(moment, kind)}&after={position}", cancellationToken)).Body;
            taken[(moment.At, kind)] = answer;
            if (directory is not null)
                await WriteAsync(FileOf(moment, kind, "live"), answer, cancellationToken);
        }
    }

    /// <summary>The answer as known at the moment, asked for now.</summary>
    public async Task<ReadOnlyMemory<byte>> AskAgainAsync(LedgerClient client, BoardMoment moment, LiveKind kind, CancellationToken cancellationToken)
    {
        var at = Uri.EscapeDataString(moment.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        var answer = (await client.GetAsync($"{Question(moment, kind)}&at={at}", cancellationToken)).Body;
        if (directory is not null)
            await WriteAsync(FileOf(moment, kind, "as-of"), answer, cancellationToken);
        return answer;
    }

    /// <summary>Null where it was never taken: the clock had passed the moment before.</summary>
    public async Task<ReadOnlyMemory<byte>?> TakenAsync(BoardMoment moment, LiveKind kind, CancellationToken cancellationToken)
    {
        if (taken.TryGetValue((moment.At, kind), out var answer))
            return answer;
        if (directory is null || FileOf(moment, kind, "live") is not { Exists: true } kept)
            return null;
        return await File.ReadAllBytesAsync(kept.FullName, cancellationToken);
    }

    /// <summary>The board is about a day's figures; who has reported is asked about the day on which one looks.</summary>
    private static string Question(BoardMoment moment, LiveKind kind) => kind == LiveKind.Board
        ? $"board?on={Day(moment.On)}&limit=500"
        : $"timeliness?by=unit&on={Day(Moment.Of(moment.At, LedgerZone.Default).Day)}&limit=500";

    // Whole or not at all: a cut-off play must not leave half a board to compare with.
    private static async Task WriteAsync(FileInfo file, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        file.Directory!.Create();
        await File.WriteAllBytesAsync(file.FullName + ".part", answer, cancellationToken);
        File.Move(file.FullName + ".part", file.FullName, overwrite: true);
    }

    private FileInfo FileOf(BoardMoment moment, LiveKind kind, string when)
        => new(Path.Combine(directory!.FullName, $"{(kind == LiveKind.Board ? "board" : "timeliness")}-{Day(moment.On)}.{when}.json"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal enum LiveKind
{
    Board,
    Timeliness,
}
