namespace TargetLedger.Domain.Commitments;

/// <summary>节点: a stage of a commitment.</summary>
/// <param name="Id">Short and stable within the commitment, e.g. n1.</param>
/// <param name="Sign">完成标志: what shows that it is reached.</param>
/// <param name="Weight">Its share beside the others; 1 when not stated.</param>
public sealed record Node(string Id, string Name, DateOnly Planned, string? Sign = null, decimal? Weight = null);

/// <summary>What a unit states about a node in a report.</summary>
/// <param name="ReachedOn">The date the fact is about; required when completed.</param>
public sealed record NodeStatement(string Node, Progress State, DateOnly? ReachedOn = null);

/// <summary>形象进度 of a task without a figure.</summary>
public enum Progress
{
    /// <summary>未启动.</summary>
    NotStarted,

    /// <summary>推进中.</summary>
    InProgress,

    /// <summary>已完成.</summary>
    Completed,
}
