using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;

namespace TargetLedger.Domain.Signing;

/// <summary>起草更正: a correction of a report, or the answer to its return, in the making. It is written, signed and submitted as any draft.</summary>
/// <param name="Commitment">The commitment's stream.</param>
/// <param name="Report">The report it corrects; of the content what is given replaces what the report said.</param>
public sealed record CorrectionDrafted(string Commitment, string Unit, Guid Report, string Reason, DraftContent Content);

/// <summary>起草撤回: a report is to be taken back. There is nothing in it to be written; it is signed and submitted as any draft.</summary>
/// <param name="Commitment">The commitment's stream.</param>
/// <param name="Period">Of the report.</param>
public sealed record WithdrawalDrafted(string Commitment, string Unit, Guid Report, Period Period, string Reason);

/// <summary>送审: the draft is ready to be signed.</summary>
public sealed record DraftPutUp;

/// <summary>审签: somebody who holds a post signs what the draft says, or his signature on paper is recorded.</summary>
/// <param name="ContentVersion">The version of the draft's stream that wrote what was signed.</param>
/// <param name="Substitute">代签: by who stands in for the post's holder.</param>
/// <param name="Page">The scan of the sealed page; null where it was signed online. Then the event's actor is who recorded it.</param>
/// <param name="SignedOn">The date on the page.</param>
public sealed record DraftSigned(PostKind Post, long ContentVersion, bool Substitute = false, Evidence? Page = null, DateOnly? SignedOn = null);

/// <summary>内部退回: who should sign sends the draft back to be worked on. It stays within the unit.</summary>
public sealed record DraftReturned(PostKind Post, string Reason);
