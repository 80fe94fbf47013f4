using System.Buffers;
using Npgsql;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Units;
using TargetLedger.EventStore;

namespace TargetLedger.Boards;

/// <summary>
/// Follows the log event by event. What it writes for an event depends on the events up to it alone, never on the batch it
/// came in, so that tables made in any number of steps are equal byte for byte.
/// </summary>
internal sealed class LightFold
{
    private const int StreamsAtOnce = 500;

    private readonly LightsProjection projection;
    private readonly int fewestChanges;
    private readonly LightIndex index;
    private readonly PartyBook book;
    private readonly List<string> streams;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Aggregate> groups = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> scratch = new(64);
    private readonly List<EntryStep> steps = [];
    private UnitDirectory directory = UnitDirectory.Empty;
    private Aggregate rules = new(RulesBook.Empty, 0);

    private LightFold(LightsProjection projection, int fewestChanges, LightIndex index, PartyBook book, List<string> streams)
    {
        this.projection = projection;
        this.fewestChanges = fewestChanges;
        this.index = index;
        this.book = book;
        this.streams = streams;
        for (var i = 0; i < streams.Count; i++)
            numbers.Add(streams[i], i);
    }

    public long Position => index.Position;

    private RulesBook Rules => (RulesBook)rules.State;

    /// <summary>As the tables, which stand at this position, and the log have it.</summary>
    public static async Task<LightFold> ReadAsync(
        NpgsqlConnection connection, string suffix, long position, LightsProjection projection, int fewestChanges, CancellationToken cancellationToken)
    {
        var known = await LightTables.ReadIndexAsync(connection, suffix, position, cancellationToken);
        var parties = await LightTables.ReadPartiesAsync(connection, suffix, 0, cancellationToken);
        var commitments = await LightTables.ReadCommitmentsAsync(connection, suffix, 0, cancellationToken);
        var fold = new LightFold(projection, fewestChanges, known, new(parties), commitments.ConvertAll(c => c.Commitment));
        await foreach (var stored in LedgerReader.ReadTypeAsync(connection, StreamIds.RulesType, position, cancellationToken))
            fold.rules = Aggregate.Evolve(fold.rules.Version == 0 ? null : fold.rules, stored, projection.Zone);
        await foreach (var stored in LedgerReader.ReadTypeAsync(connection, StreamIds.GroupType, position, cancellationToken))
            fold.groups[stored.Stream] = Aggregate.Evolve(fold.groups.GetValueOrDefault(stored.Stream), stored, projection.Zone);
        fold.directory = fold.DirectoryOfGroups();
        return fold;
    }

    public async Task ApplyAsync(NpgsqlConnection connection, string suffix, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        var writes = new LightWrites();
        var states = await StatesBeforeAsync(connection, suffix, batch, cancellationToken);
        foreach (var stored in batch)
        {
            switch (stored.StreamType)
            {
                case StreamIds.CommitmentType:
                    Apply(stored, states, writes);
                    break;
                case StreamIds.GroupType:
                    await ApplyToGroupAsync(connection, suffix, stored, states, writes, cancellationToken);
                    break;
                case StreamIds.RulesType:
                    await ApplyToRulesAsync(connection, stored, writes, cancellationToken);
                    break;
                case StreamIds.PlanType or StreamIds.UnitType or StreamIds.ScheduleType:
                    Check(stored);
                    AddFrame(stored.Position, anew: false, writes);
                    break;
                case StreamIds.DraftType or StreamIds.PlanDraftType or StreamIds.SampleType:
                case var type when StreamIds.IsBesideBoards(type):
                    Check(stored);
                    index.AdvanceTo(stored.Position);
                    break;
                default:
                    throw new InvalidOperationException($"流类型未知，请升级本节点：{stored.StreamType} / unknown stream type, upgrade this node: {stored.StreamType}");
            }

            if (index.ChangesSinceImage >= Math.Max(index.Entries.Count, fewestChanges))
                AddImage(writes);
        }

        foreach (var (stream, state) in states)
        {
            var commitment = WithoutWords.Of((Commitment)state.State);
            writes.AddState(NumberOf(stream), commitment);
            projection.Commitments.Put(stream, state with { State = commitment });
        }

        await writes.WriteAsync(connection, suffix, book, cancellationToken);
    }

    /// <summary>What a release does not know it must not pass over, even where it does not look at it.</summary>
    private static void Check(StoredEvent stored)
    {
        if (!EventCatalog.All.ContainsKey(stored.Type))
            throw new UnknownEventTypeException(stored.Type);
    }

