using System.Text.Json.Serialization;

namespace TargetLedger.Domain.Commitments;

/// <summary>From the first to the last day, both included.</summary>
// Named, or a struct is made by its default constructor and a period without an end is read as ending in the year 1.
[method: JsonConstructor]
public readonly record struct Period(DateOnly Start, DateOnly End)
{
    public bool Contains(DateOnly day) => Start <= day && day <= End;

    public bool Contains(Period other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(Period other) => Start <= other.End && other.Start <= End;

    [JsonIgnore]
    public int Days => End.DayNumber - Start.DayNumber + 1;
}
