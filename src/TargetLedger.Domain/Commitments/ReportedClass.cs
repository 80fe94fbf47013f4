namespace TargetLedger.Domain.Commitments;

/// <summary>One class (班次) of those a report's amount is made of.</summary>
/// <param name="Date">The day it began.</param>
/// <param name="Count">People who attended.</param>
/// <param name="RosterSha256">Of the roster (名册) as a file, 64 lower-case hexadecimal digits.</param>
public sealed record ReportedClass(string Name, DateOnly Date, string Place, int Count, string? RosterSha256 = null)
{
    /// <summary>The same roster, or the same name, day and place: one class, whoever reports it.</summary>
    public bool IsSameAs(ReportedClass other)
        => (RosterSha256 is not null && RosterSha256 == other.RosterSha256)
           || (Name == other.Name && Date == other.Date && Place == other.Place);
}
