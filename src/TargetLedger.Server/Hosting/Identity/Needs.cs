using Microsoft.AspNetCore.Authorization;

namespace TargetLedger.Server.Hosting;

internal static class NeedsExtensions
{
    /// <summary>Only callers whose role has the right reach the endpoint. Which units it may touch is decided on the state.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder
        => endpoint
            .RequireAuthorization(new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .RequireAssertion(c => Hosting.Caller.Of(c.User) is { } caller && Rights.Allows(caller.Role, right))
                .Build())
            .WithMetadata(new NeededRight(right));

    public static Caller Caller(this HttpContext http)
        => Hosting.Caller.Of(http.User) ?? throw new ProblemException(ProblemKind.Unauthenticated);
}

/// <summary>On an endpoint: the right it needs.</summary>
internal sealed record NeededRight(Right Right);
