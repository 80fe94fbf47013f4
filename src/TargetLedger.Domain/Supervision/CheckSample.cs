namespace TargetLedger.Domain.Supervision;

/// <summary>抽查结果: what was found of one report of a sample. It verifies and returns nothing; that is an act of its own.</summary>
public sealed record SampleChecked(Guid Report, CheckResult Result, string? Comment = null);

public enum CheckResult
{
    /// <summary>属实.</summary>
    Confirmed,

    /// <summary>不实.</summary>
    NotConfirmed,

    /// <summary>存疑: more has to be seen.</summary>
    InDoubt,
}

/// <summary>A supervisor records what he found of a report that was drawn; he may think again.</summary>
/// <param name="Comment">What was found; needed where the report is not confirmed.</param>
public sealed record CheckSample(Guid Report, CheckResult Result, string? Comment = null)
{
    public static Decision Decide(Sample sample, CheckSample command)
    {
        if (!sample.Drawn.Reports.Any(r => r.Report == command.Report))
            return Decision.No(new Refusal("report_not_sampled", "该填报不在抽查样本中", "the report is not in the sample", "/report"));
        if (command.Result != CheckResult.Confirmed && string.IsNullOrWhiteSpace(command.Comment))
            return Decision.No(new Refusal("reason_missing", "不实、存疑须写明情况", "what is not confirmed needs a reason", "/comment"));

        return sample.Findings.Exists(f => f.Report == command.Report && f.Result == command.Result && f.Comment == command.Comment)
            ? Decision.Done
            : Decision.Of(new SampleChecked(command.Report, command.Result, command.Comment));
    }
}
