using System.Diagnostics;
using Spectre.Console;

namespace TargetLedger.Cli;

/// <summary>How far long work has got.</summary>
/// <param name="Total">0 while it is not known.</param>
internal readonly record struct Step(long Done, long Total);

/// <summary>Shows progress on standard error: a bar on a terminal, now and then a line in a log.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static async Task<T> RunAsync<T>(Terminal terminal, string zh, string en, Func<IProgress<Step>, Task<T>> work)
    {
        if (!terminal.ErrorIsTty)
            return await work(new Lines(terminal, $"{zh} / {en}"));

        return await terminal.Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape($"{zh} / {en}")))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<Step>
    {
        public void Report(Step value)
        {
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(value.Total, 1);
            task.Value = value.Done;
        }
    }

    private sealed class Lines(Terminal terminal, string what) : IProgress<Step>
    {
        private readonly Stopwatch since = Stopwatch.StartNew();

        public void Report(Step value)
        {
            if (since.Elapsed < BetweenLines)
                return;
            since.Restart();
            terminal.Say(value.Total == 0 ? $"{what}: {value.Done}" : $"{what}: {value.Done}/{value.Total}");
        }
    }
}