    private void Apply(StoredEvent stored, Dictionary<string, Aggregate> states, LightWrites writes)
    {
        var before = states.GetValueOrDefault(stored.Stream);
        var recorded = RecordedEvent.Of(stored, projection.Zone);
        var now = Aggregate.Evolve(before, stored, recorded);
        states[stored.Stream] = now;
        var commitment = (Commitment)now.State;
        if (before is null)
        {
            var number = streams.Count;
            streams.Add(stored.Stream);
            numbers.Add(stored.Stream, number);
            writes.Add(number, new(stored.Position, commitment.Id, commitment.Plan, commitment.Section, commitment.Task, commitment.Ordinal));
            AddEntry(stored.Position, number, LightChangeKind.Event, EntryOf(commitment, [], DateOnly.MinValue), writes);
            return;
        }

        AddEvent(recorded, NumberOf(stored.Stream), (Commitment)before.State, commitment, writes);
    }

    private void AddEvent(Recorded recorded, int number, Commitment before, Commitment commitment, LightWrites writes)
    {
        if ((before.Plan, before.Section, before.Task, before.Ordinal) != (commitment.Plan, commitment.Section, commitment.Task, commitment.Ordinal))
            throw new InvalidOperationException($"Event {recorded.Position} makes {commitment.Id} a second time.");

        var earlier = index.Entries.EntryOf(number);
        if (LightSteps.FirstChanged(before, recorded.Event) is { } from && EntryOf(commitment, earlier, from) is var entry && !earlier.SequenceEqual(entry))
        {
            AddEntry(recorded.Position, number, LightChangeKind.Event, entry, writes);
        }
        else
        {
            index.Apply(recorded.Position, number, LightChangeKind.Version, []);
            writes.Changes.AddVersion(recorded.Position, number);
        }
    }

    private async Task ApplyToGroupAsync(
        NpgsqlConnection connection, string suffix, StoredEvent stored, Dictionary<string, Aggregate> states, LightWrites writes, CancellationToken cancellationToken)
    {
        var now = Aggregate.Evolve(groups.GetValueOrDefault(stored.Stream), stored, projection.Zone);
        groups[stored.Stream] = now;
        directory = DirectoryOfGroups();
        var divided = DividedAmong(((UnitGroup)now.State).Code);
        // One row should not have to hold very much; an image holds it in pieces.
        var asChanges = divided.Count <= fewestChanges / 4;
        AddFrame(stored.Position, anew: !asChanges, writes);
        foreach (var some in divided.Chunk(StreamsAtOnce))
        {
            foreach (var (number, commitment) in await CommitmentsAsync(connection, suffix, some, states, cancellationToken))
                Rejudge(stored.Position, number, commitment, DateOnly.MinValue, asChanges ? writes : null);
        }

        if (!asChanges)
            AddImage(writes);
    }

    /// <summary>Rules hold for all, or for a plan: every commitment is judged anew, one stream after the other, from the day on they are for.</summary>
    private async Task ApplyToRulesAsync(NpgsqlConnection connection, StoredEvent stored, LightWrites writes, CancellationToken cancellationToken)
    {
        rules = Aggregate.Evolve(rules.Version == 0 ? null : rules, stored, projection.Zone);
        AddFrame(stored.Position, anew: true, writes);
        var adopted = Rules.Versions[^1];
        Aggregate? commitment = null;
        string? stream = null;
        await foreach (var one in LedgerReader.ReadTypeAsync(connection, StreamIds.CommitmentType, stored.Position, cancellationToken))
        {
            if (one.Stream != stream)
            {
                RejudgeLast();
                (stream, commitment) = (one.Stream, null);
            }

            commitment = Aggregate.Evolve(commitment, one, projection.Zone);
        }

        RejudgeLast();
        AddImage(writes);

        void RejudgeLast()
        {
            if (stream is not null && (Commitment)commitment!.State is var state && (adopted.Plan ?? state.Plan) == state.Plan)
                Rejudge(stored.Position, NumberOf(stream), state, adopted.EffectiveFrom, null);
        }
    }

    /// <param name="writes">Null where an image follows that says it.</param>
    private void Rejudge(long position, int number, Commitment commitment, DateOnly from, LightWrites? writes)
    {
        var earlier = index.Entries.EntryOf(number);
        var entry = EntryOf(commitment, earlier, from);
        if (earlier.SequenceEqual(entry))
            return;
        index.Apply(position, number, LightChangeKind.Entry, entry);
        writes?.Changes.AddEntry(position, number, LightChangeKind.Entry, entry);
    }

