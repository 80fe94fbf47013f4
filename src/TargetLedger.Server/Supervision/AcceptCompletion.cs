using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>销号: a supervisor accepts the claim and answers for it.</summary>
internal static class AcceptCompletionEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<AcceptCompletion>(
            "completion/acceptance",
            validator: null,
            Right.Supervise,
            w => Rights.MayCloseOut(w.Caller, w.Commitment, w.At.Day),
            w => AcceptCompletion.Decide(w.Commitment, w.Body))
        .RequiresIfMatch()
        .WithSummary("同意销号 / Accept completion");
}
