using System.Globalization;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Server.Web;

/// <summary>A sample in words.</summary>
internal static class SampleWords
{
    /// <summary>What was drawn from.</summary>
    public static string Of(SamplePopulation population) => string.Join("，", Parts(population));

    public static string Time(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Parts(SamplePopulation population)
    {
        yield return population.Status is { } status ? Words.Of(status).Zh : "待核验和已核验";
        if (population.Plan is { } plan)
            yield return population.Section is { } section ? $"{plan} 第 {section} 部分" : plan;
        else if (population.Section is { } section)
            yield return $"第 {section} 部分";
        if (population.Unit is { } unit)
            yield return unit;
        if (population.From is not null || population.To is not null)
            yield return $"{Words.Day(population.From)} 至 {Words.Day(population.To)} 截止";
    }
}