    private void AddEntry(long position, int number, LightChangeKind kind, byte[] entry, LightWrites writes)
    {
        index.Apply(position, number, kind, entry);
        writes.Changes.AddEntry(position, number, kind, entry);
    }

    private void AddFrame(long position, bool anew, LightWrites writes)
    {
        index.Apply(position, 0, LightChangeKind.Frame, []);
        writes.Changes.AddFrame(position, anew);
    }

    private void AddImage(LightWrites writes)
    {
        index.BeginImage();
        writes.AddImage(index);
    }

    /// <param name="earlier">The entry before; what it says of the days before <paramref name="from"/> still holds.</param>
    private byte[] EntryOf(Commitment commitment, ReadOnlySpan<byte> earlier, DateOnly from)
    {
        steps.Clear();
        if (from > DateOnly.MinValue)
            LightEntry.AddBefore(earlier, from.DayNumber, steps);
        foreach (var step in LightSteps.From(commitment, from, Rules, directory))
        {
            var next = new EntryStep(step.From.DayNumber, LightEntry.StateOf(step), book.IdOf(step.Responsible, step.Groups));
            if (steps.Count == 0 || (steps[^1].State, steps[^1].Parties) != (next.State, next.Parties))
                steps.Add(next);
        }

        return LightEntry.Write(scratch, book.GroupIdOf(commitment), book.ReturnedIdOf(commitment), steps);
    }

    private List<int> DividedAmong(string group)
    {
        var divided = new List<int>();
        var ids = book.FindGroup(group);
        if (ids.Count == 0)
            return divided;
        for (var number = 0; number < index.Entries.Count; number++)
        {
            if (LightEntry.HeadOf(index.Entries.EntryOf(number)).Group is { } id && ids.Contains(id))
                divided.Add(number);
        }

        return divided;
    }

    private async Task<IEnumerable<(int Number, Commitment Commitment)>> CommitmentsAsync(
        NpgsqlConnection connection, string suffix, int[] wanted, Dictionary<string, Aggregate> states, CancellationToken cancellationToken)
    {
        var missing = wanted.Where(n => !states.ContainsKey(streams[n])).ToArray();
        var read = await ReadStatesAsync(
            connection, suffix, [.. missing.Select(n => new WantedState(n, streams[n], index.Entries.VersionOf(n)))], cancellationToken);
        return wanted.Select(n => (n, (Commitment)(states.GetValueOrDefault(streams[n]) ?? read[streams[n]]).State));
    }

    private int NumberOf(string stream)
        => numbers.TryGetValue(stream, out var number) ? number : throw new InvalidOperationException($"{stream} was never made.");

    private UnitDirectory DirectoryOfGroups() => UnitDirectory.Empty with
    {
        Groups = groups.Values.Select(g => (UnitGroup)g.State).ToDictionary(g => g.Code, StringComparer.Ordinal),
    };

    /// <summary>Every commitment of a batch as it was before it.</summary>
    private Task<Dictionary<string, Aggregate>> StatesBeforeAsync(
        NpgsqlConnection connection, string suffix, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        var first = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var stored in batch)
        {
            if (stored.StreamType == StreamIds.CommitmentType)
                first.TryAdd(stored.Stream, stored.Version - 1);
        }

        return ReadStatesAsync(
            connection, suffix, [.. first.Where(f => f.Value > 0).Select(f => new WantedState(NumberOf(f.Key), f.Key, f.Value))], cancellationToken);
    }

    /// <summary>Remembered, or as they stand in the tables, or folded from their streams in one query.</summary>
    private async Task<Dictionary<string, Aggregate>> ReadStatesAsync(
        NpgsqlConnection connection, string suffix, IReadOnlyList<WantedState> wanted, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, Aggregate>(StringComparer.Ordinal);
        var missing = new List<WantedState>();
        foreach (var one in wanted)
        {
            if (projection.Commitments.TryGet(one.Stream, one.Version, out var state))
                states[one.Stream] = state;
            else
                missing.Add(one);
        }

        if (missing.Count > 0)
        {
            foreach (var (stream, state) in await LightTables.ReadStatesAsync(connection, suffix, missing, cancellationToken))
                states[stream] = state;
            missing.RemoveAll(m => states.ContainsKey(m.Stream));
        }

        if (missing.Count == 0)
            return states;

        var history = await LedgerReader.ReadStreamsAsync(
            connection, [.. missing.Select(m => m.Stream)], [.. missing.Select(m => m.Version)], cancellationToken);
        foreach (var stored in history)
            states[stored.Stream] = Aggregate.Evolve(states.GetValueOrDefault(stored.Stream), stored, projection.Zone);
        return states;
    }
}
