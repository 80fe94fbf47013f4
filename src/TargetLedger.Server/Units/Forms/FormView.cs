using TargetLedger.Boards;
using TargetLedger.Documents.Forms;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>
/// All that a form's rows are decided on, as it is at this moment: a few readings, however many rows there are. What its rows
/// write to is guarded by the append's expected versions.
/// </summary>
internal sealed class FormView
{
    private readonly Dictionary<string, Commitment> commitments;
    private readonly Dictionary<(string Stream, long Version), Commitment> known;
    private readonly Dictionary<string, Plan> plans = new(StringComparer.Ordinal);

    private FormView(Dictionary<string, Commitment> commitments, Dictionary<(string Stream, long Version), Commitment> known)
        => (this.commitments, this.known) = (commitments, known);

    public UnitDirectory Directory { get; private set; } = UnitDirectory.Empty;

    public ReportingSchedule Schedule { get; private set; } = ReportingSchedule.Empty;

    /// <summary>Where a report has to be signed a row becomes a draft.</summary>
    public SubmissionRulesBook Submission { get; private set; } = SubmissionRulesBook.Empty;

    /// <summary>Of the rows that have to be signed.</summary>
    public FormDrafts Drafts { get; private set; } = new();

    /// <param name="codes">What the form's rows name, and what it was made with.</param>
    public static async Task<FormView> ReadAsync(
        LedgerReader reader, IReadOnlyCollection<FormCode> codes, string unit, DateOnly today, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var wanted = codes.Select(c => (c.Commitment, c.Version)).ToHashSet();
        var (commitments, known) = (new Dictionary<string, Commitment>(StringComparer.Ordinal), new Dictionary<(string, long), Commitment>());
        foreach (var stored in await LatestAsync(reader, [.. wanted.Select(w => w.Commitment).Where(s => s.StartsWith($"{StreamIds.CommitmentType}-", StringComparison.Ordinal))], cancellationToken))
        {
            var state = Commitment.Evolve(stored.Stream, commitments.GetValueOrDefault(stored.Stream), RecordedEvent.Of(stored, zone));
            commitments[stored.Stream] = state;
            if (wanted.Contains((stored.Stream, stored.Version)))
                known.Add((stored.Stream, stored.Version), state);
        }

        var view = new FormView(commitments, known) { Sources = await SourcesAsync(reader, [.. commitments.Values.SelectMany(CountedElsewhere.SourcesOf)], zone, cancellationToken) };
        await view.ReadAroundAsync(reader, unit, zone, cancellationToken);
        view.Drafts = await FormDrafts.ReadAsync(
            reader, codes.Where(c => view.Find(c.Commitment) is { } found && view.Submission.For(unit, found.Plan, today).Steps.Count > 0), zone, cancellationToken);
        return view;
    }

    /// <summary>The commitments whose reports count in those of the form, by stream.</summary>
    public required IReadOnlyDictionary<string, Commitment> Sources { get; init; }

    /// <summary>Null also while its plan is still being imported: an unconfirmed list is not in force.</summary>
    public Commitment? Find(string stream)
        => commitments.TryGetValue(stream, out var found) && plans.GetValueOrDefault(found.Plan) is { Confirmed: true } ? found : null;

    /// <summary>As it was when the form was made; null where it never was.</summary>
    public Commitment? AtVersion(string stream, long version) => known.GetValueOrDefault((stream, version));

    private async Task ReadAroundAsync(LedgerReader reader, string unit, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var named = commitments.Values.SelectMany(c => c.Responsible.SelectMany(r => r.Value)).ToList();
        string[] streams =
        [
            StreamIds.Schedule,
            StreamIds.Submission,
            .. commitments.Values.Select(c => c.Plan),
            .. named.Select(r => r.Unit).OfType<string>().Append(unit).Select(StreamIds.Unit),
            .. named.Select(r => r.Group).Concat(commitments.Values.SelectMany(c => c.Divisions.Select(d => d.Terms.Group))).OfType<string>().Select(StreamIds.Group),
        ];
        var (units, groups) = (new Dictionary<string, Unit>(StringComparer.Ordinal), new Dictionary<string, UnitGroup>(StringComparer.Ordinal));
        foreach (var stored in await LatestAsync(reader, streams, cancellationToken))
        {
            var recorded = RecordedEvent.Of(stored, zone);
            switch (stored.StreamType)
            {
                case StreamIds.PlanType:
                    plans[stored.Stream] = Plan.Evolve(stored.Stream, plans.GetValueOrDefault(stored.Stream), recorded);
                    break;
                case StreamIds.UnitType:
                    units[stored.Stream] = Unit.Evolve(units.GetValueOrDefault(stored.Stream), recorded);
                    break;
                case StreamIds.GroupType:
                    groups[stored.Stream] = UnitGroup.Evolve(groups.GetValueOrDefault(stored.Stream), recorded);
                    break;
                case StreamIds.SubmissionType:
                    Submission = SubmissionRulesBook.Evolve(Submission, recorded);
                    break;
                case StreamIds.ScheduleType:
                    Schedule = ReportingSchedule.Evolve(Schedule, recorded);
                    break;
            }
        }

        Directory = new(units.Values.ToDictionary(u => u.Code, StringComparer.Ordinal), groups.Values.ToDictionary(g => g.Code, StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyDictionary<string, Commitment>> SourcesAsync(
        LedgerReader reader, IReadOnlyList<string> streams, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var sources = new Dictionary<string, Commitment>(StringComparer.Ordinal);
        foreach (var stored in streams.Count == 0 ? [] : await LatestAsync(reader, streams, cancellationToken))
            sources[stored.Stream] = Commitment.Evolve(stored.Stream, sources.GetValueOrDefault(stored.Stream), RecordedEvent.Of(stored, zone));
        return sources;
    }

    private static Task<IReadOnlyList<StoredEvent>> LatestAsync(LedgerReader reader, IEnumerable<string> streams, CancellationToken cancellationToken)
    {
        string[] distinct = [.. streams.Distinct(StringComparer.Ordinal)];
        return reader.ReadStreamsAsync(distinct, [.. distinct.Select(_ => long.MaxValue)], cancellationToken);
    }
}
