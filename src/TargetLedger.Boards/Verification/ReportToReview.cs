using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>A report the lead has to review before supervisors verify it.</summary>
/// <param name="Commitment">The stream.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="Report">The report's id.</param>
/// <param name="Position">Where it was last changed.</param>
/// <param name="AnswersReturn">Of a report sent in again: where its return is recorded.</param>
public sealed record ReportToReview(
    string Commitment, string Plan, string Number, string Title, UnitName Unit, Guid Report, Period Period, decimal? Total, DateOnly Since, long Position, long? AnswersReturn)
{
    /// <param name="lead">The unit whose work it is: who leads on the day.</param>
    internal static IEnumerable<ReportToReview> Of(Knowledge knowledge, Commitment commitment, string lead, DateOnly on)
        => commitment.IsLead(lead, on)
            ? commitment.Reports
                .Where(r => r.Status == ReportStatus.Submitted && r.Unit != lead && LeadReview.IsMissing(commitment, r, knowledge.Schedule))
                .Select(r => new ReportToReview(
                    commitment.Id,
                    knowledge.PlanOf(commitment).Code,
                    commitment.Number,
                    commitment.Title,
                    knowledge.NameOf(r.Unit),
                    r.Id,
                    r.Period,
                    r.Total,
                    r.ChangedOn,
                    r.ChangedAt,
                    r.ReturnedAt))
            : [];
}
