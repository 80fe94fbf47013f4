namespace TargetLedger.Domain.Commitments;

/// <summary>Why a commitment says no, where more than one decision says it.</summary>
internal static class CommitmentRefusals
{
    public static Refusal ClosedOut { get; } = new("commitment_closed_out", "该事项已销号", "the commitment is closed out");

    public static Refusal Suspended { get; } = new("commitment_suspended", "该事项已暂停", "the commitment is suspended");

    public static Refusal Withdrawn { get; } = new("commitment_withdrawn", "该事项已退出清单", "the commitment has left the list");

    public static Refusal NoSuchReport { get; } = new("report_unknown", "没有这份填报", "there is no such report");

    public static Refusal ReportWithdrawn { get; } = new("report_withdrawn", "该填报已撤回", "the report has been withdrawn");

    public static Refusal NotInPeriod(string member, Period period) => new(
        "period_outside_commitment",
        $"超出事项期限({period.Start:yyyy-MM-dd} 至 {period.End:yyyy-MM-dd})",
        $"outside the commitment's period ({period.Start:yyyy-MM-dd} to {period.End:yyyy-MM-dd})",
        member);

    public static Refusal InFuture(string member) => new("date_in_future", "日期在将来", "the date lies in the future", member);

    /// <summary>The reason nothing can be posted to a commitment that does not run, or null.</summary>
    public static Refusal? UnlessRunning(Commitment commitment) => commitment.Standing switch
    {
        Standing.ClosedOut => ClosedOut,
        Standing.Suspended => Suspended,
        Standing.Withdrawn => Withdrawn,
        _ => null,
    };
}
