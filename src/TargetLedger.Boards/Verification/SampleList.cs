using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>The samples drawn, the latest first.</summary>
/// <param name="Reports">How many reports all samples hold together.</param>
/// <param name="Checked">Of how many of these a finding is recorded.</param>
public sealed record SampleList(long Position, int Drawn, int Reports, int Checked, IReadOnlyList<Sample> Samples);

/// <summary>A sample drawn again from the events, by what was recorded of it.</summary>
/// <param name="IsSame">The population has the same digest and the draw the same reports in the same order.</param>
/// <param name="Count">Of the population found now.</param>
/// <param name="Digest">Of the population found now.</param>
/// <param name="Reports">What is drawn now.</param>
public sealed record SampleRedrawn(Guid Sample, bool IsSame, int Count, string Digest, IReadOnlyList<SampledReport> Reports);
