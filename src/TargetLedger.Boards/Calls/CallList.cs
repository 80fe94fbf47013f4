using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Telling;
using TargetLedger.Domain.Units;

namespace TargetLedger.Boards;

/// <summary>催报清单: who has not reported for a period, whom to phone, and what was answered to earlier calls.</summary>
/// <param name="Periods">Over all of the filter.</param>
/// <param name="Units">One page of them; who owes the most that is due first.</param>
public sealed record CallList(DateOnly On, long Position, TimelinessFilter Filter, TimelinessCounts Periods, IReadOnlyList<CallListUnit> Units);

/// <param name="Missing">How many of the items are due; the others are still to come.</param>
/// <param name="Contacts">Who holds a post on the day, the liaison and who stands in for him first.</param>
/// <param name="Items">In the list's order, oldest period first.</param>
/// <param name="Calls">Made about the periods of these items, in order.</param>
public sealed record CallListUnit(
    UnitName Unit, int Missing, IReadOnlyList<PostHolding> Contacts, IReadOnlyList<DueItem> Items, IReadOnlyList<ReminderCall> Calls);

/// <summary>Gathers what is not in, slice by slice.</summary>
/// <param name="holds">What else must hold; null where nothing need.</param>
internal sealed class CallListing(TimelinessFilter filter, DateOnly on, Func<Commitment, DueReport, bool>? holds = null)
{
    private readonly DueListing missing = new(filter, Timeliness.Missing, on, running: true, holds);
    private readonly DueListing pending = new(filter, Timeliness.Pending, on, running: true, holds);

    /// <summary>What the members of commitments that a unit leads on the day owe it: those it has to remind itself.</summary>
    public static CallListing OfMembers(TimelinessFilter filter, string lead, DateOnly on, UnitDirectory directory)
        => new(filter, on, (commitment, due) => due.Unit != lead && commitment.IsLead(lead, on) && commitment.IsMember(due.Unit, due.Period.End, directory));

    public void Add(Knowledge knowledge)
    {
        missing.Add(knowledge);
        pending.Add(knowledge);
    }

    /// <summary>One page, where what there is has been counted already.</summary>
    /// <param name="page">The commitments for which its units owe something.</param>
    public static CallList Of(Knowledge page, TimelinessFilter filter, CallCount count, DateOnly on)
    {
        var listing = new CallListing(filter with { Units = count.Units }, on);
        listing.Add(page);
        return listing.ToList(page.Position) with { Filter = filter, Periods = count.Periods };
    }

    public CallList ToList(long position)
    {
        var due = missing.ToList(position);
        return new(
            on,
            position,
            filter,
            due.Periods,
            [
                .. due.Items.Concat(pending.ToList(position).Items)
                    .GroupBy(i => i.Unit)
                    .Select(g => new CallListUnit(g.Key, g.Count(i => i.Due.Timeliness == Timeliness.Missing), [], [.. g], []))
                    .OrderByDescending(u => u.Missing)
                    .ThenBy(u => u.Unit.Code, StringComparer.Ordinal),
            ]);
    }
}
