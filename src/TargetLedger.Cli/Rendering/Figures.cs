using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TargetLedger.Cli;

/// <summary>Figures and texts as they stand in tables.</summary>
internal static class Figures
{
    public static string Number(decimal? value) => value?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "–";

    public static string Percent(decimal? value) => value is { } percent ? percent.ToString("0.##", CultureInfo.InvariantCulture) + "%" : "–";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>To the second, in the ledger's zone, with its offset.</summary>
    public static string Moment(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, Boards.LedgerZone.Default).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public static IRenderable Cell(string text) => new Text(text);

    public static Table Table(params (string Zh, string En)[] columns)
    {
        var table = new Table().Border(TableBorder.Horizontal);
        foreach (var (zh, en) in columns)
            table.AddColumn(new TableColumn(new Text($"{zh}\n{en}")).PadLeft(0).PadRight(1));
        return table;
    }

    public static TableColumn Right(this TableColumn column) => column.RightAligned().NoWrap();
}
