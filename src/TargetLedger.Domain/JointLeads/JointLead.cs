using System.Collections.Immutable;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.JointLeads;

/// <summary>共同牵头: equal leads, each for its side.</summary>
/// <param name="Completions">What has become of each side's completion, for the sides that have claimed it.</param>
public sealed record JointLead(JointTarget Target, IReadOnlyList<Side> Sides, ImmutableList<SideCompletion> Completions)
{
    public Side? Find(string name) => Sides.FirstOrDefault(s => s.Name == name);

    public SideCompletion? CompletionOf(string side) => Completions.Find(c => c.Side == side);

    /// <summary>In the order of the sides, whichever came first.</summary>
    internal JointLead With(SideCompletion completion)
        => this with { Completions = [.. Sides.Select(s => s.Name == completion.Side ? completion : CompletionOf(s.Name)).OfType<SideCompletion>()] };

    internal JointLead Without(string side) => this with { Completions = Completions.RemoveAll(c => c.Side == side) };
}

public enum JointTarget
{
    /// <summary>The sides reach it together: their figures add up.</summary>
    Together,

    /// <summary>Each side reaches its own, or the whole where it has none of its own; nothing is added up.</summary>
    PerSide,
}

/// <summary>A side. Who leads it is said by the responsibility with its name, so that a change of lead needs no new terms.</summary>
/// <param name="Office">The code of the unit whose supervisors verify and accept what this side reports.</param>
/// <param name="Target">What this side is to reach, where the target is per side and not the whole's.</param>
public sealed record Side(string Name, string Office, Target? Target = null);

/// <param name="Claim">The side's claim (销号申请).</param>
/// <param name="AcceptedOn">The day it was accepted; null while it waits.</param>
public sealed record SideCompletion(string Side, Claim Claim, DateOnly? AcceptedOn = null);

/// <summary>对方口径: a verified figure of another ledger, shown and never added to anything.</summary>
/// <param name="Ledger">The other ledger's name or address.</param>
/// <param name="Commitment">What it calls the commitment.</param>
/// <param name="Position">Where the other ledger records the verification.</param>
/// <param name="Hash">SHA-256 of that entry or of the tree at that size, as 64 hex digits.</param>
/// <param name="Source">How it came: the receipt's document or address.</param>
/// <param name="ReceivedAt">Where this ledger records it.</param>
public sealed record CounterpartFigure(
    string Ledger, string Commitment, decimal Total, DateOnly Through, long Position, string Hash, string Source, long ReceivedAt, DateOnly ReceivedOn);

public static class Sides
{
    /// <summary>The side a unit leads on a day; null where it leads none.</summary>
    public static string? SideOf(this Commitment commitment, string unit, DateOnly day)
        => commitment.ResponsibleOn(day).FirstOrDefault(r => r.Role == Role.Lead && r.Unit == unit)?.Side;

    /// <summary>The claims (销号申请) that wait: the commitment's, or those of its sides.</summary>
    public static IEnumerable<Claim> PendingClaims(this Commitment commitment)
        => commitment.Joint is { } joint ? joint.Completions.Where(c => c.AcceptedOn is null).Select(c => c.Claim)
            : commitment.Claim is { } claim ? [claim]
            : [];

    /// <summary>The side whose office judges a report; null where any supervisor may.</summary>
    public static Side? SideOf(this Commitment commitment, Report report)
        => commitment.Joint is { } joint && commitment.SideOf(report.Unit, report.Period.End) is { } name ? joint.Find(name) : null;
}
