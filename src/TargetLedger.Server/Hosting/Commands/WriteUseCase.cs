using FluentValidation;

namespace TargetLedger.Server.Hosting;

/// <summary>What is particular to one use case that writes; the rest of a request's way is <see cref="CommandRunner"/>'s.</summary>
/// <param name="Find">What it is about, as it stands; null is a 404.</param>
/// <param name="VersionOf">The version If-Match is held against; 0 where there is no stream yet.</param>
/// <param name="Replaces">For an endpoint that requires If-Match of some wishes only.</param>
/// <param name="Turn">The stream whose writers take turns, where there may be many at once.</param>
/// <param name="MayAct">Rights on what was found. Asked of retries too.</param>
internal sealed record WriteUseCase<TBody, TSubject>(
    string Name,
    IValidator<TBody>? Validator,
    Func<Command<TBody>, LedgerView, CancellationToken, Task<TSubject?>> Find,
    Func<TSubject, long> VersionOf,
    Func<Command<TBody>, TSubject, Access> MayAct,
    Func<Command<TBody>, TSubject, Proposal> Decide,
    Func<Command<TBody>, TSubject, bool>? Replaces = null,
    Func<Command<TBody>, string>? Turn = null)
    where TSubject : class;

internal enum Access
{
    Granted,

    /// <summary>403.</summary>
    Denied,

    /// <summary>404: that it exists is not the caller's business.</summary>
    Hidden,
}

/// <summary>On an endpoint: a decision that replaces another must say which one it has seen.</summary>
internal sealed record IfMatchRequired;

/// <summary>On an endpoint: a retry must be recognisable.</summary>
internal sealed record KeyRequired;
