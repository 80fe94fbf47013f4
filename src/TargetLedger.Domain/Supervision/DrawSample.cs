using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Supervision;

/// <summary>
/// 抽查: reports drawn for a closer look. The population, the seed and what was drawn are recorded, so that anybody can draw it
/// again: see <see cref="Drawing"/>.
/// </summary>
/// <param name="Count">How many reports there were to draw from.</param>
/// <param name="Digest">Of the population, see <see cref="Drawing.DigestOf"/>.</param>
/// <param name="Reports">In the order drawn.</param>
public sealed record SampleDrawn(
    string Reason,
    SamplePopulation Population,
    int Count,
    string Digest,
    string Seed,
    IReadOnlyList<SampledReport> Reports);

/// <summary>What is drawn from: the reports as known at a position that fulfil all that is given.</summary>
/// <param name="Position">The state of knowledge.</param>
/// <param name="Status">Null for all that count, verified or not.</param>
/// <param name="Plan">A plan's code.</param>
/// <param name="Section">A section's number as written.</param>
/// <param name="Unit">The code of the unit that reported.</param>
/// <param name="From">The earliest last day of a report's period.</param>
/// <param name="To">The latest.</param>
public sealed record SamplePopulation(
    long Position,
    ReportStatus? Status = null,
    string? Plan = null,
    string? Section = null,
    string? Unit = null,
    DateOnly? From = null,
    DateOnly? To = null)
{
    /// <summary>Plan and section are asked of the commitment. A report that counts in several commitments is one report, where it was made.</summary>
    public bool Holds(Report report)
        => (Status is null ? report.Counts : report.Status == Status)
           && report.CountedFrom is null
           && (Unit is null || report.Unit == Unit)
           && !(report.Period.End < From || report.Period.End > To);
}

/// <param name="Commitment">The stream.</param>
/// <param name="Position">Where the report is first recorded.</param>
public sealed record SampledReport(string Commitment, Guid Report, long Position);

/// <summary>A wish to draw.</summary>
/// <param name="Seed">By lot, for example; made at the edge where none is given.</param>
public sealed record DrawSample(string Reason, int Size, string Seed)
{
    /// <summary>What one event can hold.</summary>
    public const int MostReports = 300;

    public static Decision Decide(DrawSample command, SamplePopulation population, IReadOnlyList<SampledReport> reports)
    {
        if (reports.Count == 0)
            return Decision.No(new Refusal("sample_of_nothing", "没有可抽查的填报", "there is no report to draw from"));
        if (command.Size is < 1 or > MostReports)
            return Decision.No(new Refusal("value_out_of_range", $"应在 1 到 {MostReports} 之间", $"must lie between 1 and {MostReports}", "/size"));
        if (command.Size > reports.Count)
            return Decision.No(new Refusal("sample_too_large", $"可抽查的填报只有 {reports.Count} 份", $"there are only {reports.Count} reports to draw from", "/size"));

        return Decision.Of(new SampleDrawn(
            command.Reason, population, reports.Count, Drawing.DigestOf(reports), command.Seed, Drawing.Draw(command.Seed, command.Size, reports)));
    }
}

/// <summary>
/// How a sample is drawn, in words anybody can repeat with <c>sha256sum</c>: of every report of the population the SHA-256 of the
/// UTF-8 text "{seed}/{position}" is taken, in lower-case hexadecimal; the reports with the smallest are the sample, smallest first.
/// </summary>
public static class Drawing
{
    public static IReadOnlyList<SampledReport> Draw(string seed, int size, IReadOnlyList<SampledReport> population)
        => [.. population.OrderBy(r => Hash(string.Create(CultureInfo.InvariantCulture, $"{seed}/{r.Position}")), StringComparer.Ordinal).Take(size)];

    /// <summary>SHA-256 of the reports' positions, ascending, each as decimal digits and a line feed.</summary>
    public static string DigestOf(IReadOnlyList<SampledReport> population)
        => Hash(string.Concat(population.Select(r => r.Position).Order().Select(p => string.Create(CultureInfo.InvariantCulture, $"{p}\n"))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
