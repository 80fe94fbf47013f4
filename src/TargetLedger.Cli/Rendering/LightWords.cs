using System.Text.Json;
using Spectre.Console;
using TargetLedger.Domain.Compliance;
using Status = TargetLedger.Domain.Compliance.Status;

namespace TargetLedger.Cli;

/// <summary>A light is never a colour alone: its character and word stand beside it.</summary>
internal static class LightWords
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Light>().Select(Code)];

    public static string Code(Light light) => JsonNamingPolicy.SnakeCaseLower.ConvertName(light.ToString());

    public static Light Parse(string code) => Enum.GetValues<Light>().First(light => Code(light) == code);

    public static string Zh(Light light) => light switch
    {
        Light.Green => "绿",
        Light.Yellow => "黄",
        Light.Orange => "橙",
        Light.Red => "红",
        Light.Done => "销",
        Light.None => "无",
        _ => "停",
    };

    public static Markup Cell(Light light, Status status) =>
        new($"[{Colour(light)}]{Zh(light)}[/] {Zh(status)}\n[{Colour(light)}]{Code(light)}[/]");

    public static string Coloured(Light light, string text) => $"[{Colour(light)}]{Markup.Escape(text)}[/]";

    public static string Zh(Status status) => status switch
    {
        Status.Completed => "已完成",
        Status.Ahead => "超进度",
        Status.OnPace => "达进度",
        Status.Behind => "欠进度",
        Status.Unknown => "无法判定",
        _ => "暂停",
    };

    /// <summary>How many show which light, in one line; orange only where the rules have made some.</summary>
    public static string Summary(Boards.Lights lights) => string.Join(
        " · ",
        new[]
        {
            (Light.Green, lights.Green), (Light.Yellow, lights.Yellow), (Light.Orange, lights.Orange), (Light.Red, lights.Red),
            (Light.Done, lights.Done), (Light.None, lights.None), (Light.Paused, lights.Paused),
        }.Where(l => l.Item1 != Light.Orange || l.Item2 > 0).Select(l => Coloured(l.Item1, $"{Zh(l.Item1)} {Code(l.Item1)} {l.Item2}")));

    private static string Colour(Light light) => light switch
    {
        Light.Green => "green",
        Light.Yellow => "yellow",
        Light.Orange => "darkorange",
        Light.Red => "red",
        Light.Done => "blue",
        _ => "grey",
    };
}
