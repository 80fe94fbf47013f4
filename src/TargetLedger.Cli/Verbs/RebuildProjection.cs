using System.CommandLine;
using System.Text.Json;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Cli;

/// <summary><c>ledger rebuild</c>: folds the log into new tables while the old ones are read, then swaps them.</summary>
internal static class RebuildProjection
{
    public static Command Command(Terminal terminal)
    {
        var database = new DatabaseOptions();
        var name = new Argument<string?>("PROJECTION")
        {
            Description = "看板名,默认全部 / which read model; all unless stated",
            Arity = ArgumentArity.ZeroOrOne,
        };
        name.AcceptOnlyFromAmong([.. LedgerBoards.Projections.Select(p => p.Name)]);
        var command = new Command("rebuild", "从账本重建看板,期间照常可读 / rebuild read models from the log; reads go on meanwhile") { name, CommonOptions.Json };
        database.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var opened = await database.OpenAsync(parsed, asAdministrator: false, cancellationToken);
            await LedgerMigrations.CheckAsync(opened.DataSource, cancellationToken);
            var only = parsed.GetValue(name);
            var states = new List<Rebuilt>();
            foreach (var projection in LedgerBoards.Projections.Where(p => only is null || p.Name == only))
                states.Add(await RebuildAsync(projection, opened, terminal, cancellationToken));

            if (parsed.GetValue(CommonOptions.Json))
                await terminal.WriteJsonAsync(JsonSerializer.SerializeToUtf8Bytes(new { rebuilt = states }, LedgerJson.Options), cancellationToken);
            else
                states.ForEach(s => terminal.Print($"{s.Projection}:第 {s.Build} 版,至第 {s.Position} 号 / {s.Projection}: build {s.Build}, through position {s.Position}"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<Rebuilt> RebuildAsync(
        IProjection projection, Database database, Terminal terminal, CancellationToken cancellationToken)
    {
        var reader = new LedgerReader(database.DataSource, TimeProvider.System);
        await using var follower = new LedgerFollower(database.DataSource, reader);
        var runner = new ProjectionRunner(database.DataSource, projection, follower);
        var state = await ProgressLine.RunAsync(
            terminal,
            $"重建 {projection.Name}",
            $"rebuilding {projection.Name}",
            steps => runner.RebuildAsync(new Steps(steps), cancellationToken));
        var dropped = await runner.DropUnusedBuildsAsync(cancellationToken);
        return new(state.Name, state.Build, state.Checkpoint, dropped);
    }

    /// <param name="Position">The last position in the new tables.</param>
    /// <param name="Dropped">Builds nobody reads any more; the one read until now is kept to the next time.</param>
    private sealed record Rebuilt(string Projection, int Build, long Position, IReadOnlyList<int> Dropped);

    private sealed class Steps(IProgress<Step> steps) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => steps.Report(new(value.Position, value.Head));
    }
}
