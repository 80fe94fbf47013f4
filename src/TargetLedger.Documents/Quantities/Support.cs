using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.PurposeWords;

namespace TargetLedger.Documents.Quantities;

/// <summary>What somebody gets, pays or is fined, told from what is spent in all.</summary>
internal static class Support
{
    private static readonly string[] Paid = ["发放", "执行", "计发", "拨付", "支付", "缴纳", "收取", "征收", "计算", "计收", "核算", "核定", "结算", "安排", "筹集", "补足", "足额", "标准"];
    private static readonly string[] Tariffs = ["按照", "标准", "扣", "授信额度", "最高"];
    private static readonly string[] EachTime = ["每人每月", "每人每年", "每人每天", "每人每日", "每人每次", "每人每餐", "每人每学期", "每人每季度", "每生每年", "每生每学期", "每生每月", "每户每年", "每户每月", "每户每次"];
    private static readonly string[] Spending = ["发放", "兑现", "落实", "安排", "投入", "争取", "筹集", "筹措", "拨付", "募集", "完成", "到位", "减免", "新增", "实现", "投放"];
    private static readonly string[] Sums = ["全年", "累计", "合计", "共计", "年内", "总额"];
    private static readonly string[] EachOne = ["同一", "单个", "单户", "单家", "每家", "每户", "单项", "单一", "每个"];
    private static readonly string[] Relieved = ["减免", "免租", "租金", "免收", "免征"];
    private static readonly string[] Awarding = ["奖励", "另奖", "再奖", "给予", "予以", "一次性奖励", "一次性给予"];
    private static readonly string[] Giving = ["给予", "予以", "补助", "补贴", "贴息", "奖励", "奖补", "返还", "资助"];

