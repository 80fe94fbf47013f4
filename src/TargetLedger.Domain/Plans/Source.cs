namespace TargetLedger.Domain.Plans;

/// <summary>来源: where an item comes from. A commitment may have several.</summary>
/// <param name="Place">Where in the document: section, item, page.</param>
public sealed record Source(
    SourceKind Kind,
    string Title,
    string? Issuer = null,
    string? DocumentNumber = null,
    DateOnly? Date = null,
    string? Place = null);

public enum SourceKind
{
    /// <summary>方案、要点.</summary>
    Plan,

    /// <summary>会议纪要.</summary>
    Minutes,

    /// <summary>批示.</summary>
    Instruction,

    /// <summary>建议、提案.</summary>
    Proposal,

    /// <summary>Anything else, named in the title.</summary>
    Other,
}
