using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>
/// What stands below a header. Headers are words anybody may choose; that a column holds units of measure, days, organisations or
/// figures is seen in its cells.
/// </summary>
internal sealed partial class ColumnContent
{
    private const int MaxLines = 200;
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储段侯宁仇甘武刘景詹龙叶司黎白蒲邰赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶冉";

    private readonly List<string> _forms;
    private readonly int _days;

    private ColumnContent(List<string> forms, int days, bool isNamed)
    {
        (_forms, _days) = (forms, days);
        NamesEachRow = isNamed;
    }

    /// <summary>Something else in most of the rows: what names a row.</summary>
    public bool NamesEachRow { get; }

    public bool IsEmpty => _forms.Count == 0;

    /// <summary>95, ≥95, 1.2万, 95以上: a figure and nothing else.</summary>
    public bool AreFigures => Most(f => CellReader.Read(f, "", null, null) is not null);

    /// <summary>1, 2, 3; 1-1, 1-2; 一, 二.</summary>
    public bool AreOrdinals => _forms.Count > 0 && _forms.TrueForAll(f => Ordinal().IsMatch(f)) && Ordinal().Match(_forms[0]).Groups["last"].Value is "1" or "01" or "一"
        && _forms.Zip(_forms.Skip(1)).All(pair => !string.Equals(pair.First, pair.Second, StringComparison.Ordinal));

    /// <summary>公里, 万人次, %.</summary>
    public bool AreMeasures => Most(f => UnitWord.Whole(f) is not null);

    public bool AreDays => !IsEmpty && ((_days * 10 >= _forms.Count * 7) || Most(Deadlines.IsAlone));

    /// <summary>√, ★, 牵头: who takes part.</summary>
    public bool AreMarks => _forms.Count > 0 && _forms.TrueForAll(MatrixColumns.IsMark);

    public bool AreOrganisations => Most(UnitNames.IsList);

    /// <summary>What is given and taken for results: 每低1个百分点扣0.5分.</summary>
    public bool AreScores => _forms.Count > 0 && _forms.Count(f => Score().IsMatch(f)) * 2 > _forms.Count;

    public bool ArePersons => Most(f => f.Split(' ', '、', ',', '\n').All(IsPerson));

    /// <summary>约束性, 预期性.</summary>
    public bool AreAttributes => Most(f => f is "约束性" or "预期性" or "约束" or "预期" or "指导性" or "新增" or "续建" or "新建" or "在建");

    /// <summary>Words that may tell what is to be done.</summary>
    public bool AreWords => !IsEmpty && !AreFigures && !AreOrdinals && !AreMeasures && !AreDays && !AreScores && !ArePersons && !AreAttributes && Most(f => f.Count(Signs.IsHan) >= 2);

    /// <summary>The same words in rows that are no neighbours: where tasks come from or what kind they are, not what they are called.</summary>
    public bool Recurs
    {
        get
        {
            var runs = _forms.Where((form, i) => i == 0 || !string.Equals(_forms[i - 1], form, StringComparison.Ordinal)).ToList();
            return runs.Count >= 3 && runs.Distinct(StringComparer.Ordinal).Count() * 10 <= runs.Count * 7;
        }
    }

    public int Longest => IsEmpty ? 0 : _forms.Max(f => f.Length);

    public static ColumnContent Of(IReadOnlyList<TableLine> lines, int column)
    {
        var cells = lines.Take(MaxLines).Where(l => l.At(column) is { } cell && l.WidthOf(cell) <= 2).Select(l => l.At(column)!).Distinct().ToList();
        var forms = cells.ConvertAll(c => Signs.OneForm(c.Clean.Text).Trim());
        var days = cells.Count(c => c.Date is not null);
        var isNamed = forms.Count * 2 > Math.Min(lines.Count, MaxLines) && forms.Distinct(StringComparer.Ordinal).Count() == forms.Count;
        return new(forms.FindAll(f => f.Trim('-', '/', '~', ' ') is not ("" or "无" or "同上")), days, isNamed);
    }

    /// <summary>Whether most of its cells say in words what is to be reached: 培训600人, 办结率达到98%.</summary>
    public bool Promises(MentionReader reader) => _forms.Count > 0 && _forms.Count(f => reader.Read(f).Exists(m => m.Kind == MentionKind.Target)) * 2 > _forms.Count;

    private bool Most(Predicate<string> holds) => _forms.Count > 0 && _forms.FindAll(holds).Count * 10 >= _forms.Count * 7;

    private static bool IsPerson(string name)
        => name.Length is 2 or 3 or 4 && Surnames.Contains(name[0], StringComparison.Ordinal) && name.All(c => Signs.IsHan(c) || c is '*' or '×' or 'X' or 'x') && !UnitNames.LooksLikeUnit(name);

    [GeneratedRegex(@"^\(?(\d{1,2}[-.])*(?<last>\d{1,3}|[一二三四五六七八九十]{1,3})\)?[.、]?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"扣[^,。;]{0,6}\d|扣完|不得分|不计分|满分|[得计加减记][^,。;]{0,4}\d[\d.]*分|按比例(得|计)分|得分|计分", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Score();
}
