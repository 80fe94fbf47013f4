namespace TargetLedger.Domain.Supervision;

/// <summary>Why a report is worth a second look.</summary>
public enum WarningKind
{
    /// <summary>突增: an amount many times those before it.</summary>
    Jump,

    /// <summary>期末集中: much of the total came with the last report of the commitment's period.</summary>
    LastReport,

    /// <summary>累计下降: a running total lower than one before it.</summary>
    FallingTotal,

    /// <summary>证明材料重复使用: the same file supports two reports.</summary>
    SameEvidence,

    /// <summary>同一班次两个单位填报.</summary>
    SameClass,

    /// <summary>只报凑整的数: every amount of a unit is round.</summary>
    RoundNumbers,
}

/// <summary>A report a warning rests on.</summary>
/// <param name="Commitment">The stream.</param>
/// <param name="Position">Where it is recorded.</param>
/// <param name="People">Of a class that is shared: how many it reports of it.</param>
public sealed record WarnedReport(string Commitment, string Unit, Guid Report, long Position, int? People = null);

/// <summary>A class several units report.</summary>
/// <param name="CountedIn">
/// The position of the report it counts in where a class counts once: the first of those verified, null while none is. Who adds up
/// several commitments, or scores units, takes the people of every other report off.
/// </param>
public sealed record SharedClass(string Name, DateOnly Date, string Place, long? CountedIn);

/// <summary>A question to ask. It refuses nothing and changes no figure.</summary>
/// <param name="Reports">What it rests on, by position; the last is the one that gave rise to it.</param>
/// <param name="Class">Of <see cref="WarningKind.SameClass"/> alone.</param>
/// <param name="EvidenceSha256">Of <see cref="WarningKind.SameEvidence"/> alone: the file.</param>
public sealed record Warning(WarningKind Kind, string Zh, string En, IReadOnlyList<WarnedReport> Reports, SharedClass? Class = null, string? EvidenceSha256 = null);
