using TargetLedger.Domain;
using TargetLedger.Domain.Supervision;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>What there is to draw samples from, and the samples that were drawn.</summary>
public sealed class SampleQueries(LedgerReader ledger, BoardQueries boards, CommitmentSlices slices)
{
    /// <summary>The reports a sample may be drawn from now, by position.</summary>
    /// <param name="wanted">Its position is put in.</param>
    public async Task<(SamplePopulation Population, IReadOnlyList<SampledReport> Reports)> PopulationAsync(
        SamplePopulation wanted, CancellationToken cancellationToken = default)
    {
        var counted = new Gathering(wanted, 0);
        if (await boards.EachAsync(wanted.Plan, wanted.Section, counted.Add, cancellationToken))
            return (wanted with { Position = counted.Position }, counted.ToList());

        var frame = await boards.Source.ReadAsync(new AsOf.Now(default), KnowledgeScope.NoCommitments, cancellationToken);
        var found = await slices.AddUpAsync(
            new(wanted.Plan, wanted.Section), () => new Gathering(wanted, frame.Position), (sum, k) => sum.Add(k), cancellationToken);
        return (wanted with { Position = found.Position }, found.ToList());
    }

    /// <summary>Drawn again from the events up to the position the sample names.</summary>
    /// <returns>Null where there is no such sample.</returns>
    public async Task<SampleRedrawn?> RedrawAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not { } sample)
            return null;

        var population = sample.Drawn.Population;
        var found = new Gathering(population, population.Position);
        if (population.Position > 0)
            found.Add(await boards.Source.ReadAsync(new AsOf.AtPosition(population.Position), new(population.Plan, population.Section), cancellationToken));
        var reports = found.ToList();
        var (digest, drawn) = (Drawing.DigestOf(reports), Drawing.Draw(sample.Drawn.Seed, sample.Drawn.Reports.Count, reports));
        return new(id, digest == sample.Drawn.Digest && drawn.SequenceEqual(sample.Drawn.Reports), reports.Count, digest, drawn);
    }

    /// <returns>Null where there is no such sample.</returns>
    public async Task<Sample?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var events = await ledger.ReadStreamAsync(StreamIds.Sample(id), cancellationToken: cancellationToken);
        return events.Aggregate((Sample?)null, (state, e) => Sample.Evolve(id, state, RecordedEvent.Of(e, LedgerZone.Default)));
    }

    /// <summary>For people to look at: with the names and figures of what was drawn.</summary>
    /// <returns>Null where there is no such sample.</returns>
    public async Task<SamplePage?> PageAsync(Guid id, AsOf at, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is not { } sample)
            return null;
        var scope = new KnowledgeScope(Commitments: [.. sample.Drawn.Reports.Select(r => r.Commitment).Distinct(StringComparer.Ordinal)]);
        return SamplePage.Of(await boards.Source.ReadAsync(at, scope, cancellationToken), sample);
    }

    public async Task<Page<SampleList>> ListAsync(AsOf at, PageRequest page, CancellationToken cancellationToken = default)
    {
        object listing = new { list = "samples" };
        var (asOf, offset) = (at, 0);
        if (page.Cursor is not null)
        {
            var cursor = PageCursor.Read(page.Cursor, listing);
            (asOf, offset) = (new AsOf.AtPosition(cursor.Position), cursor.Offset);
        }

        // A few dozen a year, stream after stream.
        var position = (await boards.FrameAsync(asOf, cancellationToken)).Position;
        var found = new Dictionary<string, Sample>(StringComparer.Ordinal);
        await foreach (var stored in ledger.ReadTypesAsync([StreamIds.SampleType], [], position, cancellationToken))
            found[stored.Stream] = Sample.Evolve(Guid.ParseExact(stored.Stream.AsSpan(StreamIds.SampleType.Length + 1), "D"), found.GetValueOrDefault(stored.Stream), RecordedEvent.Of(stored, LedgerZone.Default));

        var samples = found.Values;
        var next = Paging.Next(offset, page.Limit, samples.Count);
        return new(
            new(position, samples.Count, samples.Sum(s => s.Drawn.Reports.Count), samples.Sum(s => s.Findings.Count), [.. samples.OrderByDescending(s => s.Position).Skip(offset).Take(page.Limit)]),
            next is { } place ? new PageCursor(position, DateOnly.MinValue, place).Write(listing) : null);
    }

    private sealed class Gathering(SamplePopulation wanted, long position)
    {
        private readonly List<SampledReport> reports = [];

        public long Position { get; private set; } = position;

        public void Add(Knowledge knowledge)
        {
            Position = knowledge.Position;
            foreach (var commitment in knowledge.Commitments)
            {
                if ((wanted.Plan is null || wanted.Plan == knowledge.PlanOf(commitment).Code) && (wanted.Section is null || wanted.Section == commitment.Section))
                    reports.AddRange(commitment.Reports.Where(wanted.Holds).Select(r => new SampledReport(commitment.Id, r.Id, r.Position)));
            }
        }

        public IReadOnlyList<SampledReport> ToList() => [.. reports.OrderBy(r => r.Position)];
    }
}
