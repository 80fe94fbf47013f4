using System.Text.Json;
using TargetLedger.Boards;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>Pages of one listing put together again: all say the same but for their rows.</summary>
internal static class ListingPages
{
    public static ReadOnlyMemory<byte> Join(IReadOnlyList<ComplianceBoard> pages) =>
        Write(pages[0] with { Rows = [.. pages.SelectMany(page => page.Rows)] });

    public static ReadOnlyMemory<byte> Join(IReadOnlyList<TimelinessBoard> pages) =>
        Write(pages[0] with { Parts = [.. pages.SelectMany(page => page.Parts)] });

    public static ReadOnlyMemory<byte> Join(IReadOnlyList<WhatIfBoard> pages) =>
        Write(pages[0] with { Rows = [.. pages.SelectMany(page => page.Rows)] });

    public static ReadOnlyMemory<byte> Join(IReadOnlyList<CommitmentHistory> pages) =>
        Write(pages[0] with { Events = [.. pages.SelectMany(page => page.Events)] });

    public static ReadOnlyMemory<byte> Write<T>(T answer) => JsonSerializer.SerializeToUtf8Bytes(answer, LedgerJson.Options);
}
