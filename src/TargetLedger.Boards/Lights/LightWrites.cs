using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Boards;

/// <summary>What a batch adds to the tables; nothing in them is ever changed but the block it ends in.</summary>
internal sealed class LightWrites
{
    private readonly List<LightCommitment> commitments = [];
    private readonly List<(long Position, long FramePosition, byte[][] Chunks)> images = [];
    private readonly List<(int Number, byte[]? State)> states = [];
    private int firstCommitment;

    public LightChanges Changes { get; } = new();

    public void Add(int number, LightCommitment commitment)
    {
        if (commitments.Count == 0)
            firstCommitment = number;
        commitments.Add(commitment);
    }

    public void AddState(int number, Commitment commitment) => states.Add((number, PackedCommitment.Pack(commitment)));

    public void AddImage(LightIndex index) => images.Add((index.Position, index.FramePosition, [.. index.ToChunks()]));

    public async Task WriteAsync(NpgsqlConnection connection, string suffix, PartyBook book, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        var (firstParties, parties) = book.TakeAdded();
        if (parties.Count > 0)
        {
            Add(
                "add_parties",
                new() { Value = Enumerable.Range(firstParties, parties.Count).ToArray() },
                new() { Value = parties.Select(p => JsonSerializer.Serialize(p)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
        }

        if (commitments.Count > 0)
        {
            Add(
                "add_commitments",
                new() { Value = Enumerable.Range(firstCommitment, commitments.Count).ToArray() },
                new() { Value = Column.Of(commitments, c => c.Position) },
                new() { Value = Column.Of(commitments, c => c.Commitment) },
                new() { Value = Column.Of(commitments, c => c.Plan) },
                new() { Value = Column.Of(commitments, c => c.Section) },
                new() { Value = Column.Of(commitments, c => c.Task) },
                new() { Value = Column.Of(commitments, c => c.Ordinal) });
        }

        if (!Changes.IsEmpty)
        {
            var (blocks, changes) = Changes.Columns();
            Add("add_changes", new() { Value = blocks }, new() { Value = changes });
        }

        if (states.Count > 0)
        {
            Add(
                "add_states",
                new() { Value = Column.Of(states, s => s.Number) },
                new() { Value = Column.Of(states, s => s.State), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        }

        foreach (var (position, framePosition, chunks) in images)
            Add("add_image", new() { Value = position }, new() { Value = framePosition }, new() { Value = chunks });
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);

        void Add(string statement, params NpgsqlParameter[] parameters)
        {
            var command = new NpgsqlBatchCommand(LightSql.Read(statement, suffix));
            foreach (var parameter in parameters)
                command.Parameters.Add(parameter);
            batch.BatchCommands.Add(command);
        }
    }
}
