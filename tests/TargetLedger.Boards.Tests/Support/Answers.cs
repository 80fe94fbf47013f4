using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Periods;

namespace TargetLedger.Boards.Tests;

/// <summary>Every kind of answer as the bytes a client would get.</summary>
internal static class Answers
{
    private static readonly BoardFilter[] Filters =
    [
        BoardFilter.None,
        new(Plan: "CD-2014", Section: "二"),
        new(Units: ["rensheju", "pengzhou"]),
        new(Group: "quxian"),
        new(Light: Light.Red),
    ];

    public static async Task<IReadOnlyList<string>> OfAsync(Office office, AsOf at, DateOnly on)
    {
        var answers = new List<object?>();
        foreach (var filter in Filters)
            answers.Add((await office.Queries.ComplianceAsync(filter, at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Queries.ComplianceAsync(BoardFilter.None, at, on.AddMonths(-3), PageRequest.Whole)).Answer);
        foreach (var filter in Filters.Where(f => f.Light is null))
            answers.Add((await office.Queries.ListAsync(filter, at, on, PageRequest.Whole)).Answer);
        answers.Add(await office.Queries.FormAsync("rensheju", on, at, on));
        answers.Add(await office.Queries.FormAsync("zuzhibu", on.AddMonths(-1), at, on));
        answers.Add((await office.Queries.WhatIfAsync(BoardFilter.None, new(new(RulesPreset.MonthlyCompletion)), at, on, PageRequest.Whole)).Page!.Answer);
        answers.Add((await office.Queries.QueueAsync(BoardFilter.None, null, at, on, PageRequest.Whole)).Answer);
        answers.Add((await new WarningQueries(office.Queries, office.Slices).ListAsync(WarningFilter.None, null, at, on, PageRequest.Whole))!.Answer);
        foreach (var filter in Filters.Where(f => f.Light is null))
            answers.Add((await office.Queries.QueueAsync(filter, null, at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Queries.QueueAsync(BoardFilter.None, QueueKind.Unverified, at, on, new(3))).Answer);
        foreach (var filter in new DivisionFilter[] { new(), new("CD-2014", "quxian", DivisionShow.Unfit) })
            answers.Add((await office.Queries.DivisionsAsync(filter, at, on, PageRequest.Whole)).Answer);
        foreach (var figure in Enum.GetValues<RowFigure>())
            answers.Add(await office.Queries.ExplainFigureAsync(Office.Commitment("6-2"), figure, null, at, on));
        foreach (var unit in new[] { "zuzhibu", "rensheju", "pengzhou" })
            answers.Add(await office.Queries.UnitAsync(unit, at, on));
        foreach (var number in new[] { "6-2", "11-3", "1-1" })
        {
            answers.Add(await office.Queries.CommitmentAsync(Office.Commitment(number), at, on));
            answers.Add(await office.Queries.ExplainAsync(Office.Commitment(number), at, on));
            answers.Add(await office.Queries.ForecastAsync(Office.Commitment(number), at, on));
            answers.Add((await office.Queries.WhatIfAsync(Office.Commitment(number), new(new(RulesPreset.TimeLeft)), at, on)).Answer);
            answers.Add((await office.Queries.HistoryAsync(Office.Commitment(number), at, PageRequest.Whole))!.Answer);
        }

        answers.Add(await office.Queries.PlansAsync(at));
        answers.Add(await office.Queries.PlanAsync("CD-2014", at));
        answers.Add(await office.Queries.UnitsAsync(at));
        answers.Add(await office.Queries.RulesAsync(at));
        answers.Add(await office.Timeliness.ScheduleAsync(at));
        foreach (var by in Enum.GetValues<TimelinessBy>())
            answers.Add((await office.Timeliness.CountAsync(TimelinessFilter.None, by, at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Timeliness.CountAsync(new(Group: "quxian"), TimelinessBy.Unit, at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Timeliness.ListAsync(new(Units: ["zuzhibu"]), null, at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Timeliness.ListAsync(new(Plan: "CD-2014", Section: "二"), Timeliness.Missing, at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Inbox.InboxAsync(new(InboxOwner.Supervision, null, Done: true), at, on, PageRequest.Whole)).Answer);
        answers.Add((await office.Inbox.InboxAsync(new(InboxOwner.Supervision, ["zuzhibu"]), at, on, new(7))).Answer);
        answers.Add((await office.Inbox.InboxAsync(new(InboxOwner.Supervision, null, InboxKind.Warning), at, on, new(5))).Answer);
        answers.Add((await office.Inbox.InboxAsync(new(InboxOwner.Units, ["zuzhibu", "rensheju"]), at, on, PageRequest.Whole)).Answer);
        answers.Add(await office.Inbox.HandoverAsync("rensheju", at, on));
        answers.Add((await new CallListQueries(office.Queries, office.Timeliness, office.Inbox).ListAsync(new(Units: ["zuzhibu", "rensheju"]), at, on, PageRequest.Whole)).Answer);
        answers.Add((await new CallListQueries(office.Queries, office.Timeliness, office.Inbox).ListAsync(TimelinessFilter.None, at, on, new(2))).Answer);
        answers.Add((await new CallListQueries(office.Queries, office.Timeliness, office.Inbox).OfLeadAsync("zuzhibu", TimelinessFilter.None, at, on, new(3)))!.Answer);
        answers.Add(await office.Inbox.RulesAsync(at));
        return answers.ConvertAll(a => JsonSerializer.Serialize(a, a!.GetType(), LedgerJson.Options));
    }
}
