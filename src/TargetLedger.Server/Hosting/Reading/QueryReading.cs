using System.Globalization;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Server.Hosting;

/// <summary>
/// Reads a query string against the parameters its endpoint knows, and gathers what is wrong. A parameter it does not know
/// is a fault: a mistyped filter must not quietly show everything.
/// </summary>
internal sealed class QueryReading
{
    private readonly IQueryCollection query;
    private readonly List<Fault> faults = [];

    public QueryReading(HttpContext http)
    {
        query = http.Request.Query;
        var known = http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>()?.Names ?? [];
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                faults.Add(new(name, "parameter_unknown", "没有这个参数", "there is no such parameter"));
            else if (values.Count > 1)
                faults.Add(new(name, "parameter_repeated", "参数重复", "the parameter appears twice"));
            else if (values[0] is { } text && text.Any(char.IsControl))
                faults.Add(new(name, "text_invalid", "含有控制字符", "the text holds a control character"));
        }
    }

    /// <summary>Null when it is not given or empty.</summary>
    public string? Text(string name) => query[name] is [{ Length: > 0 } text, ..] ? text : null;

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Fault<DateOnly?>(name, "date_invalid", "应为日期,如 2014-06-30", "must be a date such as 2014-06-30");
    }

    public long? Number(string name, long least, long most)
    {
        if (Text(name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && least <= number && number <= most
            ? number
            : Fault<long?>(name, "value_out_of_range", $"应为 {least} 到 {most} 的整数", $"must be a whole number from {least} to {most}");
    }

    public decimal? Figure(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) && Domain.Figure.IsStorable(figure)
            ? Domain.Figure.Normalise(figure)
            : Fault<decimal?>(name, "figure_out_of_limits", "应为数字,最多 15 位有效数字、4 位小数", "must be a number of at most 15 significant digits and 4 decimals");
    }

    /// <summary>One of an enumeration's words, as in JSON.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == text)
                return value;
        }

        var words = string.Join(" | ", Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
        return Fault<T?>(name, "word_unknown", $"应为以下之一:{words}", $"must be one of: {words}");
    }

    public T? Fault<T>(string name, string code, string zh, string en)
    {
        faults.Add(new(name, code, zh, en));
        return default;
    }

    public void ThrowOnFaults()
    {
        if (faults.Count > 0)
            throw new ProblemException(ProblemKind.QueryInvalid, faults, $"{string.Join("、", faults.Select(f => f.Pointer))}");
    }
}

/// <summary>On an endpoint: the query parameters it takes.</summary>
internal sealed record QueryParameters(IReadOnlyList<string> Names);

internal static class QueryParametersExtensions
{
    /// <summary>The parameters of answers about a state of knowledge: <c>at</c>, <c>on</c>, <c>after</c>.</summary>
    private static readonly string[] Knowledge = ["at", "on", "after"];
    private static readonly string[] Listing = ["limit", "cursor"];

    public static RouteHandlerBuilder TakesKnowledge(this RouteHandlerBuilder endpoint, params string[] more) => endpoint.Takes([.. more, .. Knowledge]);

    public static RouteHandlerBuilder TakesKnowledgeAndPages(this RouteHandlerBuilder endpoint, params string[] more) => endpoint.Takes([.. more, .. Knowledge, .. Listing]);

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.WithMetadata(new QueryParameters(names));
}
