using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>送审: a draft is ready to be signed.</summary>
internal static class PutUpDraftEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToDraft<DraftPuttingUp>("put-up", "put-up-draft", validator: null, (_, found) => DraftSigning.PutUp(found.Draft, found.Rules))
        .WithSummary("送审 / Put a draft up for signing");
}

/// <summary>Nothing needs to be said beside the act itself.</summary>
internal sealed record DraftPuttingUp;
