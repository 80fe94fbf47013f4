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

    /// <summary>The step between yellow and red, where the rules have one.</summary>
    Orange,
}

/// <summary>The order of lights that say something of progress.</summary>
public static class LightOrder
{
    public static bool IsWarning(this Light light) => light is Light.Yellow or Light.Orange or Light.Red;

    /// <summary>Of two that judge the same, the one that warns more.</summary>
    public static int Of(Light light) => light switch
    {
        Light.Red => 3,
        Light.Orange => 2,
        Light.Yellow => 1,
        _ => 0,
    };
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
