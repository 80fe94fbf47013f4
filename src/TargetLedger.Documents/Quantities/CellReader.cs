using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Quantities;

/// <summary>Reads a cell that is nothing but a figure, whose unit and measure the header or the row's label names.</summary>
internal static class CellReader
{
    private static readonly string[] LowerIsBetter = ["失业率", "死亡率", "浓度", "能耗", "排放", "发生率", "漏损率", "事故", "发案", "负债率", "不良率", "流失率", "超标率", "投诉", "PM2.5", "赤字", "强度下降", "物耗", "病死率", "辍学率", "产销差", "发病率", "感染率", "空置率", "差错率", "逾期率", "复发率"];

    /// <summary>Null where there is more in the cell than a figure.</summary>
    /// <param name="label">What is measured, by header or row.</param>
    /// <param name="unit">The header's unit, unless the cell names its own.</param>
    public static Mention? Read(string text, string label, (UnitWord Unit, decimal Scale)? unit, Days? period)
    {
        var form = Signs.OneForm(text);
        var at = 0;
        while (at < form.Length && !Numeral.IsStart(form[at]))
            at++;
        if (at == form.Length)
            return null;
        var hidden = new bool[form.Length];
        var found = QuantityScanner.Scan(form, hidden);
        // 五年累计不少于22: how long it is added up.
        if (found is [{ Unit.Kind: UnitClass.Duration }, var added] && WithoutAdding(form.AsSpan(0, BoundWords.Around(form, added, 0).Start)).Trim().IsEmpty)
            found.RemoveAt(0);
        if (found.Count > 1 && found.Exists(f => f.Unit is not null))
            return null;
        var quantity = found.Count == 1 ? found[0] : Bare(form, at, unit is not null);
        if (quantity is null)
            return null;
        if (quantity.Unit is null && quantity.Upper is null && Upper(form, quantity) is { } range)
            quantity = range;
        var binding = BoundWords.Around(form, quantity, 0);
        // 0.5个工作日内: in a cell there is nothing else that 内 could belong to.
        if (quantity.Unit?.Kind == UnitClass.Duration && binding.After is null && form[binding.End..].Trim() is "内" or "之内")
            binding = binding with { End = form.Length, After = Bound.AtMost };
        if (!IsNothing(WithoutAdding(form.AsSpan(0, binding.Start))) || !IsNothing(form.AsSpan(binding.End)))
            return null;

        var own = quantity.Unit;
        var (named, scale) = own is not null ? (own, 1m) : unit is { } header ? (header.Unit, header.Scale) : (Counted(label), 1m);
        // 万 in the cell and 万 in the header are the same one.
        var value = quantity.Value * (own is null ? scale : 1);
        var isShare = named?.Kind is UnitClass.Share or UnitClass.Points or UnitClass.Times;
        var change = binding.Change ?? ChangeOf(label);
        var isDown = change == -1 || (change != 1 && IsBetterLower(label));
        var bound = quantity.Upper is not null ? Bound.Range
            : form[quantity.Start] == '翻' || binding is { Change: 1 or -1, IsAbsolute: false } ? Bound.Growth
            : change is 1 or -1 && !binding.IsAbsolute && isShare && !(binding.Change is null && binding.Before == Bound.AtMost) ? Bound.Growth
            : binding.After ?? binding.Before ?? BoundWords.EndOf(label) ?? (isDown && change is null ? Bound.AtMost : quantity.Value == 0 ? Bound.Exactly : Bound.AtLeast);
        return new(
            quantity.IsVague ? MentionKind.Unclear : MentionKind.Target,
            binding.Start,
            binding.End,
            label,
            Figure.Plain(value),
            quantity.Upper is { } upper ? Figure.Plain(upper * (own is null ? scale : 1)) : null,
            bound,
            isDown || bound == Bound.AtMost,
            named?.Text ?? "",
            binding.IsAspirational,
            [],
            IsOpen: false,
            period,
            named is null ? 0.6 : 0.95);
    }

    // 投诉量, 事故起数; of 投诉办结率 and 隐患整改率 more is better.
    private static bool IsBetterLower(string label)
        => Array.Exists(LowerIsBetter, bad => label.LastIndexOf(bad, StringComparison.Ordinal) is >= 0 and var at && !Array.Exists(Good, good => label.IndexOf(good, at + bad.Length, StringComparison.Ordinal) >= 0));

    private static readonly string[] Good = ["整改", "办结", "处置", "处理", "合格", "达标", "满意", "完成", "覆盖", "化解", "治理", "回复", "破案", "查处", "响应", "利用", "监测", "削减", "修复"];

    // A label that is a change itself: 地区生产总值增长(%), 单位GDP能耗降低.
    private static int? ChangeOf(string label)
    {
        foreach (var word in new[] { "增长", "提高", "提升", "增加", "增幅" })
        {
            if (label.EndsWith(word, StringComparison.Ordinal))
                return 1;
        }

        foreach (var word in new[] { "下降", "降低", "减少", "降幅", "压减" })
        {
            if (label.EndsWith(word, StringComparison.Ordinal))
                return -1;
        }

        return null;
    }

    // 一百五十 counts where the unit is named elsewhere; 一 may be a dash.
    private static Quantity? Bare(string form, int at, bool hasUnit)
        => Numeral.Read(form, at) is { } number && (!number.IsHan || (hasUnit && number is { Value: >= 2, IsVague: false })) ? new(at, number.End, number.Value, null, null, number.IsVague, IsHan: false, IsNominal: false) : null;

    // 25-30 under a header that names the unit.
    private static Quantity? Upper(string form, Quantity lower)
    {
        var at = lower.End;
        while (at < form.Length && form[at] is '-' or '~' or '至')
            at++;
        return at > lower.End && at < form.Length && Numeral.Read(form, at) is { IsHan: false } upper && upper.Value > lower.Value
            ? lower with { End = upper.End, Upper = upper.Value }
            : null;
    }

    // 周转天数 | 60: what is counted is said by its name.
    private static UnitWord? Counted(string label)
    {
        foreach (var (ending, unit) in new[] { ("天数", "天"), ("人数", "人"), ("次数", "次"), ("户数", "户"), ("家数", "家"), ("件数", "件"), ("个数", "个"), ("学时", "学时"), ("人次", "人次"), ("场次", "场次") })
        {
            if (label.EndsWith(ending, StringComparison.Ordinal))
                return UnitWord.At(unit, 0);
        }

        return null;
    }

    // 累计32, 五年累计不少于22: how the figure is added up.
    private static ReadOnlySpan<char> WithoutAdding(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd();
        foreach (var sum in new[] { "累计", "合计", "总计", "共计", "总数", "总量", "共", "年均", "全年", "每年" })
        {
            if (!words.EndsWith(sum, StringComparison.Ordinal))
                continue;
            words = words[..^sum.Length];
            // 五年, 3年, “十五五”
            return words.Length > 1 && words[^1] == '年' && Numeral.IsStart(words[^2]) ? words[..^2] : words;
        }

        return words;
    }

    private static bool IsNothing(ReadOnlySpan<char> rest) => rest.Trim([' ', '(', ')', '。', '、', ',', ';', '+', '\n', '\t']).IsEmpty;
}
