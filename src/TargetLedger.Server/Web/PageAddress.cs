using Microsoft.AspNetCore.Http.Extensions;

namespace TargetLedger.Server.Web;

/// <summary>Addresses of pages that keep to the question asked: the day judged for, the moment known, and on the board its filter.</summary>
internal static class PageAddress
{
    public static readonly IReadOnlyList<string> Filters = ["plan", "section", "unit", "group", "light"];
    private static readonly string[] Knowledge = ["on", "at"];

    /// <param name="changes">Parameters that differ from those asked with; null leaves one out.</param>
    public static string Board(HttpContext http, params ReadOnlySpan<(string Name, string? Value)> changes)
        => To(http, "/", [.. Knowledge, .. Filters], changes);

    /// <summary>The same board, to try other rules on.</summary>
    public static string WhatIf(HttpContext http) => To(http, ShowWhatIf.Path, [.. Knowledge, .. Filters], []);

    public static string Commitment(HttpContext http, string plan, string number)
        => To(http, $"/c/{Uri.EscapeDataString($"{plan}:{number}")}", Knowledge, []);

    public static string Unit(HttpContext http, string code) => To(http, $"/u/{Uri.EscapeDataString(code)}", Knowledge, []);

    public static string Queue(HttpContext http, string? kind) => To(http, "/q", Knowledge, [("kind", kind)]);

    public static string Inbox(HttpContext http, string? kind) => To(http, "/i", [.. Knowledge, "unit", "done"], [("kind", kind)]);

    public static string Warnings(HttpContext http, string? kind) => To(http, "/w", [.. Knowledge, "plan", "unit"], [("kind", kind)]);

    public static string Samples(HttpContext http) => To(http, "/s", ["at"], []);

    public static string Sample(Guid id) => $"/s/{id:D}";

    /// <summary>The page after this one. What it has waited for it need not wait for again.</summary>
    public static string Next(HttpContext http, params ReadOnlySpan<(string Name, string? Value)> changes)
        => To(http, http.Request.Path.Value!, [.. http.Request.Query.Keys.Where(k => k != "after")], changes);

    public static string SignIn(string? account, string returnUrl)
        => "/dev/sign-in" + new QueryBuilder(
            new Dictionary<string, string?> { ["as"] = account, ["returnUrl"] = returnUrl }
                .Where(p => p.Value is not null)
                .Select(p => KeyValuePair.Create(p.Key, p.Value!)));

    private static string To(HttpContext http, string path, string[] kept, ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in kept)
            parameters[name] = http.Request.Query[name].ToString();
        foreach (var (name, value) in changes)
            parameters[name] = value;
        return path + new QueryBuilder(parameters.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value!)));
    }
}
