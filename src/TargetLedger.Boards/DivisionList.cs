using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>分解清单: the divisions that hold on a day, and whether their quotas fit what is above them.</summary>
/// <param name="Divisions">All of the filter, whichever are listed.</param>
/// <param name="Unfit">Of these, the ones somebody has to look at.</param>
public sealed record DivisionList(DateOnly On, long Position, DivisionFilter Filter, int Divisions, int Unfit, IReadOnlyList<DivisionItem> Items)
{
    /// <returns>The list and where its next page begins.</returns>
    internal static (DivisionList List, int? Next) Of(Knowledge knowledge, DivisionFilter filter, DateOnly on, int offset, int limit)
    {
        List<DivisionItem> all = [.. knowledge.Commitments.Where(c => c.StandingOn(on) != Standing.Withdrawn).SelectMany(c => DivisionItem.Of(knowledge, c, on)).Where(i => filter.Holds(i.Division.Group))];
        var unfit = all.Count(i => !i.Division.Fits);
        List<DivisionItem> listed = filter.Show == DivisionShow.Unfit ? [.. all.Where(i => !i.Division.Fits)] : all;
        return (new(on, knowledge.Position, filter, all.Count, unfit, [.. listed.Skip(offset).Take(limit)]), Paging.Next(offset, limit, listed.Count));
    }

    /// <summary>The same as one page, where what there is has been counted already.</summary>
    internal static DivisionList Of(Knowledge page, DivisionFilter filter, DivisionCount count, DateOnly on)
    {
        var items = page.Commitments.ToDictionary(c => c.Id, c => DivisionItem.Of(page, c, on).ToList(), StringComparer.Ordinal);
        return new(on, page.Position, filter, count.Divisions, count.Unfit, [.. count.Page.Select(p => items[p.Commitment][p.Place])]);
    }
}

/// <param name="Plan">A plan's code or stream.</param>
/// <param name="Group">A group's code.</param>
public sealed record DivisionFilter(string? Plan = null, string? Group = null, DivisionShow Show = DivisionShow.All)
{
    internal bool Holds(string group) => Group is null || Group == group;
}

public enum DivisionShow
{
    All,

    /// <summary>Those whose quotas are short or over a limit, or do not go with the members.</summary>
    Unfit,
}

/// <param name="Commitment">The stream.</param>
/// <param name="Plan">Its plan's code.</param>
public sealed record DivisionItem(string Commitment, string Plan, string Number, string Title, DivisionFit Division)
{
    internal static IEnumerable<DivisionItem> Of(Knowledge knowledge, Commitment commitment, DateOnly on)
        => DivisionFit.Of(commitment, on, knowledge.Directory)
            .Select(d => new DivisionItem(commitment.Id, knowledge.PlanOf(commitment).Code, commitment.Number, commitment.Title, d));
}
