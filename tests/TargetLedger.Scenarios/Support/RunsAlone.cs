namespace TargetLedger.Scenarios.Support;

/// <summary>Tests that measure, or that need the whole machine, run while no other test does.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
