using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;

namespace TargetLedger.Cli;

/// <summary>What a figure is made of beyond one lead's reports: fit of divisions, sides, other ledgers' figures, links.</summary>
internal static class SumsText
{
    public static void Print(CommitmentPage page, Terminal terminal)
    {
        foreach (var fit in page.Divisions)
        {
            terminal.Print($"分解 / division {fit.Unit ?? "–"} → {fit.Group}: 分解合计 / quotas {Figures.Number(fit.Quotas)} · 本级自留 / own share {Figures.Number(fit.OwnShare)} · 应分解 / goal {Figures.Number(fit.Goal)} · {Say(fit)}");
        }

        foreach (var side in page.Row.Joint?.Sides ?? [])
            terminal.Print($"一方 / side {side.Side}: {side.Target?.AsWritten} 累计 / total {Figures.Number(side.Reported)} · 已核 / verified {Figures.Number(side.Verified)} · 截至 / cut-off {Figures.Day(side.Cutoff)} · 核验 / office {side.Office}");
        foreach (var theirs in page.Row.Counterparts ?? [])
            terminal.Print($"对方口径(不相加) / counterpart (added to nothing): {theirs.Ledger} {theirs.Commitment} {Figures.Number(theirs.Total)} · 截至 / through {Figures.Day(theirs.Through)} · 对方第 {theirs.Position} 号 / their position {theirs.Position} · {theirs.Hash}");
        foreach (var link in page.Row.Links ?? [])
            terminal.Print($"{(link.End == LinkEnd.CountsIn ? "也计入 / counts in" : "计自 / counted from")} {link.Other} · 自 / from {Figures.Day(link.From)}{(link.Until is { } until ? $" · 止于 / until {Figures.Day(until)}" : "")}");
    }

    private static string Say(DivisionFit fit)
    {
        var (zh, en) = fit.Fit switch
        {
            QuotaFit.Exact => ("相符", "exact"),
            QuotaFit.Short => ($"不足 {Figures.Number(-fit.Gap)}", $"short by {Figures.Number(-fit.Gap)}"),
            QuotaFit.Surplus => ($"余 {Figures.Number(Math.Abs(fit.Gap.GetValueOrDefault()))}", $"surplus of {Figures.Number(Math.Abs(fit.Gap.GetValueOrDefault()))}"),
            QuotaFit.Over => ($"超出 {Figures.Number(fit.Gap)}", $"over by {Figures.Number(fit.Gap)}"),
            _ => ("不作比较", "not compared"),
        };
        var without = fit.WithoutQuota.Count > 0 ? $" · 没有分解数 / without a quota: {string.Join(", ", fit.WithoutQuota)}" : "";
        var gone = fit.NotMembers.Count > 0 ? $" · 已不是成员 / no members: {string.Join(", ", fit.NotMembers)}" : "";
        return $"{zh} / {en}{without}{gone}";
    }
}
