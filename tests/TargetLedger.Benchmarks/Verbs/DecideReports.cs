using System.CommandLine;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Benchmarks;

/// <summary>
/// The server's way of a report without HTTP: fetch the commitment, decide, append with the version it was decided at. Once
/// with states kept between requests, as the server keeps them, once with every state fetched from its events.
/// </summary>
internal sealed class DecideReports : IVerb
{
    private const int Commitments = 10_000;
    private const int ReportsBefore = 20;

    private static readonly Option<int> Writers = new("--deciders") { Description = "how many fetch, decide and append at once", DefaultValueFactory = _ => 32 };

    public string Name => "decide";

    public string Description => "fetch, decide, append";

    public IReadOnlyList<Option> Options { get; } = [Writers];

    public async Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken)
    {
        foreach (var kept in new[] { true, false })
            await MeasureAsync(bench, options.GetValue(Writers), kept, cancellationToken);
    }

    private static async Task MeasureAsync(Bench bench, int writers, bool kept, CancellationToken cancellationToken)
    {
        await using var database = await bench.Cluster.CreateLedgerAsync(cancellationToken);
        await Floor.CreateTableAsync(database, cancellationToken);
        await using var ledger = new Ledger(database.DataSource, TimeProvider.System);
        var commitments = new ActiveCommitments(Commitments);
        await commitments.DrawUpAsync(ledger, cancellationToken);
        await commitments.ReportAsync(ledger, 0, ReportsBefore, cancellationToken);

        var time = new LedgerTime(TimeProvider.System, Boards.LedgerZone.Default);
        var states = new StateCache(ledger.Reader, time, TimeProvider.System, Commitments);
        var workers = Enumerable.Range(0, writers).Select(w => new Decider(ledger, states, time, commitments, w, writers, kept)).ToArray();
        if (kept)
            await Task.WhenAll(workers.Select(w => w.FetchAllAsync(cancellationToken)));
        await bench.MeasureAsync(
            "decide",
            $"writers={writers} streams={Commitments} events={ReportsBefore} states={(kept ? "kept" : "fetched")}",
            "decisions/s",
            async () =>
            {
                await database.CheckpointAsync(cancellationToken);
                return await ClosedLoop.RunAsync(writers, bench.Duration, worker => workers[worker].DecideAsync(cancellationToken));
            },
            "prepared insert",
            Floor.PreparedInsert(database, 32, bench.Duration, cancellationToken));
    }

    private sealed class Decider(Ledger ledger, StateCache states, LedgerTime time, ActiveCommitments commitments, int first, int step, bool kept)
    {
        private int next = -1;

        public async Task FetchAllAsync(CancellationToken cancellationToken)
        {
            for (var c = first; c < commitments.Count; c += step)
                await FetchAsync(commitments.StreamOf(c), cancellationToken);
        }

        public async Task DecideAsync(CancellationToken cancellationToken)
        {
            next = next < 0 || next + step >= commitments.Count ? first : next + step;
            var stream = commitments.StreamOf(next);

            var commitment = await FetchAsync(stream, cancellationToken);
            var command = ActiveCommitments.Report(commitment.Reports.Count);
            if (ReportProgress.Decide(commitment, command, Directory, Domain.Periods.ReportingSchedule.Empty, time.Now) is not Decision.Record decided)
                throw new InvalidOperationException("The next report is always accepted.");
            var request = new AppendRequest(
                [new(stream, StreamIds.CommitmentType, ExpectedVersion.Exactly(commitment.Version), [.. decided.Events.Select(SampleEvents.Of)])],
                new(SampleEvents.Account));
            if (await ledger.AppendAsync(request, cancellationToken) is not AppendResult.Appended appended)
                throw new InvalidOperationException("Nobody else writes to this stream.");
            states.Advance(request, appended);
        }

        private static Domain.Units.UnitDirectory Directory { get; } = new(new Dictionary<string, Domain.Units.Unit>(), new Dictionary<string, Domain.Units.UnitGroup>());

        private async Task<Commitment> FetchAsync(string stream, CancellationToken cancellationToken)
        {
            var cache = kept ? states : new StateCache(ledger.Reader, time, TimeProvider.System, 1);
            return (await cache.ReadAsync<Commitment>(stream, (state, e) => Commitment.Evolve(stream, state, e), TimeSpan.MaxValue, cancellationToken))!;
        }
    }
}
