using FluentValidation;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>进展填报: a unit says what came about in a period.</summary>
internal static class ReportProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ProgressReport>(
            "reports",
            new ReportShape(),
            Right.Report,
            w => Rights.MayReport(w.Caller, w.Commitment, w.Directory, w.Body.Unit, w.Body.Period),
            w => SubmitDraft.Directly(
                w.Commitment, w.Body.As(w.Command.NewId), w.Directory, w.InView.Schedule, w.InView.SubmissionRulesOf(w.Body.Unit, w.At.Day), w.At, w.InView.Sources),
            made: w => (w.Command.NewId, $"/commitments/{w.Commitment.Id}/reports/{w.Command.NewId}"))
        .RequiresKey()
        .WithSummary("进展填报 / Report progress");
}

/// <summary>What holds for a report however it comes.</summary>
internal sealed class ReportShape : AbstractValidator<ProgressReport>
{
    public ReportShape()
    {
        RuleFor(r => r.Unit).IsStated();
        RuleFor(r => r.Period).RunsForward();
        RuleFor(r => r.Nodes!).HasAtMost(200);
        RuleFor(r => r.Evidence!).HasAtMost(100);
        RuleForEach(r => r.Evidence).SetValidator(new EvidenceShape());
    }
}

/// <summary>What a unit reports. Of amount and total one suffices: the other follows from the report before.</summary>
/// <param name="Through">数据截至; the period's end unless stated.</param>
/// <param name="Amount">本期数.</param>
/// <param name="Total">累计数.</param>
/// <param name="NoProgress">本期无进展.</param>
/// <param name="Progress">形象进度, for an item without a figure.</param>
public sealed record ProgressReport(
    string Unit,
    Period Period,
    DateOnly? Through = null,
    decimal? Amount = null,
    decimal? Total = null,
    bool NoProgress = false,
    Progress? Progress = null,
    ReportText? Text = null,
    IReadOnlyList<NodeStatement>? Nodes = null,
    IReadOnlyList<Evidence>? Evidence = null)
{
    public ReportProgress As(Guid id) => new(id, Unit, Period, Through, Amount, Total, NoProgress, Progress, Text, Nodes, Evidence);
}
