using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>抽查结果: what was found of a report that was drawn.</summary>
internal static class CheckSampleEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/samples/{sample}/findings", new WriteUseCase<CheckSample, SampleInView>(
            "check-sample",
            Validator: null,
            FindAsync,
            found => found.Sample.Version,
            (_, _) => Access.Granted,
            (command, found) => found.Report is { } report && command.Caller.ActsFor(report.Unit)
                ? new Proposal.Refuse([SupervisionRefusals.OwnUnit with { Member = "/report" }])
                : Proposal.Of(CheckSample.Decide(found.Sample, command.Body), StreamIds.SampleType, StreamIds.Sample(found.Sample.Id), found.Sample.Version)))
        .Needs(Right.Supervise)
        .WithSummary("抽查结果 / Record a finding");

    private static async Task<SampleInView?> FindAsync(Command<CheckSample> command, LedgerView view, CancellationToken cancellationToken)
    {
        if (await view.SampleAsync(command.RouteId("sample"), cancellationToken) is not { } sample)
            return null;
        var drawn = sample.Drawn.Reports.FirstOrDefault(r => r.Report == command.Body.Report);
        var commitment = drawn is null ? null : await view.CommitmentAsync(drawn.Commitment, cancellationToken);
        return new(sample, commitment?.FindReport(command.Body.Report));
    }
}

/// <param name="Report">The report the finding is about; null where it was not drawn.</param>
internal sealed record SampleInView(Sample Sample, Report? Report);
