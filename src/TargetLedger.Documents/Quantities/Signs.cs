namespace TargetLedger.Documents.Quantities;

/// <summary>
/// One form of the signs the grammar looks at. Nothing grows or shrinks, so every place in the result is the same place in
/// the words it came from.
/// </summary>
internal static class Signs
{
    public static string OneForm(string text) => string.Create(text.Length, text, static (form, text) =>
    {
        for (var i = 0; i < form.Length; i++)
            form[i] = OneForm(text[i]);
    });

    private static char OneForm(char sign) => sign switch
    {
        '\uff3b' or '\uff5b' => '(',
        '\uff3d' or '\uff5d' => ')',
        >= '\uff01' and <= '\uff5e' => (char)(sign - '\uff01' + '!'),
        '\u3000' or '\u00a0' or '\t' => ' ',
        '〔' or '[' or '【' or '﹝' or '{' => '(',
        '〕' or ']' or '】' or '﹞' or '}' => ')',
        '—' or '–' or '―' or '‐' or '‑' or '−' or '─' => '-',
        '〜' => '~',
        '≧' or '⩾' => '≥',
        '≦' or '⩽' => '≤',
        '﹪' => '%',
        '「' or '『' or '〝' => '“',
        '」' or '』' or '〞' => '”',
        '﹑' => '、',
        '∶' or '︰' => ':',
        '○' or '〇' => '零',
        _ => sign,
    };

    public static bool IsHan(char sign) => sign is >= '\u4e00' and <= '\u9fff';

    public static bool IsClauseEnd(char sign) => sign is ',' or ':' || IsSentenceEnd(sign);

    public static bool IsSentenceEnd(char sign) => sign is '。' or ';' or '!' or '?' or '\n';

    /// <summary>Where the bracket at <paramref name="open"/> closes; the end of the text where it does not.</summary>
    public static int Closing(string form, int open)
    {
        var depth = 0;
        for (var i = open; i < form.Length; i++)
        {
            if (form[i] == '(')
                depth++;
            else if (form[i] == ')' && --depth == 0)
                return i;
        }

        return form.Length;
    }

    /// <summary>Parts between separators that stand outside brackets, as places.</summary>
    public static List<Range> Split(string form, Func<char, bool> isSeparator)
    {
        var parts = new List<Range>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '(')
                depth++;
            else if (form[i] == ')' && depth > 0)
                depth--;
            else if (depth == 0 && isSeparator(form[i]))
            {
                parts.Add(start..i);
                start = i + 1;
            }
        }

        parts.Add(start..form.Length);
        return parts;
    }
}
