using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain.Forecasting;

namespace TargetLedger.Cli;

internal static class ForecastText
{
    public static void Print(CommitmentForecast answer, Terminal terminal)
    {
        terminal.Print($"{answer.Plan}:{answer.Number} {answer.Title}");
        terminal.Print($"判定日 / judged for {Figures.Day(answer.On)} · 所知至第 {answer.Position} 号 / known through position {answer.Position}");
        terminal.Print(answer.Note);
        if (answer.Quantities.Count == 0)
            terminal.Print("没有量化指标,无可推算 / there is no figure to carry on");
        foreach (var quantity in answer.Quantities)
            Print(quantity, answer.Unit, terminal);
    }

    private static void Print(QuantityForecast quantity, string? unit, Terminal terminal)
    {
        var whose = quantity.Unit is { } member ? $"{member}: " : "";
        terminal.Print($"{whose}{Figures.Number(quantity.Latest)} / {Figures.Number(quantity.Goal)} {unit} · 截至 / cut-off {Figures.Day(quantity.Cutoff)}");
        if (quantity.Forecast is not { } forecast)
        {
            terminal.Print($"  不推算 / no forecast: {quantity.Why?.Zh} / {quantity.Why?.En}");
            return;
        }

        terminal.Print($"  {Figures.Day(forecast.End)} 约 / about {Figures.Number(forecast.Value)} {unit} ({Figures.Percent(forecast.Completion)}) · 范围 / range {Figures.Number(forecast.Low)} – {Figures.Number(forecast.High)} · {Word(forecast.Outlook)}");
        terminal.Print($"  约达标 / reached about {Figures.Day(forecast.ReachedOn)} ({Figures.Day(forecast.EarliestOn)} – {Figures.Day(forecast.LatestOn)})");
        if (forecast.NextStage is { } stage)
            terminal.Print($"  本阶段末 / end of the stage {Figures.Day(stage.End)} · 应达 / expected {Figures.Number(stage.Expected)} ({Figures.Percent(stage.Pace)}) · 约 / about {Figures.Number(stage.Value)}");
        var basis = forecast.Basis;
        terminal.Print($"  依据 / basis: {Word(basis.Method)} · 近 {basis.Periods} 期 / last {basis.Periods} periods · {Figures.Day(basis.From)} – {Figures.Day(basis.Through)} · 每天 / per day {Figures.Number(basis.PerDay)} ({Figures.Number(basis.SlowestPerDay)} – {Figures.Number(basis.FastestPerDay)}) · {Word(basis.Certainty)} · 记录 / records {string.Join(", ", basis.Positions)}");
    }

    private static string Word(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
