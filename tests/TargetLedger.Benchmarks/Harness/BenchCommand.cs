using System.CommandLine;

namespace TargetLedger.Benchmarks;

/// <summary>The command line of a verb, and of <c>all</c>, which runs each with its defaults.</summary>
internal static class BenchCommand
{
    private static readonly Option<string?> Connection = new("--connection")
    {
        Description = "an administrator's connection string to a cluster; a private one unless given",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "one JSON object a line" };

    private static readonly Option<int> Runs = new("--runs") { Description = "how often each measurement is taken", DefaultValueFactory = _ => 3 };

    private static readonly Option<double> Seconds = new("--seconds") { Description = "how long a timed run takes", DefaultValueFactory = _ => 5 };

    public static Command Of(IVerb verb)
    {
        var command = new Command(verb.Name, verb.Description) { Connection, Json, Runs, Seconds };
        foreach (var option in verb.Options)
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync([verb], parsed, cancellationToken));
        return command;
    }

    public static Command OfAll(IReadOnlyList<IVerb> verbs)
    {
        var command = new Command("all", "every verb with its defaults") { Connection, Json, Runs, Seconds };
        foreach (var option in verbs.SelectMany(v => v.Options).DistinctBy(o => o.Name))
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(verbs, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<IVerb> verbs, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.OpenAsync(parsed.GetValue(Connection), cancellationToken);
        var report = new Report(parsed.GetValue(Json));
        await report.FactsAsync(cluster, cancellationToken);
        var bench = new Bench(cluster, report, parsed.GetValue(Runs), TimeSpan.FromSeconds(parsed.GetValue(Seconds)));
        foreach (var verb in verbs)
            await verb.RunAsync(bench, parsed, cancellationToken);
        return 0;
    }
}
