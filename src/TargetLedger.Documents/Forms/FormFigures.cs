using System.Globalization;
using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Domain;

namespace TargetLedger.Documents.Forms;

/// <summary>
/// Reads a figure that somebody typed into a form. Only what is a number and nothing else is one; everything people write
/// beside numbers is asked about, with what it might be, and never taken for it.
/// </summary>
internal static partial class FormFigures
{
    /// <summary>Excel keeps fifteen digits; what a file holds beyond them is how binary fractions are written.</summary>
    private const int Digits = 15;

    private static readonly string[] Nothing = ["无", "没有", "无进展", "本月无", "本期无", "暂无", "-", "--", "/", "x", "X"];
    private static readonly string[] AsAbove = ["同上", "同前", "同左", "〃", "″", "\"", "〞", "上同", "同"];
    private static readonly string[] About = ["约", "近", "余", "多", "左右", "上下", "以上", "以下", "不少于", "不低于", "超过", "超", "大约", "大概", "~", "≥", "≤", ">", "<"];

    /// <param name="cell">One that holds something.</param>
    /// <param name="name">Where it is: the fault's or question's pointer.</param>
    public static (decimal? Value, Fault? Fault, Fault? Question) Read(FormCell cell, string name)
    {
        if (cell.IsDamaged)
            return (null, FormFaults.Damaged(name), null);
        if (cell.Day is not null)
            return (null, null, FormFaults.Ask(name, "figure_is_date", $"“{cell.Text}”是日期;应填数字", $"“{cell.Text}” is a date; a number goes here"));
        return cell.Number is { } stored ? ReadStored(cell.Text, stored, name) : ReadWritten(cell.Text, name);
    }

    private static (decimal? Value, Fault? Fault, Fault? Question) ReadStored(string shown, double stored, string name)
    {
        if (!IsPlain(Signs.OneForm(shown)) && !double.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return (null, null, Unlike(shown, stored, name));
        if (Math.Abs(stored) >= 1e15)
            return (null, FormFaults.TooLarge(name), null);
        var value = decimal.Parse(stored.ToString($"G{Digits}", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return (value, null, null);
    }

    /// <summary>12.5% is kept as 0.125, and 1.2万 as 12000: which of the two was meant is not for a program to say.</summary>
    private static Fault Unlike(string shown, double stored, string name)
    {
        var kept = stored.ToString($"G{Digits}", CultureInfo.InvariantCulture);
        return FormFaults.Ask(
            name,
            shown.Contains('%', StringComparison.Ordinal) ? "figure_percent" : "figure_displayed_otherwise",
            $"单元格显示“{shown}”,存的是 {kept};请把格式改为“常规”,按计量单位填数字",
            $"the cell shows “{shown}” and holds {kept}; format it as General and enter the figure in the measure's unit");
    }

    private static (decimal? Value, Fault? Fault, Fault? Question) ReadWritten(string text, string name)
    {
        var form = Signs.OneForm(text).Trim();
        if (IsPlain(form))
        {
            return form.Length <= 30
                ? (decimal.Parse(form, NumberStyles.Number, CultureInfo.InvariantCulture), null, null)
                : (null, FormFaults.TooLarge(name), null);
        }

        return (null, null, Question(text, form, name));
    }

    private static Fault Question(string text, string form, string name)
    {
        if (Nothing.Contains(form, StringComparer.Ordinal) || Nothing.Contains(text, StringComparer.Ordinal))
            return FormFaults.Ask(name, "figure_nothing", $"“{text}”是指 0,还是本期无进展?请填 0,或在“{FormColumns.NoProgress}”填“{FormColumns.Yes}”", $"does “{text}” mean 0, or no progress? Enter 0, or choose “{FormColumns.Yes}” under “{FormColumns.NoProgress}”");
        if (AsAbove.Contains(form, StringComparer.Ordinal) || AsAbove.Contains(text, StringComparer.Ordinal))
            return FormFaults.Ask(name, "figure_refers", $"“{text}”指哪个数?请直接填数字", $"which figure does “{text}” refer to? Enter it");

        var (zh, en) = Perhaps(form);
        if (Array.Exists(About, w => form.Contains(w, StringComparison.Ordinal)))
            return FormFaults.Ask(name, "figure_approximate", $"“{text}”不是确数;请填实际数{zh}", $"“{text}” is no exact figure; enter the actual one{en}");
        return zh.Length > 0
            ? FormFaults.Ask(name, "figure_with_words", $"“{text}”不只是数字;请只填数字{zh}", $"“{text}” is more than a number; enter the number alone{en}")
            : FormFaults.Ask(name, "figure_unreadable", $"“{text}”读不出数字", $"“{text}” cannot be read as a number");
    }

    /// <summary>What a keeper of the form may have meant, where there is but one number in it.</summary>
    private static (string Zh, string En) Perhaps(string form)
    {
        Numeral? found = null;
        for (var at = 0; at < form.Length; at++)
        {
            if (!Numeral.IsStart(form[at]) || Numeral.Read(form, at) is not { } numeral)
                continue;
            if (found is not null)
                return ("", "");
            found = numeral;
            at = numeral.End - 1;
        }

        return found is { IsVague: false } one ? ($"(是否为 {Plain(one.Value)}?)", $" ({Plain(one.Value)}?)") : ("", "");
    }

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static bool IsPlain(string form) => PlainNumber().IsMatch(form);

    [GeneratedRegex(@"^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PlainNumber();
}
