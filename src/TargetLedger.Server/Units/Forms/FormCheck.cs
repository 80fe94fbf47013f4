using TargetLedger.Domain;

namespace TargetLedger.Server.Units;

/// <summary>What a form would come to, row by row, if it were sent in now.</summary>
/// <param name="Reports">How many rows would be reported at once.</param>
/// <param name="Drafts">How many would become drafts that wait to be signed: their rules ask for it.</param>
/// <param name="Same">How many say what is recorded already.</param>
/// <param name="Open">How many have faults or questions and would not be recorded.</param>
/// <param name="Ignored">Rows that are none of the form's and hold nothing to be reported.</param>
/// <param name="LeftOut">Items the form was made with whose rows are gone; a .csv does not tell.</param>
public sealed record FormCheck(
    string Unit, int Reports, int Drafts, int Same, int Open, IReadOnlyList<FormRowCheck> Rows, IReadOnlyList<int> Ignored, IReadOnlyList<FormItemName> LeftOut);

/// <param name="Row">As the spreadsheet counts, from 1.</param>
/// <param name="Title">Null where the row's item is not known.</param>
/// <param name="Faults">Pointers are cells, such as 填报表!F12.</param>
/// <param name="Questions">As faults; each says how it is answered.</param>
/// <param name="Report">What would be reported or drafted; null unless it would.</param>
public sealed record FormRowCheck(
    int Row, string Number, string? Title, FormRowOutcome Outcome, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Questions, ProgressReport? Report);

/// <param name="Commitment">The stream.</param>
public sealed record FormItemName(string Commitment, string Number, string Title);

public enum FormRowOutcome
{
    /// <summary>It would be recorded.</summary>
    Report,

    /// <summary>It would become a draft, put up to be signed.</summary>
    Draft,

    /// <summary>The ledger, or the open draft of the row, says so already: there is nothing to do.</summary>
    Same,

    /// <summary>It cannot be recorded without guessing.</summary>
    Question,

    /// <summary>It cannot be recorded.</summary>
    Fault,
}
