using System.Text.Json.Serialization;
using TargetLedger.Boards;

namespace TargetLedger.Cli;

/// <summary>What the ledger holds after a year was played, counted from its events.</summary>
/// <param name="Plan">The plan's code.</param>
/// <param name="Revisions">Of targets and of periods.</param>
/// <param name="ClosedOut">Completions accepted (销号).</param>
/// <param name="Periods">Reports owed, judged on the day of the last board.</param>
/// <param name="Sampled">Reports drawn for a closer look (抽查).</param>
/// <param name="Warnings">Warning signs on the day of the last board.</param>
/// <param name="Events">All events of the ledger.</param>
/// <param name="Seconds">Of the play itself.</param>
internal sealed record PlayedYear(
    string Plan,
    int Tasks,
    int Commitments,
    int Reports,
    int Corrections,
    int Returns,
    int Revisions,
    [property: JsonPropertyName("closed_out")] int ClosedOut,
    PlayedPeriods Periods,
    int Sampled,
    int Warnings,
    IReadOnlyList<PlayedBoard> Boards,
    long Events,
    double Seconds);

/// <summary>Reports owed, by what became of them.</summary>
internal sealed record PlayedPeriods([property: JsonPropertyName("on_time")] int OnTime, int Late, int Missing, int Excused)
{
    public static PlayedPeriods Of(TimelinessCounts counts) => new(counts.OnTime, counts.Late, counts.Missing, counts.Excused);
}

/// <summary>A board of the year.</summary>
/// <param name="SameAsLive">The board and the timeliness asked for as of that moment equal those that were live, to the byte; null where none was taken live.</param>
internal sealed record PlayedBoard(
    DateOnly On,
    DateTimeOffset At,
    long Position,
    int Green,
    int Yellow,
    int Red,
    int Done,
    int None,
    int Paused,
    [property: JsonPropertyName("same_as_live")] bool? SameAsLive)
{
    public static PlayedBoard Of(ComplianceBoard board, DateTimeOffset at, bool? sameAsLive) => new(
        board.On,
        at,
        board.Position,
        board.Lights.Green,
        board.Lights.Yellow,
        board.Lights.Red,
        board.Lights.Done,
        board.Lights.None,
        board.Lights.Paused,
        sameAsLive);
}
