using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>What a figure is compared with, or what a change starts from: 由60%提高到70%.</summary>
internal static class Baselines
{
    // 由60%提高到70%; 在完成120个的基础上; 原定500个
    public static bool Baseline(Figure figure)
    {
        var view = figure.View;
        var (start, end) = (figure.Clause.Start, figure.Clause.End);
        var before = view.AsSpan(figure.Floor, figure.Quantity.Start - figure.Floor);
        var from = before.LastIndexOfAny('由', '从');
        var behind = view.AsSpan(figure.Quantity.End, end - figure.Quantity.End);
        if (from >= 0 && Verbs.Last(view, figure.Floor + from, figure.Quantity.Start) is null && IsChangedTo(behind))
            return true;
        if (IsComparedWith(figure, before, behind))
            return true;
        var ground = view.AsSpan(start, end - start).IndexOf("基础上", StringComparison.Ordinal);
        if (ground >= 0 && start + ground > figure.Quantity.Start && view.AsSpan(start, figure.Quantity.Start - start).LastIndexOf('在') >= 0)
            return true;
        return EndsWithAny(before.TrimEnd(), ["原定", "原计划", "原为", "原目标", "原目标为", "原"]) || before.Contains("原定", StringComparison.Ordinal) || before.Contains("原计划", StringComparison.Ordinal);
    }

    // 较2025年的48.7%提高3个百分点, 比上年86%再降5个百分点: the level itself that another is compared with.
    private static bool IsComparedWith(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        var at = before.LastIndexOfAny('较', '比');
        if (at < 0 || figure.Binding.IsStated)
            return false;
        var (from, place) = (figure.Floor + at + 1, figure.Quantity.Start);
        return figure.Paragraph.Times.Exists(t => t.Start == from && t.End <= place && figure.View.AsSpan(t.End, place - t.End).Trim().Length <= 12 && Verbs.Last(figure.View, t.End, place) is null)
            && IsChangedTo(behind.StartsWith("再", StringComparison.Ordinal) || behind.StartsWith("又", StringComparison.Ordinal) ? behind[1..] : behind);
    }

    private static bool IsChangedTo(ReadOnlySpan<char> behind)
    {
        foreach (var word in new[] { "提高", "提升", "增加", "增长", "调整", "上升", "下降", "降低", "减少", "压减", "压缩", "扩大", "缩短", "增", "降", "减", "升", "提", "改", "修订", "变更", "调增", "调减", "扩", "延长", "缩", "到", "至" })
        {
            var at = behind.IndexOf(word, StringComparison.Ordinal);
            if (at is >= 0 and < 6)
                return true;
        }

        return false;
    }
}
