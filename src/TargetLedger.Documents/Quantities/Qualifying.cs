using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Addressees;
using static TargetLedger.Documents.Quantities.Governed;
using static TargetLedger.Documents.Quantities.MeasuredTimes;
using static TargetLedger.Documents.Quantities.NextFigures;
using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.PurposeWords;
using static TargetLedger.Documents.Quantities.Shares;
using static TargetLedger.Documents.Quantities.Support;

namespace TargetLedger.Documents.Quantities;

/// <summary>Figures that qualify or describe something instead of being reached.</summary>
internal static class Qualifying
{
    private static readonly string[] Governing = ["围绕", "聚焦", "针对", "依托", "对接", "根据", "按照", "通过", "以", "从", "由", "对", "向", "为", "比", "较", "自", "距", "满", "未满", "不满", "不足", "未达", "不到", "超龄", "年满", "近", "连续", "前", "每", "按", "第", "这", "上述", "以上", "本", "该", "占", "作为", "涵盖", "包括", "包含", "分为", "分", "等", "用", "与", "和", "同", "跟", "及", "把", "将", "入选", "位列", "位居", "排名", "一式"];

    // Things that are counted and end as a word that governs does: 签订合同300份 is not 300 with somebody.
    private static readonly string[] Nouns =
    [
        "合同", "绘本", "读本", "课本", "书本", "剧本", "脚本", "样本", "标本", "文本", "范本", "副本", "应用", "意向", "方向", "干将", "健将", "学分", "积分", "工分", "配对", "结对", "行为", "参与", "路由", "费用", "信用",
    ];

    private static readonly string[] Levels = ["硕士", "博士", "本科", "大专", "专科", "中级", "高级", "副高", "正高", "中级工", "高级工", "技师", "省级", "市级", "国家级", "县级", "职称", "学历", "规模", "二级", "三级", "一级", "A级"];

