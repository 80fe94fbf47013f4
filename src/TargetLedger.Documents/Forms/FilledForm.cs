using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Forms;

/// <summary>A form that came back, as it was filled in. Nothing in it has been held against the ledger yet.</summary>
/// <param name="Ignored">Rows that are none of the form's and have nothing in the columns to be filled in.</param>
/// <param name="Made">Codes of all rows the form was made with; null where the file does not keep them, as a .csv.</param>
public sealed record FilledForm(IReadOnlyList<FilledRow> Rows, IReadOnlyList<int> Ignored, IReadOnlyList<FormCode>? Made);

/// <summary>One report as filled in, the nodes below it included.</summary>
/// <param name="Row">As the spreadsheet counts them, from 1.</param>
/// <param name="Code">Null where the row has none, or not a whole one.</param>
/// <param name="Number">The item's number as the row shows it.</param>
/// <param name="IsBlank">Nothing was filled in.</param>
/// <param name="Cells">Where each member of a report stands: JSON pointer by cell, such as <c>/amount</c> in 填报表!F12.</param>
/// <param name="Faults">What is wrong; pointers are cells.</param>
/// <param name="Questions">What can be read in more than one way, or not without guessing; pointers are cells.</param>
public sealed record FilledRow(
    int Row,
    FormCode? Code,
    string Number,
    bool IsBlank,
    decimal? Amount,
    decimal? Total,
    bool NoProgress,
    Progress? Progress,
    DateOnly? Through,
    ReportText? Text,
    IReadOnlyList<NodeStatement> Nodes,
    IReadOnlyDictionary<string, string> Cells,
    IReadOnlyList<Fault> Faults,
    IReadOnlyList<Fault> Questions);
