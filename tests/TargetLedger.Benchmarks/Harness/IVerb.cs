using System.CommandLine;

namespace TargetLedger.Benchmarks;

/// <summary>One benchmark. It prints what it measures through the bench, each figure with its floor of the same run.</summary>
internal interface IVerb
{
    string Name { get; }

    string Description { get; }

    /// <summary>What can be set beside the options all verbs have; the defaults are those of the issue the verb answers.</summary>
    IReadOnlyList<Option> Options { get; }

    Task RunAsync(Bench bench, ParseResult options, CancellationToken cancellationToken);
}
