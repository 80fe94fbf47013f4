namespace TargetLedger.Cli.Tests;

/// <summary>The files the product ships with.</summary>
internal static class Samples
{
    public static string Plan { get; } = Path.Combine(AppContext.BaseDirectory, "sample", "chengdu-2014.plan.json");

    public static string Year { get; } = Path.Combine(AppContext.BaseDirectory, "sample", "chengdu-2014.year.json");

    public static string Calendar(int year) => Path.Combine(AppContext.BaseDirectory, "calendars", $"{year}.json");
}
