using System.CommandLine;
using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Benchmarks;

/// <summary>Boards over a province's commitments, now and as of some moment of the year, with few and with many reports behind them.</summary>
internal sealed class ReadBoards : IVerb
{
    private static readonly Option<int> Commitments = new("--commitments") { Description = "how many commitments", DefaultValueFactory = _ => 100_000 };

    private static readonly Option<int[]> Reports = new("--reports")
    {
        Description = "measured when so many months are reported",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [2, 12],
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "leave out what is measured while reports go on" };

    public string Name => "board";

    public string Description => "compliance boards, unit pages and boards under other rules, live and as of a past moment";

    public IReadOnlyList<Option> Options { get; } = [Commitments, Reports, Quiet];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        var commitments = options.GetValue(Commitments);
        var ledger = new LargeLedger(database, commitments);
        bench.Report.Progress($"drawing up {commitments:N0} commitments");
        await ledger.DrawUpAsync(cancellationToken);

        var month = 0;
        foreach (var reports in options.GetValue(Reports)!.Order())
        {
            while (month < reports)
            {
                await ledger.ReportAsync(++month, cancellationToken);
                bench.Report.Progress($"month {month} is reported");
            }

            await database.ExecuteAsAdminAsync("VACUUM ANALYZE ledger.mt_events", cancellationToken);
            await using var house = new House(database, ledger);
            await house.BuildAsync(bench.Report, cancellationToken);
            await MeasureAsync(bench, house, commitments, month, options.GetValue(Quiet), cancellationToken);
        }
    }

    private static async Task MeasureAsync(Bench bench, House house, int commitments, int month, bool quiet, CancellationToken cancellationToken)
    {
        var head = await house.Reader.HeadAsync(cancellationToken);
        var settings = $"commitments={commitments} events={head}";
        var today = new DateOnly(2014, 1, 1).AddMonths(month).AddDays(4);
#pragma warning disable CA5394 // A seeded sequence is wanted here, not a secret.
        var random = new Random(1);

        await MeasureWhatIfAsync();
        await MeasureOneAsync("board", () => house.Queries.ComplianceAsync(BoardFilter.None, new AsOf.Now(today), null, new(), cancellationToken));
        await MeasureOneAsync("unit", () => house.Queries.UnitAsync(LargeLedger.UnitCode(random.Next(LargeLedger.Units)), new AsOf.Now(today), null, cancellationToken));
        await MeasureOneAsync("board-as-of", () => house.Queries.ComplianceAsync(
            BoardFilter.None, new AsOf.AtPosition(random.NextInt64(house.FirstReport, head + 1)), today.AddDays(-random.Next(60)), new(), cancellationToken));
        if (quiet)
            return;
        await house.BuildRowsAsync(bench.Report, cancellationToken);
        await using (house.ReportOn(month + 1, cancellationToken))
        {
            await MeasureOneAsync("board-busy", () => house.Queries.ComplianceAsync(BoardFilter.None, new AsOf.Now(today), null, new(), cancellationToken));
            await MeasureOneAsync("unit-busy", () => house.Queries.UnitAsync(LargeLedger.UnitCode(random.Next(LargeLedger.Units)), new AsOf.Now(today), null, cancellationToken));
        }
#pragma warning restore CA5394

        // The first board tried out for a day reads all there is; those after it, under whatever rules, do not.
        async Task MeasureWhatIfAsync()
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await TryAsync(30);
            bench.Report.Progress($"the day's first board tried out took {System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds:N0} ms, the process holds {GC.GetTotalMemory(true) / 1_000_000:N0} MB");
            await MeasureOneAsync("what-if", () => TryAsync(random.Next(1, 100)));
        }

        Task TryAsync(int yellowTo) => house.Queries.WhatIfAsync(
            BoardFilter.None, new(new(RulesPreset.ShareOfPace, YellowTo: yellowTo)), new AsOf.Now(today), null, new(), cancellationToken);

        async Task MeasureOneAsync(string name, Func<Task> ask)
            => await bench.MeasureAsync(
                name,
                settings,
                "answers/s",
                () => ClosedLoop.RunAsync(1, bench.Duration, _ => ask()),
                "page of rows",
                async () => (await ClosedLoop.RunAsync(1, bench.Duration / 2, _ => house.ReadPageAsync(cancellationToken))).Value);
    }
}
