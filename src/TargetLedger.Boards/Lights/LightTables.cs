using Npgsql;

namespace TargetLedger.Boards;

/// <param name="Number">The commitment's.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">As it was after so many of its events.</param>
internal readonly record struct WantedState(int Number, string Stream, long Version);

/// <summary>Reads the tables of one build within the caller's transaction.</summary>
internal static class LightTables
{
    public static async Task<List<LightCommitment>> ReadCommitmentsAsync(
        NpgsqlConnection connection, string suffix, int from, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "read_commitments", suffix, from);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var commitments = new List<LightCommitment>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
            commitments.Add(new(row.GetInt64(0), row.GetString(1), Once(row.GetString(2)), Once(row.GetString(3)), Once(row.GetString(4)), row.GetInt32(5)));
        return commitments;

        // A hundred thousand commitments have twenty plans.
        string Once(string word) => words.TryGetValue(word, out var known) ? known : words[word] = word;
    }

    public static async Task<List<string[]>> ReadPartiesAsync(
        NpgsqlConnection connection, string suffix, int from, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, "read_parties", suffix, from);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var parties = new List<string[]>();
        while (await row.ReadAsync(cancellationToken))
            parties.Add(row.GetFieldValue<string[]>(0));
        return parties;
    }

    /// <summary>Those of the commitments wanted that stand at the wanted version, by stream.</summary>
    public static async Task<Dictionary<string, Aggregate>> ReadStatesAsync(
        NpgsqlConnection connection, string suffix, IReadOnlyCollection<WantedState> wanted, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, Aggregate>(StringComparer.Ordinal);
        var versions = wanted.ToDictionary(w => w.Stream, w => w.Version, StringComparer.Ordinal);
        await using var command = Command(connection, "read_states", suffix, wanted.Select(w => w.Number).ToArray());
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var commitment = PackedCommitment.Unpack(row.GetFieldValue<byte[]>(0));
            if (versions.GetValueOrDefault(commitment.Id) == commitment.Version)
                states[commitment.Id] = new(commitment, commitment.Version);
        }

        return states;
    }

    /// <summary>All entries as they were at a position: the image before it, and the changes in between.</summary>
    public static async Task<LightIndex> ReadIndexAsync(
        NpgsqlConnection connection, string suffix, long position, CancellationToken cancellationToken)
    {
        var index = new LightIndex();
        await using (var command = Command(connection, "read_image", suffix, position))
        {
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
                index.AddChunk(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
        }

        await ApplyChangesAsync(connection, suffix, index, position, cancellationToken);
        return index;
    }

    /// <summary>An index with what was changed since its position, up to a later one.</summary>
    public static async Task<LightIndex> BringForwardAsync(
        NpgsqlConnection connection, string suffix, LightIndex known, long position, CancellationToken cancellationToken)
    {
        var index = known.Copy();
        await ApplyChangesAsync(connection, suffix, index, position, cancellationToken);
        return index.IsOutdated ? await ReadIndexAsync(connection, suffix, position, cancellationToken) : index;
    }

    private static async Task ApplyChangesAsync(
        NpgsqlConnection connection, string suffix, LightIndex index, long position, CancellationToken cancellationToken)
    {
        if (position <= index.Position)
            return;

        var after = index.Position;
        await using var command = Command(
            connection, "read_changes", suffix, LightChanges.BlockOf(after + 1), LightChanges.BlockOf(position));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            LightChanges.Apply(row.GetFieldValue<byte[]>(1), row.GetInt64(0), after, position, index);
        index.AdvanceTo(position);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string statement, string suffix, params object[] values)
    {
        var command = new NpgsqlCommand(LightSql.Read(statement, suffix), connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
