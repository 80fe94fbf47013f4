namespace TargetLedger.Domain.Compliance;

/// <summary>红黄绿灯, never without its word and reason.</summary>
public enum Light
{
    Green,
    Yellow,
    Red,

    /// <summary>已销号.</summary>
    Done,

    /// <summary>无法判定: nothing to judge by. Never green, counted apart.</summary>
    None,

    /// <summary>暂停.</summary>
    Paused,
}

/// <summary>The word beside the light.</summary>
public enum Status
{
    /// <summary>已完成.</summary>
    Completed,

    /// <summary>超进度.</summary>
    Ahead,

    /// <summary>达进度.</summary>
    OnPace,

    /// <summary>欠进度.</summary>
    Behind,

    /// <summary>无法判定.</summary>
    Unknown,

    /// <summary>暂停.</summary>
    Paused,
}

/// <summary>Why a light shows: a stable code and the words with their figures filled in.</summary>
public sealed record Reason(string Code, string Zh, string En);

/// <summary>A light with its word and reason.</summary>
public sealed record Verdict(Light Light, Status Status, Reason Reason);