    // 每新增1家企业奖励10万元, 每招录1名残疾人减免5000元: for every one done.
    public static bool IsEachOneDone(Figure figure)
        => figure is { UnitClass: UnitClass.Count or UnitClass.Points or UnitClass.Share, Quantity.Value: 1 } && figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start) is var lead
            && lead.LastIndexOf('每') is >= 0 and var each && (each + 1 == lead.Length && figure.Behind.Length > 0 && NamesSupport(figure.Behind)
                || Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is { } verb && verb.Start == figure.Clause.Start + each + 1);

    // 捐资助学, 融资助力 and 补贴性培训 give nobody anything.
    public static bool NamesSupport(ReadOnlySpan<char> clause)
    {
        foreach (var word in Supports)
        {
            for (var rest = clause; rest.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at; rest = rest[(at + word.Length)..])
            {
                var isWhole = word != "资助" || at == 0 || rest[at - 1] is not ('捐' or '融' or '投' or '筹' or '出' or '集');
                if (isWhole && !(at + word.Length < rest.Length && rest[at + word.Length] == '性'))
                    return true;
            }
        }

        return false;
    }

    // 任教满30年的教师,发放奖励2万元: what those get who qualify. 全年发放奖励2000万元 adds up.
    private static bool IsForThoseWhoQualify(Figure figure, ReadOnlySpan<char> clause, ReadOnlySpan<char> lead)
        => figure.UnitClass == UnitClass.Money && !figure.Binding.IsStated && NamesSupport(clause) && !HasAny(lead, Sums)
            && figure.Clause.Previous is { } previous && previous.Figures is [.., { Kind: MentionKind.Condition } condition]
            && figure.View.AsSpan(condition.End, previous.End - condition.End).Contains('的');

    // 考核优秀的,奖励用地指标200亩; 列全市前两位的,另奖50万元: what those get who come out so.
    private static bool IsPrize(Figure figure, ReadOnlySpan<char> lead)
        => StartingWord(lead.TrimStart(), Awarding).Length > 0 && figure.Clause.Previous is { } previous && figure.View.AsSpan(previous.Start, previous.End - previous.Start).TrimEnd().EndsWith("的", StringComparison.Ordinal);

    // 发放高龄津贴,80—89周岁每人每月50元: what each of them gets. 低保标准每人每月820元 is a level of its own.
    private static bool IsPaidToEach(Figure figure)
        => figure.UnitClass == UnitClass.Money && !figure.Binding.IsStated && EndsWithAny(figure.Before.TrimEnd(), EachTime)
            && (figure.Previous is { UnitClass: UnitClass.Age }
                || figure.Clause.Previous is { } previous && NamesSupport(figure.View.AsSpan(previous.Start, previous.End - previous.Start)));

    // 给予奖励,同一企业每年不超过2个型号; 租金减半,单个企业减免面积不超过3000平方米: the most that one of them is helped.
    public static bool IsMostForOne(Figure figure)
        => figure.Binding is { Before: Bound.AtMost, Change: null }
            && StartingWord(figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start).TrimStart(), EachOne).Length > 0
            && figure.View.AsSpan(figure.Clause.SentenceStart, figure.Clause.SentenceEnd - figure.Clause.SentenceStart) is var sentence && (NamesSupport(sentence) || HasAny(sentence, Relieved));

    // 按新增部分的10%给予补助
    private static bool IsShareGiven(Figure figure, ReadOnlySpan<char> lead)
        => figure.UnitClass == UnitClass.Share && lead.LastIndexOf('按') >= 0 && StartingWord(Trimmed(figure.Behind), Giving).Length > 0;

    public static bool IsSupport(Figure figure)
    {
        var clause = figure.View.AsSpan(figure.Clause.Start, figure.Clause.End - figure.Clause.Start);
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start);
        if (figure.Binding.IsAbsolute)
            return false;
        // 贴息资金规模增长两成: what changes is no support, unless it is what somebody gets more: 贷款额度上浮20%.
        if (figure is { UnitClass: UnitClass.Share, Binding.Change: 1 or -1 } && Trimmed(figure.Behind).IsEmpty)
            return lead.Contains("给予", StringComparison.Ordinal) || figure.View.AsSpan(figure.Start, figure.Quantity.Start - figure.Start).Contains('浮');
        if (IsForThoseWhoQualify(figure, clause, lead) || IsPrize(figure, lead) || IsPaidToEach(figure))
            return true;
        // 每新增1家企业奖励10万元
        if (figure is { UnitClass: UnitClass.Money, Previous: { Kind: MentionKind.Condition } one } && IsEachOneDone(one))
            return true;
        if (IsShareGiven(figure, lead))
            return true;
        // 按每人每月215元发放: the rate at which it is paid.
        if (figure.UnitClass == UnitClass.Money && lead.LastIndexOf('按') is >= 0 and var by && Verbs.Last(figure.View, figure.Clause.Start + by + 1, figure.Start) is null
            && Trimmed(figure.Behind) is var paid && StartingWord(paid.StartsWith("的", StringComparison.Ordinal) ? paid[1..] : paid, Paid).Length > 0)
            return true;
        // 资助覆盖率保持100%, 预收费存管率达到98%: a rate that is reached, whatever it is a rate of.
        if (figure.UnitClass == UnitClass.Share && Trimmed(figure.Behind).IsEmpty && EndsWithAny(WithoutTime(figure), Rates) && !HasAny(lead, ["按", "给予", "最高"]))
            return false;
        foreach (var each in new[] { "每人", "每户", "每亩", "每名", "每平方米", "每家", "每吨", "每个", "每车", "人均补", "每生", "每套", "每辆", "每台", "每口", "每头", "每只", "每株", "每处", "每所", "每例", "每公里" })
        {
            if (lead.Contains(each, StringComparison.Ordinal) && (NamesSupport(clause) || (figure.UnitClass == UnitClass.Money && HasAny(clause, ["救助", "慰问", "补偿", "赔付"]))))
                return true;
        }

        // 按每人300元标准 is a tariff; 低保标准不低于800元 is what is to be reached.
        var isMeasure = figure.Binding.IsStated && Trimmed(figure.Behind).IsEmpty && lead.Contains("标准", StringComparison.Ordinal) && lead.IndexOf('按') < 0;
        if (isMeasure && (!NamesSupport(clause) || (figure.Binding.Before is not null && lead.Contains("收费标准", StringComparison.Ordinal))))
            return false;
        var supports = NamesSupport(clause) || (figure.UnitClass == UnitClass.Money && HasAny(clause, Tariffs));
        return figure.UnitClass is UnitClass.Money or UnitClass.Share or UnitClass.Points && supports && !HasAny(lead, Spending) && !(figure.Binding.IsStated && HasAny(lead, Sums)) && figure.Binding is not { Before: not null, Change: not null };
    }

    // 补助资金支付率10月底前达到80%
    public static ReadOnlySpan<char> WithoutTime(Figure figure)
    {
        var end = figure.Floor + figure.Before.TrimEnd().Length;
        while (figure.Paragraph.Times.Find(t => t.End == end && t.Start >= figure.Floor) is { } time)
            end = time.Start;
        return Trimmed(figure.View.AsSpan(figure.Floor, end - figure.Floor));
    }
}
