using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Reporting;

internal static class ReportedNodes
{
    public static void Check(Commitment commitment, IReadOnlyList<NodeStatement>? statements, DateOnly through, List<Refusal> refusals)
    {
        for (var i = 0; i < (statements?.Count ?? 0); i++)
        {
            var statement = statements![i];
            if (!commitment.Nodes.Exists(n => n.Node.Id == statement.Node))
                refusals.Add(new("node_unknown", $"没有节点 {statement.Node}", $"there is no node {statement.Node}", $"/nodes/{i}/node"));
            if (statement.State == Progress.Completed && statement.ReachedOn is null)
                refusals.Add(new("date_missing", "已完成的节点须填完成日期", "a completed node needs the date it was reached", $"/nodes/{i}/reachedOn"));
            if (statement.ReachedOn > through)
                refusals.Add(new("date_after_cutoff", "完成日期晚于数据截至日", "reached after the data's date", $"/nodes/{i}/reachedOn"));
        }
    }
}
