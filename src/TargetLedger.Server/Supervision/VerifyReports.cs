using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>批量核验: many reports in one act and one append. One fault, and none of them is verified.</summary>
internal static class VerifyReportsEndpoint
{
    private const int MostReports = 300;

    /// <summary>What one append takes; reports that confirm nodes count more than once.</summary>
    private const int MostEvents = 1_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/verifications", new WriteUseCase<Verifications, VerificationsInView>(
            "verifications",
            new Shape(),
            FindAsync,
            _ => 0,
            (_, _) => Access.Granted,
            Decide))
        .Needs(Right.Supervise)
        .WithSummary("批量核验 / Verify many reports");

    private static async Task<VerificationsInView?> FindAsync(Command<Verifications> command, LedgerView view, CancellationToken cancellationToken)
    {
        var streams = command.Body.Reports.Select(r => CommitmentReference.ToStream(r.Commitment)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new(await view.CommitmentsAsync(streams, cancellationToken), await view.ScheduleAsync(cancellationToken));
    }

    private static Proposal Decide(Command<Verifications> command, VerificationsInView found)
    {
        var refusals = new List<Refusal>();
        var wanted = new List<(int Place, string Stream, VerifyProgress Command)>();
        for (var i = 0; i < command.Body.Reports.Count; i++)
        {
            var one = command.Body.Reports[i];
            if (CommitmentReference.ToStream(one.Commitment) is not { } stream || !found.Commitments.TryGetValue(stream, out var commitment))
                refusals.Add(new("commitment_unknown", $"没有事项 {one.Commitment}", $"there is no commitment {one.Commitment}", $"/reports/{i}/commitment"));
            else if (commitment.FindReport(one.Report) is { } report && command.Caller.ActsFor(report.Unit))
                refusals.Add(SupervisionRefusals.OwnUnit with { Member = $"/reports/{i}" });
            else if (commitment.FindReport(one.Report) is { } ofSide && SideCompletions.UnlessTheOffice(commitment, ofSide, command.Caller.Units) is { } notTheirs)
                refusals.Add(notTheirs with { Member = $"/reports/{i}" });
            else
                wanted.Add((i, stream, new(one.Report, one.VerifiedTotal, one.Comment ?? command.Body.Comment)));
        }

        var decided = VerifyReports.Decide(found.Commitments, [.. wanted.Select(w => (w.Place, w.Stream, w.Command))], found.Schedule, command.At);
        refusals.AddRange(decided.Refusals);
        if (decided.Streams.Sum(s => s.Events.Count) > MostEvents)
            refusals.Add(new("list_too_long", $"一次最多记 {MostEvents} 条记录,请分批", $"at most {MostEvents} records at once: divide the list", "/reports"));
        if (refusals.Count > 0)
            return new Proposal.Refuse(refusals);

        return decided.Streams.Count == 0
            ? new Proposal.Nothing(wanted[0].Stream, found.Commitments[wanted[0].Stream].Version)
            : new Proposal.Record([.. decided.Streams.Select(s => new StreamChange(StreamIds.CommitmentType, s.Stream, found.Commitments[s.Stream].Version, s.Events))]);
    }

    private sealed class Shape : AbstractValidator<Verifications>
    {
        public Shape()
        {
            RuleFor(v => v.Reports).Must(r => r.Count > 0).Says("list_empty", "至少一份填报", "at least one report").HasAtMost(MostReports);
            RuleForEach(v => v.Reports).SetValidator(new OneShape());
        }
    }

    private sealed class OneShape : AbstractValidator<VerificationOf>
    {
        public OneShape()
        {
            RuleFor(v => v.Commitment).IsStated();
            RuleFor(v => v.VerifiedTotal).Must(t => t is null or >= 0).Says("value_out_of_range", "不能为负", "cannot be negative");
        }
    }
}

/// <param name="Comment">For those without one of their own.</param>
internal sealed record Verifications(IReadOnlyList<VerificationOf> Reports, string? Comment = null);

/// <param name="Commitment">The stream, or plan code and number.</param>
/// <param name="VerifiedTotal">Unless stated the reported total, less what was not accepted of earlier reports.</param>
internal sealed record VerificationOf(string Commitment, Guid Report, decimal? VerifiedTotal = null, string? Comment = null);

/// <param name="Commitments">Those of the list that there are, by stream.</param>
internal sealed record VerificationsInView(IReadOnlyDictionary<string, Commitment> Commitments, ReportingSchedule Schedule);
