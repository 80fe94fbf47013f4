using System.Text.Json.Serialization;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Planning;

/// <summary>
/// 目标分解: who of a group reaches how much, and how it sums up; of the whole, or of a member's quota. A surplus over the target is
/// accepted and shown.
/// </summary>
/// <param name="Group">The group's code.</param>
/// <param name="OwnShare">本级自留.</param>
/// <param name="EffectiveFrom">The first day it holds; all days where not stated.</param>
/// <param name="Unit">Whose quota is divided further; the whole where not stated.</param>
/// <param name="MemberCadence">How often members report, where not as often as the lead.</param>
[method: JsonConstructor]
public sealed record ApportionTarget(
    SummingUp Way,
    string Group,
    IReadOnlyList<Quota> Quotas,
    decimal? OwnShare = null,
    DateOnly? EffectiveFrom = null,
    string? Unit = null,
    Cadence? MemberCadence = null,
    MemberDays MemberDays = MemberDays.OnTheDay)
{
    public ApportionTarget(Apportionment divided)
        : this(divided.Way, divided.Group, divided.Quotas, divided.OwnShare)
    {
    }

    [JsonIgnore]
    public Apportionment Apportionment => new(Way, Group, Quotas, OwnShare);

    public static Decision Decide(Commitment commitment, ApportionTarget command, UnitDirectory directory, Moment at)
    {
        if (CommitmentRefusals.UnlessRunning(commitment) is { } stopped)
            return Decision.No(stopped);
        if (commitment.Joint is not null)
            return Decision.No(JointRefusals.Divided);
        if (!directory.Groups.ContainsKey(command.Group))
            return Decision.No(new Refusal("group_unknown", $"没有单位组 {command.Group}", $"there is no group {command.Group}", "/group"));

        var day = command.EffectiveFrom ?? at.Day;
        var members = directory.MembersOn(command.Group, day);
        List<Refusal> refusals = [.. TargetRules.Check(command.Apportionment, commitment.Measure, TargetOf(commitment, command, day), members, IsCompared(commitment, command, day)).AsRefusals("")];
        if (command.EffectiveFrom is { } from)
            refusals.AddRange(EffectiveDates.Check(commitment, from));
        if (command.Unit is { } unit)
            refusals.AddRange(CheckPlace(commitment, unit, members, command, day, directory));
        if (command.Unit is null && commitment.Links.Exists(l => l.Until is null) && (commitment.Apportionment?.Way, commitment.Apportionment?.Group) != (command.Way, command.Group))
            refusals.Add(CountedElsewhere.EndLinkFirst("/way"));
        if (refusals.Count > 0)
            return Decision.No(refusals);

        var wanted = new Division(command.Apportionment, command.Unit, command.EffectiveFrom, command.MemberCadence, command.MemberDays);
        return commitment.Divisions.FindLast(d => d.Unit == command.Unit) is { } current && Same(current, wanted)
            ? Decision.Done
            : Decision.Of(new TargetApportioned(command.Apportionment, command.EffectiveFrom, command.Unit, command.MemberCadence, command.MemberDays));
    }

    /// <summary>Of a member's division: its quota, which is to be reached or kept to as the whole is.</summary>
    private static Target? TargetOf(Commitment commitment, ApportionTarget command, DateOnly day)
    {
        var whole = commitment.TargetOn(day);
        return whole is null || command.Unit is not { } unit || QuotaOf(commitment, unit, day) is not { } quota
            ? whole
            : new(whole.Bound == Bound.AtMost ? Bound.AtMost : Bound.AtLeast, quota, whole.AsWritten);
    }

    private static bool IsCompared(Commitment commitment, ApportionTarget command, DateOnly day)
        => command.Unit is not { } unit || QuotaOf(commitment, unit, day) is not null;

    private static decimal? QuotaOf(Commitment commitment, string unit, DateOnly day)
        => commitment.Divisions
            .Where(d => ReferenceEquals(d, commitment.DivisionOn(day, d.Unit)))
            .SelectMany(d => d.Terms.Quotas)
            .FirstOrDefault(q => q.Unit == unit)?.Value;

    /// <summary>A unit stands in one place of the tree, or it would be counted at two.</summary>
    private static IEnumerable<Refusal> CheckPlace(
        Commitment commitment, string unit, IReadOnlyList<string> members, ApportionTarget command, DateOnly day, UnitDirectory directory)
    {
        var placed = commitment.DividedAmong(day, directory);
        if (!placed.Contains(unit, StringComparer.Ordinal))
            yield return new("not_a_member", $"{unit} 没有分解数可再分解", $"{unit} is no member of a division that could be divided further", "/unit");
        if (command.MemberCadence is not null)
            yield return new("member_cadence_of_the_whole", "成员填报频次由总分解规定", "how often members report is said with the division of the whole", "/memberCadence");

        var own = commitment.DivisionOn(day, unit) is { } earlier ? directory.MembersOn(earlier.Terms.Group, day) : [];
        foreach (var member in members)
        {
            if (member == unit || commitment.IsLead(member, day) || (placed.Contains(member, StringComparer.Ordinal) && !own.Contains(member, StringComparer.Ordinal)))
            {
                yield return new(
                    "member_placed_twice", $"{member} 已在上级或其他分解中", $"{member} already has a place in the division", "/group");
            }
        }
    }

    private static bool Same(Division current, Division wanted)
        => (current with { Terms = wanted.Terms }) == wanted
           && current.Terms.Way == wanted.Terms.Way
           && current.Terms.Group == wanted.Terms.Group
           && current.Terms.OwnShare == wanted.Terms.OwnShare
           && current.Terms.Quotas.SequenceEqual(wanted.Terms.Quotas);
}
