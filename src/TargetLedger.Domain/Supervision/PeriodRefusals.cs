namespace TargetLedger.Domain.Supervision;

/// <summary>Why leave cannot be given, where more than one decision says it.</summary>
internal static class PeriodRefusals
{
    public static Refusal NoSuchPeriod { get; } = new("reporting_period_unknown", "该事项没有在这一天截止的填报期", "no reporting period of the commitment ends on that day", "/cutoff");

    public static Refusal NotAnswering { get; } = new("unit_not_answering", "该单位当期不承担填报", "the unit did not answer for that period", "/unit");
}
