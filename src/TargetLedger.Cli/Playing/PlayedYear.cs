using System.Text.Json.Serialization;
using TargetLedger.Boards;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Cli;

/// <summary>What the ledger holds after a year was played, counted from its events.</summary>
/// <param name="Plan">The plan's code.</param>
/// <param name="Revisions">Of targets and of periods.</param>
/// <param name="ClosedOut">Completions accepted (销号).</param>
/// <param name="Periods">Reports owed, judged on the day of the last board.</param>
/// <param name="Linked">Links by which reports count in several commitments.</param>
/// <param name="Joint">Commitments with equal leads.</param>
/// <param name="Groups">已报/应报 of the divided commitments, by way of summing up, on the last board.</param>
/// <param name="Drafts">Reports that were drafted first.</param>
/// <param name="Signed">Signatures, online and on paper.</param>
/// <param name="Sampled">Reports drawn for a closer look (抽查).</param>
/// <param name="Findings">What was found of reports drawn.</param>
/// <param name="Warnings">Warning signs on the day of the last board.</param>
/// <param name="FormDrafts">Rows of filled forms that became drafts.</param>
/// <param name="Withdrawals">Reports taken back by a draft that was signed.</param>
/// <param name="Proposed">Links that units proposed.</param>
/// <param name="Refused">Of these, what keepers refused.</param>
/// <param name="Unlinked">Links that were ended.</param>
/// <param name="Memberships">Units that joined or left a group in the year.</param>
/// <param name="PlanRules">Acts on the rules of one plan alone.</param>
/// <param name="WhatIf">Lights that would have changed under the rules that were tried out.</param>
/// <param name="Forecasts">Forecasts that were asked for and could be given.</param>
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
    int Linked,
    int Joint,
    IReadOnlyList<PlayedGroup> Groups,
    int Drafts,
    int Signed,
    int Sampled,
    int Findings,
    int Warnings,
    [property: JsonPropertyName("form_drafts")] int FormDrafts,
    int Withdrawals,
    int Proposed,
    int Refused,
    int Unlinked,
    int Memberships,
    [property: JsonPropertyName("plan_rules")] int PlanRules,
    [property: JsonPropertyName("what_if")] int WhatIf,
    int Forecasts,
    IReadOnlyList<PlayedBoard> Boards,
    long Events,
    double Seconds);

/// <summary>What a year leaves no event of its own kind of.</summary>
/// <param name="LightsThatWouldChange">Under the rules that were tried out.</param>
/// <param name="Forecasts">Given.</param>
/// <param name="FormDrafts">Rows of forms that became drafts.</param>
internal sealed record PlayedAsides(int LightsThatWouldChange, int Forecasts, int FormDrafts);

/// <summary>Reports owed, by what became of them.</summary>
internal sealed record PlayedPeriods([property: JsonPropertyName("on_time")] int OnTime, int Late, int Missing, int Excused)
{
    public static PlayedPeriods Of(TimelinessCounts counts) => new(counts.OnTime, counts.Late, counts.Missing, counts.Excused);
}

/// <summary>已报/应报 of all commitments that sum up in one way.</summary>
internal sealed record PlayedGroup(SummingUp Way, int Reported, int Expected)
{
    public static IReadOnlyList<PlayedGroup> Of(ComplianceBoard board) =>
    [
        .. board.Rows.Select(r => r.Group).OfType<GroupRow>().GroupBy(g => g.Way).OrderBy(g => g.Key)
            .Select(g => new PlayedGroup(g.Key, g.Sum(one => one.Reported), g.Sum(one => one.Expected))),
    ];
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
