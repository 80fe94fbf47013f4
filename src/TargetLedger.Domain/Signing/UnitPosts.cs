using System.Collections.Immutable;

namespace TargetLedger.Domain.Signing;

/// <summary>任职名单: who holds and who held the posts of a unit, with dates.</summary>
public sealed record UnitPosts(string Unit, ImmutableList<PostHolding> Holdings, long Version)
{
    public static UnitPosts None(string unit) => new(unit, [], 0);

    public IEnumerable<PostHolding> On(DateOnly day) => Holdings.Where(h => h.Covers(day));

    /// <summary>The holding by which an account acts in a post on a day, the post's own holder before a substitute.</summary>
    public PostHolding? Find(string account, PostKind post, DateOnly day)
        => On(day).Where(h => h.Post == post && h.Account == account).OrderBy(h => h.Substitute).FirstOrDefault();

    public static UnitPosts? Fold(IEnumerable<Recorded> history) => history.Aggregate((UnitPosts?)null, Evolve);

    public static UnitPosts Evolve(UnitPosts? state, Recorded recorded) => recorded.Event switch
    {
        PostAssigned e => (state ?? None(e.Unit)) with
        {
            Holdings = (state?.Holdings ?? []).Add(new(e.Assignment, e.Post, e.From, e.To, e.Account, e.Substitute, e.Contact, recorded.Position)),
            Version = recorded.Version,
        },
        PostLeft e => state! with { Holdings = state.Holdings.ConvertAll(h => h.Assignment == e.Assignment ? h with { To = e.On } : h), Version = recorded.Version },
        _ => throw new InvalidOperationException($"A unit's posts do not know {recorded.Event.GetType().Name}."),
    };
}

/// <summary>One person in one post.</summary>
/// <param name="Position">Where the assignment is recorded.</param>
public sealed record PostHolding(
    Guid Assignment, PostKind Post, DateOnly From, DateOnly? To, string? Account, bool Substitute, Contact? Contact, long Position)
{
    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);

    internal bool Overlaps(DateOnly from, DateOnly? to) => (to is null || From <= to) && (To is null || from <= To);
}