    /// <summary>What qualifies or describes something instead of being reached; null where it does neither.</summary>
    public static MentionKind? Qualifies(Figure figure)
    {
        var kind = figure.UnitClass;
        var before = Trimmed(figure.Before);
        var behind = Trimmed(figure.Behind);
        var binding = figure.Binding;
        var adjacentVerb = Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is not null || (figure.IsJoined && figure.Previous!.Kind == MentionKind.Target);
        if (StandingStock.Has(figure) || StandingStock.GoesOn(figure))
            figure.IsStock = true;
        if (figure.IsStock || Scoring.IsScore(figure) || Scoring.IsWeight(figure))
            return MentionKind.Description;
        if (Scoring.IsScored(figure))
            return MentionKind.Condition;
        if (IsGrade(figure, before, adjacentVerb))
            return MentionKind.Description;
        // 优秀名额不超过部门总数的30%: how many may be called so.
        if (kind is UnitClass.Share && HasAny(before, ["名额", "等次", "评优"]) && !before.EndsWith('率'))
            return MentionKind.Condition;
        // 市本级承担40%: who pays how much of it.
        if (kind == UnitClass.Share && !binding.IsStated && behind.IsEmpty && EndsWithAny(before, ["承担", "负担", "分担", "出资"]))
            return MentionKind.Description;
        // 单次起赔损失率为10%, 免赔率不高于5%: the terms of an insurance; 起付线降至300元 is what is to become of them.
        if (kind is UnitClass.Share or UnitClass.Money && figure.Binding.Change is null && HasAny(figure.Before, ["起赔", "免赔", "起付", "封顶线", "封顶额", "赔付限额", "赔偿限额", "起征点", "自付比例", "自负比例"]))
            return MentionKind.Condition;
        // 服务期不少于6年, 质保期为3年: what whoever is engaged is bound to.
        if (kind == UnitClass.Duration && figure.Binding.Change is null && EndsWithAny(before.TrimEnd('为'), Terms))
            return MentionKind.Condition;
        // 补助按月发放,最长不超过36个月: the most anybody gets.
        if (kind is UnitClass.Duration or UnitClass.Money && before is "最长" or "最高" or "最多" && figure.Clause.Previous is { Figures: [.., { Kind: not MentionKind.Target }] })
            return MentionKind.Condition;
        if (IsMostForOne(figure))
            return MentionKind.Condition;
        // 占年度考核分值的12%: what it weighs.
        if (kind == UnitClass.Share && before.Contains('占') && HasAny(before, ["分值", "权重", "总分", "考核得分"]))
            return MentionKind.Description;
        // 各执1份
        if (figure.Unit?.Text == "份" && before.EndsWith('执'))
            return MentionKind.Description;
        if (kind == UnitClass.Age)
            return before.Contains("寿命", StringComparison.Ordinal) && behind.IsEmpty ? null : MentionKind.Condition;
        if (kind == UnitClass.Duration && IsSupplyTime(figure, behind))
            return null;
        if (kind == UnitClass.Duration && !IsMeasuredTime(figure, before, behind))
            return IsAnswerTime(figure, before, behind) ? null : MentionKind.Condition;
        if (figure.Clause.IsAside && !IsPartOfTarget(figure))
            return MentionKind.Description;

        var isCounted = kind is UnitClass.Count or UnitClass.Share && adjacentVerb;
        if (behind.StartsWith("的", StringComparison.Ordinal) && !isCounted && !IsAbilityMade(figure, behind) && !IsCertainShare(figure, behind) && !IsHelped(figure, behind))
            return MentionKind.Condition;
        // 年接待10万人次以上的景区全部…, 威胁30人以上的隐患点全部…: which ones are meant, whatever verb stands before it.
        if (IsAttribute(figure, before, behind))
            return MentionKind.Condition;
        // 600名学生以上学校, 50户居民以上小区: how large those are that are meant.
        if (kind == UnitClass.Count && !binding.IsStated && !adjacentVerb && behind.IndexOf("以上", StringComparison.Ordinal) is > 0 and <= 4 and var beyond && behind.Length > beyond + 3 && !EndsWithAny(behind[..beyond], Levels) && Verbs.First(figure.View, figure.AfterStart, figure.AfterStart + beyond) is null)
            return MentionKind.Condition;
        if (SizeWords.IsCapacity(figure, behind) || IsOneOfSeveralConditions(figure))
            return MentionKind.Condition;
        // 按照每村配备1台的标准购置: the rule it goes by.
        if (StartingWord(behind, ["的标准", "的要求", "的比例", "的原则", "的规格"]).Length > 0 && figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start).IndexOfAny('按', '以') >= 0)
            return MentionKind.Condition;
        if (!isCounted && !behind.IsEmpty && kind != UnitClass.Share && binding.After is Bound.AtLeast or Bound.AtMost && binding.Before is null && kind != UnitClass.Count)
            return MentionKind.Condition;
        // 组建50人以上的队伍2支: how large each is, even right behind the verb.
        if (!behind.IsEmpty && kind == UnitClass.Count && binding.After is Bound.AtLeast or Bound.AtMost && NextInClause(figure))
            return MentionKind.Condition;
        // 10亿元以上项目8个、50亿元以上1个: the noun was said before.
        if (kind is UnitClass.Money or UnitClass.Size && binding is { After: Bound.AtLeast or Bound.AtMost, Before: null, Change: null } && figure.Paragraph.Figures.Exists(f => f.Start == figure.End && f.Unit?.Kind == UnitClass.Count))
            return MentionKind.Condition;
        // 培育营收超10亿元企业8家: the size of those that are counted right behind it.
        if (kind is UnitClass.Money or UnitClass.Size && binding.Before is Bound.MoreThan or Bound.AtLeast or Bound.AtMost && IsSizeOfNext(figure))
            return MentionKind.Condition;
        // 建设10千伏线路200公里, 铺设300毫米管道15公里: the size belongs to what is measured behind it.
        if (kind == UnitClass.Size && !binding.IsStated && IsSizeOfMeasured(figure))
            return MentionKind.Description;
        // 12条河流水质达标率达到97%: whose rate it is.
        if (kind == UnitClass.Count && before.IsEmpty && EndsWithAny(behind, Rates) && figure.Paragraph.Figures.Exists(f => f.Start >= figure.AfterEnd && f.Start < figure.Clause.End && f.Unit?.Kind == UnitClass.Share))
            return MentionKind.Description;
        // 培育3家十亿元企业, 打造2个5000亩园区: how large each of those is that were counted right before.
        if (IsSizeOfCounted(figure) && !behind.IsEmpty && binding is { Before: null, Change: null })
            return MentionKind.Description;
        // 21个续建项目计划完成投资55亿元: whose investment it is.
        if (kind == UnitClass.Count && before.IsEmpty && !binding.IsStated && EndsWithAny(behind, ["完成投资", "计划投资", "年度投资", "总投资", "投资额"]) && figure.Paragraph.FigureAfter(figure.End) is { Unit.Kind: UnitClass.Money } money && money.Start <= figure.AfterEnd)
            return MentionKind.Description;
        // 每十万人口死亡率 without 每: whose rate it is.
        if (kind == UnitClass.Count && figure.Quantity is { IsHan: true, Value: >= 10_000 } && EndsWithAny(behind, ["死亡率", "发生率", "发案率", "发病率", "患病率", "事故率"]))
            return MentionKind.Description;
        // 残疾人两项补贴: what it is called.
        if (figure is { Unit.Text: "项", Quantity: { IsHan: true, Value: 2 } } && !binding.IsStated && behind.StartsWith("补贴", StringComparison.Ordinal))
            return MentionKind.Description;
        // 双方各执2份: copies of the document itself.
        if (figure.Unit?.Text == "份" && EndsWithAny(before, ["各执", "各持", "各存", "存档", "留存"]))
            return MentionKind.Description;
        // 用好中长期贷款30亿元额度: it is there to be used.
        if (kind == UnitClass.Money && !binding.IsStated && StartingWord(behind, ["额度", "授信"]).Length > 0)
            return MentionKind.Description;
        // 3000平方米社区服务中心1个, 5亿元项目3个: the size belongs to what is counted behind it.
        if (kind is UnitClass.Size or UnitClass.Money && !behind.IsEmpty && NextInClause(figure) && !Verbs.First(figure.View, figure.AfterStart, figure.AfterEnd).HasValue)
            return MentionKind.Description;
        // 按年贴息1个百分点 is paid; 贴息后成本下降1个百分点 is reached.
        if ((kind is UnitClass.Money or UnitClass.Share or UnitClass.Size || (kind == UnitClass.Points && binding.Change is null)) && IsSupport(figure))
            return MentionKind.Description;
        if (SizeWords.IsSizeOf(figure, before) || SizeWords.IsHeld(figure))
            return MentionKind.Description;
        // 60%以上的村收入超过15万元: the share is the target, the sum what each of them must have.
        if (figure.Previous is { UnitClass: UnitClass.Share, Kind: MentionKind.Target, Binding.After: Bound.AtLeast } share && share.Behind.StartsWith("的", StringComparison.Ordinal))
            return MentionKind.Condition;
        if (StartsWithCondition(figure))
            return MentionKind.Condition;
        if (IsServed(figure) || IsAllThereAre(figure))
            return null;
        if (IsEachOneDone(figure))
            return MentionKind.Condition;
        if (!binding.IsStated && !(figure.Quantity.Value == 0 && before.EndsWith("为", StringComparison.Ordinal)) && EndingWord(before, Governing) is { Length: > 0 } word && !(word == "等" && !behind.IsEmpty && adjacentVerb) && !adjacentVerb && !IsSharedFrom(figure)
            && !(word is "比" && EndsWithAny(before, ["占比", "配比", "生比", "户比", "床位比", "医护比"]))
            && !(word is "及" && before.EndsWith("涉及", StringComparison.Ordinal))
            && !(word is "等" && IsCountOfList(figure, behind))
            && !(word is "为" && before.EndsWith("分别为", StringComparison.Ordinal) && Verbs.BeginningAt(figure.View, figure.Floor, figure.Start) is not null)
            && !(word is "以上" && EndsWithAny(before[..^2], Levels))
            && !(EndsWithAny(before, Nouns) && Verbs.First(figure.View, figure.Floor, figure.Start) is not null)
            && !(word is "和" or "与" or "及" && (Verbs.First(figure.View, figure.Floor, figure.Start) is not null || IsCountedBeside(figure))))
            return word is "占" && behind.IsEmpty || IsSetTo(figure, word, before, behind) ? null : MentionKind.Condition;
        // 总投资约3.8亿元,其中县级财政安排1.5亿元: a part of what is only told.
        if (kind == UnitClass.Money && !binding.IsStated && figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start).TrimStart().StartsWith("其中", StringComparison.Ordinal) && figure.Clause.Previous is { Figures: [.., { Kind: MentionKind.Description, UnitClass: UnitClass.Money }] })
            return MentionKind.Description;
        // 新增车位2000个,其中城区1500个: a part of what is to be made, wherever it is.
        if (behind.IsEmpty && before.StartsWith("其中", StringComparison.Ordinal) && figure.Clause.Previous is { Figures: [.., { Kind: MentionKind.Target } whole] } && whole.Unit?.Text == figure.Unit?.Text)
            return null;
        // 至少有5个项目入选: the bound stands before 有.
        if (!adjacentVerb && EndingWord(before, Existing) is { Length: > 0 } scope && !binding.IsStated && !EndsWithAny(before, ["县市区", "至少有", "确保有", "力争有", "争取有", "保证有", "要有", "到全部", "到所有", "至全部", "至所有"]))
            return Verbs.EndingAt(figure.View, figure.Floor, figure.Floor + figure.Before.TrimEnd().Length - scope.Length, single: false) is null ? MentionKind.Description : null;
        return null;
    }

    // 对四类、五类桥梁逐座处置, 整治三类水体8处: which of them, not how many; 推广三类产品 counts.
    private static bool IsGrade(Figure figure, ReadOnlySpan<char> before, bool adjacentVerb)
    {
        if (figure.Unit?.Text != "类" || figure.Quantity is not { IsHan: true, Value: < 10, Upper: null } || figure.Binding.IsStated || before.EndsWith("等", StringComparison.Ordinal))
            return false;
        var end = figure.End;
        while (figure.Paragraph.Figures.Find(f => f.Start == end + 1 && f.Unit?.Text == "类" && f.IsHan) is { } next && figure.View[end] is '、' or '和' or '或')
            end = next.End;
        return end < figure.Clause.End && Signs.IsHan(figure.View[end]) && (!adjacentVerb || NextInClause(figure) || end > figure.End);
    }

    // 确保一次验收合格率为98%: 为 sets a rate where the clause looks ahead; elsewhere it only tells what it is.
    private static bool IsSetTo(Figure figure, string word, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
        => word is "为" && behind.IsEmpty && figure.UnitClass == UnitClass.Share && EndsWithAny(before[..^1], Rates)
            && (HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start), ["确保", "力争", "达到", "实现", "要"])
                || figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target, Confidence: > 0.9 }]);

    // 主持项目2项以上且近五年考核合格的教师, 查处超员20%以上、超载50%以上等违法: what is required of those that are meant.
    private static bool IsOneOfSeveralConditions(Figure figure)
    {
        if (figure.Binding.After is not (Bound.AtLeast or Bound.AtMost))
            return false;
        var rest = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End);
        if (rest.Length > 2 && (rest[0] == '且' || rest.StartsWith("并且", StringComparison.Ordinal) || rest.StartsWith("或者", StringComparison.Ordinal)))
            return rest.Contains('的');
        if (figure.UnitClass == UnitClass.Count || rest.IndexOf('等') is not (>= 0 and var etc) || HasAny(rest[etc..], ["目标", "任务", "指标"]) || !(etc + 1 < rest.Length && Signs.IsHan(rest[etc + 1])))
            return false;
        // 等 stands right behind this figure or behind one that is bound like it.
        return etc == 0 || figure.Paragraph.Figures.Exists(f => f.Start > figure.End && f.Start < figure.End + etc && BoundWords.Around(figure.Paragraph.Form, f, f.Start).End == figure.End + etc);
    }

    // 解决3个乡镇2万人的饮水问题: whose trouble is to be ended.
    private static bool IsHelped(Figure figure, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Count && figure.Unit?.Text is "人" or "名" or "户" or "个" && EndsWithAny(behind, ["问题", "难题", "困难"]) && !figure.Binding.IsStated
            && figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start) is var lead && HasAny(lead, ["解决", "化解", "破解"]) && !HasAny(lead, ["对", "针对", "围绕"]);

    // 形成年产种苗2亿尾的能力, 具备日处理500吨的能力: what is to be able to be done.
    public static bool IsAbilityMade(Figure figure, ReadOnlySpan<char> behind)
        => behind.Length is > 2 and <= 8 && behind.EndsWith("能力", StringComparison.Ordinal) && HasAny(figure.Before, ["形成", "具备", "达到", "实现"]);

    private static bool IsSizeOfCounted(Figure figure)
        => figure.UnitClass is UnitClass.Money or UnitClass.Size && figure.Previous is { Kind: MentionKind.Target, UnitClass: UnitClass.Count } counted && counted.End == figure.Start;

    // 形成5个千亿元集群和20个百亿元园区: counted like the ones before.
    private static bool IsCountedBeside(Figure figure)
        => figure.UnitClass == UnitClass.Count && figure.Previous is { Kind: MentionKind.Description } size && IsSizeOfCounted(size) && size.Previous!.Unit?.Text == figure.Unit?.Text;

    private static bool IsAttribute(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (figure.UnitClass != UnitClass.Count || figure.Binding is not { After: Bound.AtLeast or Bound.AtMost, Before: null, Change: null } || behind.Length < 3 || behind[0] != '的')
            return false;
        var rest = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End);
        var verb = EndingWord(before, ["接待", "服务", "覆盖", "惠及", "生产", "处理", "检测", "供给", "收治", "接诊", "培训", "运送", "输送", "容纳", "供餐", "就餐", "威胁", "办理", "受理", "出栏", "存栏"]);
        var isRepeated = verb.Length > 0 && before[..^verb.Length] is var lead && (EndsWithAny(lead, ["年", "月", "日", "年均", "月均", "日均", "可", "能", "单日", "每年", "每月", "每日", "同时", "最大", "年度", "常年"]) || verb is "威胁" or "容纳");
        return isRepeated || (HasAny(rest, AllOfThem) && !HasAny(before, ["确保", "力争", "推动", "完成", "实现", "新建", "建成", "新增", "改造", "带动", "促进"]));
    }

    private static readonly string[] Terms =
    [
        "服务期", "合同期", "质保期", "保修期", "有效期", "任期", "聘期", "试用期", "见习期", "培养期", "履约期", "租赁期", "管护期", "养护期", "保质期", "缓冲期", "过渡期", "公示期", "贷款期", "还款期", "还贷期", "承包期", "经营期", "运营期", "特许经营期", "建设期", "授权期", "聘用期",
        "服务期限", "合同期限", "质保期限", "保修期限", "有效期限", "聘用期限", "租赁期限", "贷款期限", "还款期限", "承包期限", "经营期限", "管护期限", "服务年限", "合同年限", "使用年限", "设计年限", "最低服务年限", "任职年限", "工作年限", "保存期限", "保管期限",
    ];

    private static readonly string[] AllOfThem = ["全部", "均", "都", "一律", "逐一", "逐个", "实现全覆盖"];

    // 3个百分点 is joined to what is before it; 由, 从 do not govern a joined figure.
    private static bool IsSharedFrom(Figure figure) => figure.IsJoined && figure.Previous!.Kind == MentionKind.Target;
}
