using System.Diagnostics.CodeAnalysis;

namespace TargetLedger.Boards;

/// <summary>
/// What was lately known at some position. That never changes, so an entry is right for ever; the least recently used is
/// forgotten first, when there are too many or they hold too many commitments together.
/// </summary>
internal sealed class KnowledgeCache(int maxEntries, int maxCommitments)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(Knowledge Knowledge, KnowledgeScope Scope)> byUse = [];
    private int commitments;

    public bool TryGet(long position, KnowledgeScope scope, [NotNullWhen(true)] out Knowledge? knowledge)
    {
        lock (gate)
        {
            for (var node = byUse.Last; node is not null; node = node.Previous)
            {
                if (node.Value.Knowledge.Position != position || !node.Value.Scope.Covers(scope))
                    continue;
                byUse.Remove(node);
                byUse.AddLast(node);
                knowledge = Narrow(node.Value.Knowledge, scope);
                return true;
            }
        }

        knowledge = null;
        return false;
    }

    /// <summary>The newest entry is kept however large it is: the next page of its listing is about to be asked for.</summary>
    public void Put(Knowledge knowledge, KnowledgeScope scope)
    {
        lock (gate)
        {
            byUse.AddLast((knowledge, scope));
            commitments += knowledge.Commitments.Count;
            while (byUse.Count > 1 && (byUse.Count > maxEntries || commitments > maxCommitments))
            {
                commitments -= byUse.First!.Value.Knowledge.Commitments.Count;
                byUse.RemoveFirst();
            }
        }
    }

    private static Knowledge Narrow(Knowledge knowledge, KnowledgeScope scope) => scope.Commitments is { } wanted
        ? knowledge with { Commitments = [.. knowledge.Commitments.Where(c => wanted.Contains(c.Id, StringComparer.Ordinal))] }
        : knowledge;
}
