using System.Text.Json.Serialization;

namespace TargetLedger.Domain.Units;

/// <param name="Code">The ledger's own short code; responsibilities and accounts refer to it for ever.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="RegionCode">行政区划代码.</param>
public sealed record UnitRegistered(
    string Code,
    string Name,
    UnitKind Kind,
    IReadOnlyList<string> Aliases,
    string? CreditCode = null,
    string? RegionCode = null);

/// <summary>更名: the code and the history stay.</summary>
public sealed record UnitRenamed(string Name, DateOnly From, string Authority);

/// <param name="Open">True when the document leaves the list open (等, 有关成员单位).</param>
public sealed record GroupFormed(string Code, string Name, bool Open, IReadOnlyList<Membership> Members);

public sealed record MemberJoined(string Unit, DateOnly From);

/// <param name="On">The last day of membership.</param>
public sealed record MemberLeft(string Unit, DateOnly On);

/// <param name="To">The last day, or null while it lasts.</param>
public sealed record Membership(string Unit, DateOnly From, DateOnly? To = null)
{
    /// <summary>The day it was recorded, where the unit joined back in time. Of the fold: no event says it.</summary>
    [JsonIgnore]
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The day its end was recorded, where the unit left back in time.</summary>
    [JsonIgnore]
    public DateOnly? EndRecordedOn { get; init; }

    /// <param name="knownOn">By what had been recorded on that day; null for all.</param>
    public bool Covers(DateOnly day, DateOnly? knownOn = null)
        => From <= day && !(RecordedOn > knownOn) && (To is null || day <= To || EndRecordedOn > knownOn);
}
