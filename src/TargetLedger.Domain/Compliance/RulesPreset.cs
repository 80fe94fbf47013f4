namespace TargetLedger.Domain.Compliance;

/// <summary>Policies found in practice, as starting points; none of them is in force before it is adopted.</summary>
public enum RulesPreset
{
    /// <summary>Green at pace, yellow to 30 points below, red beyond.</summary>
    GapInPoints,

    /// <summary>The same where less than 10 points below is left undefined.</summary>
    GapWithUndefinedBand,

    /// <summary>Green at pace, yellow to half the pace missing, red beyond.</summary>
    ShareOfPace,

    /// <summary>Of the month's part under 80 %: follow up; under 60 %: yellow card.</summary>
    MonthlyCompletion,

    /// <summary>Yellow at 30 % of the time left, orange at 15 %, red overdue.</summary>
    TimeLeft,

    /// <summary>Quarters weighted 15, 25, 25 and 35: what is expected by their ends is 15, 40, 65 and 100.</summary>
    StagedByQuarter,
}

public static class RulesPresets
{
    public static Rules Of(RulesPreset preset) => preset switch
    {
        RulesPreset.GapWithUndefinedBand => Rules.Default with { UndefinedTo = 10 },
        RulesPreset.ShareOfPace => Rules.Default with { LightBy = LightBy.ShareOfPace, YellowTo = 50 },
        RulesPreset.MonthlyCompletion => Rules.Default with { LightBy = LightBy.MonthlyCompletion, GreenTo = 80, YellowTo = 60 },
        RulesPreset.TimeLeft => Rules.Default with { LightBy = LightBy.TimeLeft, GreenTo = 30, YellowTo = 15 },
        RulesPreset.StagedByQuarter => Rules.Default with { PaceCurve = new([15, 40, 65, 100]) },
        _ => Rules.Default,
    };

    /// <summary>The preset whose measure lights go by.</summary>
    public static Rules Of(LightBy lightBy) => lightBy switch
    {
        LightBy.ShareOfPace => Of(RulesPreset.ShareOfPace),
        LightBy.MonthlyCompletion => Of(RulesPreset.MonthlyCompletion),
        LightBy.TimeLeft => Of(RulesPreset.TimeLeft),
        _ => Of(RulesPreset.GapInPoints),
    };
}
