using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Documents.YearScripts;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary><c>ledger play</c>: a scripted year through the HTTP API of a development server with a stepped clock.</summary>
internal static class PlayYear
{
    public static Command Command(Terminal terminal)
    {
        var server = new ServerOptions();
        var file = new Argument<FileInfo>("SCRIPT") { Description = "年度脚本(JSON)/ the year's script (JSON)" };
        var plan = new Option<string?>("--plan") { Description = "方案代码;只有一个方案时可省 / the plan's code; may be left out where there is one plan", HelpName = "CODE" };
        var boards = new Option<DirectoryInfo?>("--boards-out") { Description = "保存各看板的目录 / keep the boards in this directory", HelpName = "DIR" };
        var command = new Command("play", "按脚本演示一年,中断后可续 / play a scripted year; can be taken up again when cut off") { file, plan, boards, CommonOptions.Json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var since = Stopwatch.StartNew();
            var script = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var client = await server.ConnectAsync(parsed, cancellationToken);
            var accounts = new Accounts(client);
            var supervisor = await accounts.SignInAsync("supervisor", cancellationToken);
            var code = parsed.GetValue(plan) ?? await OnlyPlanAsync(supervisor, cancellationToken);
            var live = new LiveBoards(parsed.GetValue(boards));
            var player = new YearPlayer(client, code, script, live);
            await ProgressLine.RunAsync(terminal, "演示", "playing", async progress =>
            {
                await player.PlayAsync(progress, cancellationToken);
                return true;
            });

            List<PlayedBoard> played = [];
            foreach (var moment in script.Boards)
                played.Add(await CompareAsync(supervisor, live, moment, cancellationToken));
            var counts = await EventCounts.ReadAsync(await accounts.SignInAsync("auditor", cancellationToken), cancellationToken);
            var year = new PlayedYear(
                code,
                counts.Of("task_listed"),
                counts.Of("commitment_made"),
                counts.Of("progress_reported"),
                counts.Of("progress_corrected"),
                counts.Of("progress_returned"),
                counts.Of("target_revised", "period_revised"),
                counts.Of("completion_accepted"),
                PlayedPeriods.Of(await PeriodsAsync(supervisor, live, script.Boards, cancellationToken)),
                counts.Of("counting_linked") / 2,
                counts.Of("joint_lead_agreed"),
                await GroupsAsync(supervisor, live, script.Boards, cancellationToken),
                counts.Of("report_drafted"),
                counts.Of("draft_signed"),
                await VerifiedYear.SampledAsync(supervisor, cancellationToken),
                counts.Of("sample_checked"),
                await VerifiedYear.WarningsAsync(supervisor, script.Boards, cancellationToken),
                player.Asked.FormDrafts,
                counts.Of("withdrawal_drafted"),
                counts.Of("link_proposed"),
                counts.Of("link_proposal_refused"),
                counts.Of("counting_unlinked") / 2,
                counts.Of("member_joined", "member_left"),
                script.Steps.Count(s => s.Act == Act.LiftPlanRules || (s.Act == Act.AdoptRules && s.Body.TryGetProperty("plan", out _))),
                player.Asked.LightsThatWouldChange,
                player.Asked.Forecasts,
                played,
                counts.All,
                Math.Round(since.Elapsed.TotalSeconds, 1));
            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(JsonSerializer.SerializeToUtf8Bytes(year, LedgerJson.Options), cancellationToken);
            else
                Print(year, terminal);
            return played.Exists(board => board.SameAsLive == false) ? ExitCode.Refused : ExitCode.Ok;
        });
        return command;
    }

    private static async Task<YearScript> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var reading = YearScriptReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        return reading.IsSound
            ? reading.File
            : throw new Failure(ExitCode.Refused, new Problem(
                "urn:targetledger:problem:file_invalid", $"{file.Name} 有误 / {file.Name} is not as it should be", "file_invalid", Faults: reading.Faults));
    }

    private static async Task<string> OnlyPlanAsync(LedgerClient supervisor, CancellationToken cancellationToken)
    {
        var answer = await supervisor.GetAsync("plans", cancellationToken);
        return JsonSerializer.Deserialize<PlanList>(answer.Body.Span, AnswerJson.Options)!.Plans is [var only]
            ? only.Code
            : throw new Failure(ExitCode.Usage, "usage", "台账里不是恰有一个方案,请用 --plan 指明", "the ledger does not hold exactly one plan: name it with --plan");
    }

    private static async Task<PlayedBoard> CompareAsync(
        LedgerClient supervisor, LiveBoards live, BoardMoment moment, CancellationToken cancellationToken)
    {
        bool? same = null;
        foreach (var kind in Enum.GetValues<LiveKind>())
        {
            var again = await live.AskAgainAsync(supervisor, moment, kind, cancellationToken);
            if (await live.TakenAsync(moment, kind, cancellationToken) is { } then)
                same = same is not false && then.Span.SequenceEqual(again.Span);
        }

        var asOf = await live.AskAgainAsync(supervisor, moment, LiveKind.Board, cancellationToken);
        return PlayedBoard.Of(JsonSerializer.Deserialize<ComplianceBoard>(asOf.Span, AnswerJson.Options)!, moment.At, same);
    }

    /// <summary>What became of all that was owed, as known at the last board's moment.</summary>
    private static async Task<TimelinessCounts> PeriodsAsync(
        LedgerClient supervisor, LiveBoards live, IReadOnlyList<BoardMoment> moments, CancellationToken cancellationToken)
    {
        if (moments.Count == 0)
            return new(0, 0, 0, 0, 0, 0, 0, 0, null);
        var answer = await live.AskAgainAsync(supervisor, moments[^1], LiveKind.Timeliness, cancellationToken);
        return JsonSerializer.Deserialize<TimelinessBoard>(answer.Span, AnswerJson.Options)!.Periods;
    }

    private static async Task<IReadOnlyList<PlayedGroup>> GroupsAsync(
        LedgerClient supervisor, LiveBoards live, IReadOnlyList<BoardMoment> moments, CancellationToken cancellationToken)
    {
        if (moments.Count == 0)
            return [];
        var answer = await live.AskAgainAsync(supervisor, moments[^1], LiveKind.Board, cancellationToken);
        return PlayedGroup.Of(JsonSerializer.Deserialize<ComplianceBoard>(answer.Span, AnswerJson.Options)!);
    }

    private static void Print(PlayedYear year, Terminal terminal)
    {
        terminal.Print(
            $"{year.Plan}:{year.Tasks} 项任务,{year.Commitments} 个事项,{year.Reports} 次填报,{year.Corrections} 次更正,{year.Returns} 次退回,{year.Revisions} 次调整,{year.ClosedOut} 次销号,共 {year.Events} 个事件");
        terminal.Print(
            $"{year.Plan}: {year.Tasks} tasks, {year.Commitments} commitments, {year.Reports} reports, {year.Corrections} corrections, {year.Returns} returns, {year.Revisions} revisions, {year.ClosedOut} closed out, {year.Events} events in all");
        terminal.Print($"按时 {year.Periods.OnTime},迟报 {year.Periods.Late},漏报 {year.Periods.Missing},免报 {year.Periods.Excused} / on time {year.Periods.OnTime}, late {year.Periods.Late}, missing {year.Periods.Missing}, excused {year.Periods.Excused}");
        foreach (var group in year.Groups)
            terminal.Print($"{JsonNamingPolicy.SnakeCaseLower.ConvertName(group.Way.ToString())}:已报 {group.Reported}/应报 {group.Expected} / {group.Reported} of {group.Expected} reported");
        terminal.Print($"关联 {year.Linked},取消 {year.Unlinked}(单位建议 {year.Proposed},不同意 {year.Refused}),共同牵头 {year.Joint} / linked {year.Linked}, unlinked {year.Unlinked} ({year.Proposed} proposed by units, {year.Refused} refused), joint leads {year.Joint}");
        terminal.Print($"{year.Drafts} 份草稿(填报表 {year.FormDrafts}),{year.Signed} 次审签,{year.Withdrawals} 次审签撤回 / {year.Drafts} drafts ({year.FormDrafts} of forms), {year.Signed} signatures, {year.Withdrawals} signed withdrawals");
        terminal.Print($"试算会变的灯 {year.WhatIf},预测 {year.Forecasts} / {year.WhatIf} lights would change under rules tried out, {year.Forecasts} forecasts");
        terminal.Print($"抽查 {year.Sampled} 份,已查 {year.Findings} 份,预警 {year.Warnings} 条 / {year.Sampled} reports sampled, {year.Findings} looked at, {year.Warnings} warnings");
        terminal.Print($"单位组进出 {year.Memberships},方案自订规则 {year.PlanRules} / {year.Memberships} changes of membership, {year.PlanRules} acts on a plan's own rules");
        foreach (var board in year.Boards)
        {
            var verdict = board.SameAsLive switch
            {
                true => "与当时逐字节相同 / the same as live, to the byte",
                false => "与当时不同 / NOT the same as live",
                null => "当时未留存 / not taken live",
            };
            terminal.Print($"{Figures.Day(board.On)} @ {board.At:yyyy-MM-dd HH:mm zzz}:{verdict}");
        }
    }
}
