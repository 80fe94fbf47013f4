using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>
/// What a figure is for. The order of the questions is the order of their strength: tense first, then what the figure is
/// compared with, then whether it qualifies something, and only then whether somebody is to reach it.
/// </summary>
internal static class Purpose
{
    private static readonly string[] Parts = ["方面", "领域", "环节", "层面", "维度", "板块", "阶段", "步骤", "部分", "任务", "举措", "措施", "事项", "实事", "工作", "要求", "原则", "目标", "指标", "重点", "项目清单", "关键", "清单", "条款", "问题清单", "大类", "类别", "方向"];
    private static readonly string[] PartWords = ["大", "重点", "主要", "具体", "重大", "民生", "工作", "年度", "目标", "核心", "关键", "为民", "惠民", "改革", "民心", "实施", "标志性", "细化", "政策"];
    private static readonly string[] Supports = ["给予", "奖励", "奖补", "补助", "补贴", "资助", "罚款", "收费", "贴息", "减半", "奖金", "返还", "扣减", "扣发", "扣除", "扣分", "慰问金", "救助金", "抚恤金", "津贴", "助学金", "奖学金", "优待金", "安家费", "生活费"];
    private static readonly string[] Paid = ["发放", "执行", "计发", "拨付", "支付", "缴纳", "收取", "征收", "计算", "计收", "核算", "核定", "结算", "安排", "筹集", "补足", "足额", "标准"];
    private static readonly string[] Tariffs = ["按照", "标准", "扣", "授信额度", "最高"];
    private static readonly string[] Spending = ["发放", "兑现", "落实", "安排", "投入", "争取", "筹集", "筹措", "拨付", "募集", "完成", "到位", "减免", "新增", "实现"];

    private static readonly string[] Governing = ["围绕", "聚焦", "针对", "依托", "对接", "根据", "按照", "通过", "以", "从", "由", "对", "向", "为", "比", "较", "自", "距", "满", "未满", "不满", "不足", "未达", "不到", "超龄", "年满", "近", "连续", "前", "每", "按", "第", "这", "上述", "以上", "本", "该", "占", "作为", "涵盖", "包括", "包含", "分为", "分", "等", "用", "与", "和", "同", "跟", "及", "把", "将", "入选", "位列", "位居", "排名", "一式"];
    private static readonly string[] Existing = ["全市", "全省", "全区", "全县", "全州", "全旗", "全镇", "现有", "原有", "所有", "全部", "剩余", "其余", "余下", "剩下", "尚余", "已有", "市内", "境内", "辖区内", "辖区", "下辖", "辖", "共有", "有", "是", "原", "原定", "原计划", "市区", "城区"];
    private static readonly string[] Levels = ["硕士", "博士", "本科", "大专", "专科", "中级", "高级", "副高", "正高", "中级工", "高级工", "技师", "省级", "市级", "国家级", "县级", "职称", "学历", "规模", "二级", "三级", "一级", "A级"];
    private static readonly string[] Rates = ["率", "比例", "占比", "比重", "满意度", "覆盖面", "知晓度"];
    private static readonly string[] Finishing = ["开工", "竣工", "完工", "投产", "投用", "建成", "通车", "达产", "启动", "落地", "签约", "完成", "开业", "上线", "挂牌", "实现", "达到", "交付", "运营", "入库", "覆盖", "通过", "达标", "纳入", "参加", "接受", "获得", "上市", "改造", "建设", "全覆盖"];
    private static readonly string[] Settled = ["整改", "销号", "化解", "到位", "办结", "清零", "完毕"];
    private static readonly string[] Devoted = ["用于", "投向", "投入", "用在", "安排给", "安排到", "安排在", "来自", "面向", "流向", "分配给", "分配到", "向"];
    private static readonly string[] Events = ["预警", "信号", "警情", "火警", "报警", "险情", "灾情", "灾害", "事故", "事件", "投诉", "诉求", "求助", "故障", "线索", "工单", "发生", "发现", "接到", "收到", "接警", "接报", "接诉"];
    private static readonly string[] Cancelling = ["取消", "删除", "暂停", "停止", "终止"];

    public static MentionKind Of(Figure figure)
    {
        var tense = figure.Paragraph.Tenses.At(figure.Quantity.Start);
        if (Baseline(figure))
            return MentionKind.Baseline;
        if (tense == Tense.Past || figure.Binding.IsDone || figure.Paragraph.Tenses.IsDoneBehind(figure.Paragraph.Form, figure.Quantity.End, figure.Clause.End, NextFigure(figure)))
            return MentionKind.Achievement;
        if (tense != Tense.Ahead && IsKeptForYears(figure))
            return MentionKind.Achievement;
        if (Cancelled(figure))
            return MentionKind.Cancelled;
        if (figure.Quantity.IsNominal)
            return IsRoundName(figure) ? MentionKind.Nominal : MentionKind.Description;
        if (figure.Quantity.IsVague && tense != Tense.Ahead)
            return MentionKind.Achievement;
        if (figure.Paragraph.Scopes.Exists(s => s.Start <= figure.Quantity.Start && figure.Quantity.Start < s.End))
            return MentionKind.Description;
        if (IsStructure(figure))
            return MentionKind.Structure;
        if (tense == Tense.Ahead && IsRemainder(figure))
            return MentionKind.Target;
        if (Qualifies(figure) is { } other)
            return other;
        return IsToBeReached(figure) ? MentionKind.Target : MentionKind.Unclear;
    }

    // 参保率连续三年稳定在96%以上: as it has been.
    private static bool IsKeptForYears(Figure figure)
        => figure.Previous is { UnitClass: UnitClass.Duration } years && years.Quantity.End == figure.Start && figure.View.AsSpan(0, years.Quantity.Start).EndsWith("连续", StringComparison.Ordinal);

    // 其余4个项目要在5月底前完成: what is left of a count, and what is to become of it.
    private static bool IsRemainder(Figure figure)
        => figure.UnitClass == UnitClass.Count && EndsWithAny(Trimmed(figure.Before), ["剩余", "其余", "余下", "剩下", "尚余", "剩余的", "其余的", "余下的"])
            && figure.View.AsSpan(figure.End, figure.Clause.End - figure.End) is var behind && (HasAny(behind, Finishing) || HasAny(behind, Settled));

    // 启动百名…计划, 选派千名干部: a round count; 千吨级泊位, 百亿产业 say how large something is.
    private static bool IsRoundName(Figure figure)
        => figure.UnitClass == UnitClass.Count && (Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is not null
            || HasAny(figure.View.AsSpan(figure.End, figure.Clause.End - figure.End), ["计划", "行动", "工程", "活动"]));

    private static int NextFigure(Figure figure)
    {
        var next = figure.Paragraph.Figures.Find(f => f.Start > figure.Quantity.Start);
        return next?.Start ?? int.MaxValue;
    }

    // 由60%提高到70%; 在完成120个的基础上; 原定500个
    private static bool Baseline(Figure figure)
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

    private static bool Cancelled(Figure figure)
    {
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start);
        if (lead.Contains("不再", StringComparison.Ordinal))
            return true;
        // 取消新建公园2个的任务 gives a target up; 取消审批20项 is one.
        return HasAny(lead, Cancelling) && HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Clause.End - figure.Clause.Start), ["任务", "目标", "指标", "新建", "建设"]);
    }

    private static bool IsStructure(Figure figure)
    {
        if (figure.UnitClass != UnitClass.Count)
            return false;
        var behind = figure.Behind;
        if (figure.Unit?.Text is not ("个" or "项" or "条" or "件" or "类" or "批"))
            return false;
        // 每季度不少于5个事项, 减至2个环节: what is bound is counted.
        if (figure.Binding is { Change: 1 or -1, IsAbsolute: true })
            return false;
        if (figure.Binding.Before is Bound.AtLeast or Bound.MoreThan or Bound.AtMost && EachMarks.IsEach(figure))
            return false;
        var before = figure.Before;
        if (Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is { } verb
            && figure.View[verb.Start..verb.End] is "出台" or "推出" or "制定" or "新增" or "发布")
            return false;
        // 共明确12项重点工作, 5个方面12项工作: the text's own parts; 实施12项工程 is to be done.
        if ((Declaring.EndsIn(before) || (figure.Previous is { Kind: MentionKind.Structure } && (before.IsEmpty || EndsWithAny(before, Parts)))) && IsWork(behind))
            return true;
        while (StartingWord(behind, PartWords) is { Length: > 0 } word)
            behind = behind[word.Length..];
        if (before.EndsWith("大", StringComparison.Ordinal))
            return false;
        return StartingWord(behind, Parts) is { Length: > 0 } part && (behind.Length == part.Length || !Signs.IsHan(behind[part.Length]) || part is "方面" or "领域" or "环节" or "层面" or "维度" or "大类" or "方向");
    }

    private static bool IsWork(ReadOnlySpan<char> behind)
    {
        var rest = Trimmed(behind);
        var noun = EndingWord(rest, ["工作", "工程", "行动", "指标", "部分"]);
        if (noun.Length == 0)
            return false;
        rest = rest[..^noun.Length];
        while (StartingWord(rest, PartWords) is { Length: > 0 } word)
            rest = rest[word.Length..];
        return rest.IsEmpty;
    }

    /// <summary>What qualifies or describes something instead of being reached; null where it does neither.</summary>
    private static MentionKind? Qualifies(Figure figure)
    {
        var kind = figure.UnitClass;
        var before = Trimmed(figure.Before);
        var behind = Trimmed(figure.Behind);
        var binding = figure.Binding;
        var adjacentVerb = Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is not null || (figure.IsJoined && figure.Previous!.Kind == MentionKind.Target);
        if (StandingStock.Has(figure) || StandingStock.GoesOn(figure))
            figure.IsStock = true;
        if (figure.IsStock || Scoring.IsScore(figure))
            return MentionKind.Description;
        if (Scoring.IsScored(figure))
            return MentionKind.Condition;
        if (IsGrade(figure, before, adjacentVerb))
            return MentionKind.Description;
        // 优秀名额不超过部门总数的30%: how many may be called so.
        if (kind is UnitClass.Share && HasAny(before, ["名额", "等次", "评优"]) && !before.EndsWith('率'))
            return MentionKind.Condition;
        // 补助按月发放,最长不超过36个月: the most anybody gets.
        if (kind is UnitClass.Duration or UnitClass.Money && before is "最长" or "最高" or "最多" && figure.Clause.Previous is { Figures: [.., { Kind: not MentionKind.Target }] })
            return MentionKind.Condition;
        if (kind == UnitClass.Age)
            return before.Contains("寿命", StringComparison.Ordinal) && behind.IsEmpty ? null : MentionKind.Condition;
        if (kind == UnitClass.Duration && IsSupplyTime(figure, behind))
            return null;
        if (kind == UnitClass.Duration && !IsMeasuredTime(figure, before, behind))
            return IsAnswerTime(figure, before, behind) ? null : MentionKind.Condition;
        if (figure.Clause.IsAside && !IsPartOfTarget(figure))
            return MentionKind.Description;

        var isCounted = kind is UnitClass.Count or UnitClass.Share && adjacentVerb;
        if (behind.StartsWith("的", StringComparison.Ordinal) && !isCounted && !IsCertainShare(figure, behind))
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
        // 用好中长期贷款30亿元额度: it is there to be used.
        if (kind == UnitClass.Money && !binding.IsStated && StartingWord(behind, ["额度", "授信"]).Length > 0)
            return MentionKind.Description;
        // 3000平方米社区服务中心1个, 5亿元项目3个: the size belongs to what is counted behind it.
        if (kind is UnitClass.Size or UnitClass.Money && !behind.IsEmpty && NextInClause(figure) && !Verbs.First(figure.View, figure.AfterStart, figure.AfterEnd).HasValue)
            return MentionKind.Description;
        // 按年贴息1个百分点 is paid; 贴息后成本下降1个百分点 is reached.
        if ((kind is UnitClass.Money or UnitClass.Share or UnitClass.Size || (kind == UnitClass.Points && binding.Change is null)) && IsSupport(figure))
            return MentionKind.Description;
        if (SizeWords.IsSizeOf(figure, before))
            return MentionKind.Description;
        // 60%以上的村收入超过15万元: the share is the target, the sum what each of them must have.
        if (figure.Previous is { UnitClass: UnitClass.Share, Kind: MentionKind.Target, Binding.After: Bound.AtLeast } share && share.Behind.StartsWith("的", StringComparison.Ordinal))
            return MentionKind.Condition;
        if (StartsWithCondition(figure))
            return MentionKind.Condition;
        if (IsServed(figure))
            return null;
        if (IsEachOneDone(figure))
            return MentionKind.Condition;
        if (!binding.IsStated && !(figure.Quantity.Value == 0 && before.EndsWith("为", StringComparison.Ordinal)) && EndingWord(before, Governing) is { Length: > 0 } word && !(word == "等" && !behind.IsEmpty && adjacentVerb) && !adjacentVerb && !IsSharedFrom(figure)
            && !(word is "比" && EndsWithAny(before, ["占比", "配比", "生比", "户比", "床位比", "医护比"]))
            && !(word is "及" && before.EndsWith("涉及", StringComparison.Ordinal))
            && !(word is "等" && IsCountOfList(figure, behind))
            && !(word is "为" && before.EndsWith("分别为", StringComparison.Ordinal) && Verbs.BeginningAt(figure.View, figure.Floor, figure.Start) is not null)
            && !(word is "以上" && EndsWithAny(before[..^2], Levels))
            && !(word is "和" or "与" or "及" && Verbs.First(figure.View, figure.Floor, figure.Start) is not null))
            return word is "占" && behind.IsEmpty || IsSetTo(figure, word, before, behind) ? null : MentionKind.Condition;
        // 新增车位2000个,其中城区1500个: a part of what is to be made, wherever it is.
        if (behind.IsEmpty && before.StartsWith("其中", StringComparison.Ordinal) && figure.Clause.Previous is { Figures: [.., { Kind: MentionKind.Target } whole] } && whole.Unit?.Text == figure.Unit?.Text)
            return null;
        // 至少有5个项目入选: the bound stands before 有.
        if (!adjacentVerb && EndingWord(before, Existing) is { Length: > 0 } scope && !binding.IsStated && !EndsWithAny(before, ["至少有", "确保有", "力争有", "争取有", "保证有", "要有", "到全部", "到所有", "至全部", "至所有"]))
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

    // 每新增1家企业奖励10万元, 每招录1名残疾人减免5000元: for every one done.
    private static bool IsEachOneDone(Figure figure)
        => figure is { UnitClass: UnitClass.Count or UnitClass.Points or UnitClass.Share, Quantity.Value: 1 } && figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start) is var lead
            && lead.LastIndexOf('每') is >= 0 and var each && (each + 1 == lead.Length && figure.Behind.Length > 0 && NamesSupport(figure.Behind)
                || Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is { } verb && verb.Start == figure.Clause.Start + each + 1);

    // 确保一次验收合格率为98%: 为 sets a rate where the clause looks ahead; elsewhere it only tells what it is.
    private static bool IsSetTo(Figure figure, string word, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
        => word is "为" && behind.IsEmpty && figure.UnitClass == UnitClass.Share && EndsWithAny(before[..^1], Rates)
            && (HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start), ["确保", "力争", "达到", "实现", "要"])
                || figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target, Confidence: > 0.9 }]);

    // 推进A、B、C等7条道路改造: the names are some of those that are counted. 利用A、B等3个平台发布信息 counts nothing.
    private static bool IsCountOfList(Figure figure, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Count && behind.Length > 1 && IsGoverned(figure)
            && Verbs.First(figure.View, figure.Floor, figure.Start) is { } verb
            && figure.View[verb.Start..verb.End] is not ("组织" or "利用" or "联系" or "通过" or "引导" or "带动" or "集聚" or "整合")
            && StartingWord(behind, ["部门", "单位", "方面", "领域", "环节", "平台", "方式", "形式", "载体"]).Length == 0
            && !NextInClause(figure);

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

    // 3个百分点 is joined to what is before it; 由, 从 do not govern a joined figure.
    private static bool IsSharedFrom(Figure figure) => figure.IsJoined && figure.Previous!.Kind == MentionKind.Target;

    private static bool IsSizeOfMeasured(Figure figure)
        => figure.Paragraph.Figures.Find(f => f.Start > figure.Quantity.Start) is { Unit.Kind: UnitClass.Size } next && next.Start < figure.Clause.End && next.Unit.Text != figure.Unit!.Text
            && figure.View.AsSpan(figure.End, next.Start - figure.End) is { Length: >= 2 and <= 10 } noun && !noun.ContainsAnyExceptInRange('\u4e00', '\u9fff')
            && Verbs.First(figure.View, figure.End, next.Start) is null && BoundWords.Around(figure.Paragraph.Form, next, figure.End) is { Before: null, Change: null };

    private static bool IsSizeOfNext(Figure figure)
        => figure.Paragraph.Figures.Find(f => f.Start > figure.Quantity.Start) is { Unit.Kind: UnitClass.Count } next && next.Start < figure.Clause.End
            && figure.View.AsSpan(figure.End, next.Start - figure.End) is { Length: >= 2 and <= 8 } noun && !noun.ContainsAnyExceptInRange('\u4e00', '\u9fff') && EndsWithAny(noun, ["企业", "项目", "公司", "集团", "园区", "集群", "镇", "村", "基地", "平台", "合作社", "农场", "市场", "商圈", "楼宇", "街区", "品牌", "产品", "单位", "大户", "机构", "小区", "县", "乡", "街道"])
            && Verbs.First(figure.View, figure.End, next.Start) is null;

    private static bool NextInClause(Figure figure)
        => figure.Paragraph.Figures.Exists(f => f.Start >= figure.AfterEnd && f.Start < figure.Clause.End && f.Unit?.Kind == UnitClass.Count
            && figure.View.AsSpan(figure.AfterEnd, f.Start - figure.AfterEnd).IndexOf('、') < 0
            && !(figure.AfterEnd > figure.AfterStart && figure.View[figure.AfterEnd - 1] is '和' or '及' or '与'));

    // 压缩至3个工作日以内, 优良天数达到310天: a time is a target where it is what is measured.
    private static bool IsMeasuredTime(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (!behind.IsEmpty && !IsPunctuated(behind))
            return false;
        if (figure.Binding.Change is 1 or -1)
            return true;
        if (figure.Binding.Before is Bound.AtLeast or Bound.AtMost or Bound.MoreThan or Bound.Approx)
            return true;
        // 播出节目5000小时, 志愿服务3万小时: spells that long would be told in days.
        if (figure.Unit!.Text is "小时" or "个小时" && figure.Quantity.Value >= 100 && before.Length >= 2 && Verbs.Last(figure.View, figure.Floor, figure.Start) is not null)
            return true;
        if (EndingWord(before, ["累计", "合计", "总计", "共计", "共", "总共", "平均"]) is { Length: > 0 } sum)
            before = Trimmed(before[..^sum.Length]);
        return EndingWord(before, ["天数", "时间", "时限", "时长", "日数", "周期", "期限", "用时", "小时数"]) is { Length: > 0 };
    }

    // 满足15天以上市场供应量, 不低于全市3个月消费量: how long a stock lasts.
    private static bool IsSupplyTime(Figure figure, ReadOnlySpan<char> behind)
        => EndsWithAny(behind, ["供应量", "消费量", "用量", "使用量", "需求量", "用气量", "用水量", "用电量", "用煤量", "需求", "需要", "供应", "消费"])
            && (figure.Binding.After == Bound.AtLeast || Verbs.Last(figure.View, figure.Floor, figure.Start) is not null || HasAny(figure.Before, ["满足", "保障", "储备", "不低于", "不少于", "达到"]));

    // 投诉24小时内响应, 接到报警后5分钟内出警: how soon somebody is answered. 印发后30日内报备 answers nobody.
    private static bool IsAnswerTime(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (figure.Binding.After != Bound.AtMost || BoundWords.Answer(behind) is not { Length: > 0 } answer || behind.EndsWith("率", StringComparison.Ordinal))
            return false;
        if (FollowsEvent(figure))
            return !behind.Contains('的');
        return (before.TrimEnd('在').Length >= 2 || figure.Previous is { Kind: MentionKind.Target, UnitClass: UnitClass.Duration }) && before.IndexOfAny('后', '起') < 0 && behind.Length - answer.Length <= 2;
    }

    private static bool FollowsEvent(Figure figure)
    {
        var lead = Trimmed(figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start));
        if (lead.LastIndexOf('后') is >= 0 and var after)
            return HasAny(lead[..after], Events);
        return figure.Clause.Previous is { } previous && Trimmed(figure.View.AsSpan(previous.Start, previous.End - previous.Start)) is var trigger
            && trigger.EndsWith("后", StringComparison.Ordinal) && HasAny(trigger, Events);
    }

    // (其中新建20所): part of the target before the bracket. (总投资5亿元) is not.
    private static bool IsPartOfTarget(Figure figure)
    {
        var start = figure.Clause.Start;
        while (start > 0 && figure.Paragraph.Form[start - 1] != '(')
            start--;
        var words = figure.Paragraph.Form.AsSpan(start);
        if (words.StartsWith("其中", StringComparison.Ordinal))
            return true;
        // 改造320户(含低保户80户): the same thing counted.
        return (words[0] == '含' || words.StartsWith("包括", StringComparison.Ordinal) || words.StartsWith("包含", StringComparison.Ordinal))
            && (IsWhole(figure.Paragraph.Figures.FindLast(f => f.End < start), figure) || IsWhole(figure.Paragraph.Figures.Find(f => f.Start == Signs.Closing(figure.Paragraph.Form, start - 1) + 1), figure));
    }

    private static bool IsWhole(Quantity? whole, Figure part)
        => whole is not null && whole.Unit?.Text == part.Unit?.Text && whole.Value >= part.Quantity.Value;

    // 90%以上的行政村实现…: a share of something that is to do something.
    private static bool IsCertainShare(Figure figure, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Share && (IsShareOfThose(figure, behind) || IsShareThatActs(figure, behind));

    // 95%以上的诉求在3日内办结, 确保80%以上的小区有物业管理
    private static bool IsShareOfThose(Figure figure, ReadOnlySpan<char> behind)
        => figure.Binding.After == Bound.AtLeast && behind.Length > 2
            && (Trimmed(figure.Before) is "确保" or "力争" or "推动" or "实现" or "带动" or "促进" or "力争实现" or "确保有"
                || (Trimmed(figure.Before).IsEmpty && figure.View.AsSpan(figure.End, figure.Clause.End - figure.End) is var rest && (HasAny(rest, Settled) || HasAny(rest, Finishing))));

    private static bool IsShareThatActs(Figure figure, ReadOnlySpan<char> behind)
        => Trimmed(figure.Before).Length <= 4 && figure.Binding.Before is not Bound.AtMost && behind.Length > 3 && (HasAny(behind, Finishing) || StartingWord(behind, Devoted).Length > 0 || (behind.Contains('通') && !HasAny(behind, ["通报", "通知", "通告"])) || HasAny(figure.View.AsSpan(figure.End, figure.Clause.End - figure.End), ["超过", "高于", "不低于", "不少于"]) || Verbs.First(figure.View, figure.AfterStart, figure.AfterEnd) is not null);

    // 捐资助学, 融资助力 and 补贴性培训 give nobody anything.
    private static bool NamesSupport(ReadOnlySpan<char> clause)
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
        => figure.UnitClass == UnitClass.Money && !figure.Binding.IsStated && NamesSupport(clause) && !HasAny(lead, ["全年", "累计", "合计", "共计", "年内", "总额"])
            && figure.Clause.Previous is { } previous && previous.Figures is [.., { Kind: MentionKind.Condition } condition]
            && figure.View.AsSpan(condition.End, previous.End - condition.End).Contains('的');

    private static bool IsSupport(Figure figure)
    {
        var clause = figure.View.AsSpan(figure.Clause.Start, figure.Clause.End - figure.Clause.Start);
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start);
        if (figure.Binding.IsAbsolute)
            return false;
        // 贴息资金规模增长两成: what changes is no support, unless it is what somebody gets more: 贷款额度上浮20%.
        if (figure is { UnitClass: UnitClass.Share, Binding.Change: 1 or -1 } && Trimmed(figure.Behind).IsEmpty)
            return lead.Contains("给予", StringComparison.Ordinal) || figure.View.AsSpan(figure.Start, figure.Quantity.Start - figure.Start).Contains('浮');
        if (IsForThoseWhoQualify(figure, clause, lead))
            return true;
        // 每新增1家企业奖励10万元
        if (figure is { UnitClass: UnitClass.Money, Previous: { Kind: MentionKind.Condition } one } && IsEachOneDone(one))
            return true;
        // 按每人每月215元发放: the rate at which it is paid.
        if (figure.UnitClass == UnitClass.Money && lead.LastIndexOf('按') is >= 0 and var by && Verbs.Last(figure.View, figure.Clause.Start + by + 1, figure.Start) is null
            && Trimmed(figure.Behind) is var paid && StartingWord(paid.StartsWith("的", StringComparison.Ordinal) ? paid[1..] : paid, Paid).Length > 0)
            return true;
        // 资助覆盖率保持100%, 预收费存管率达到98%: a rate that is reached, whatever it is a rate of.
        if (figure.UnitClass == UnitClass.Share && Trimmed(figure.Behind).IsEmpty && EndsWithAny(WithoutTime(figure), Rates) && !HasAny(lead, ["按", "给予", "最高"]))
            return false;
        foreach (var each in new[] { "每人", "每户", "每亩", "每名", "每平方米", "每家", "每吨", "每个", "每车", "人均补", "每生", "每套", "每辆", "每台" })
        {
            if (lead.Contains(each, StringComparison.Ordinal) && (NamesSupport(clause) || (figure.UnitClass == UnitClass.Money && HasAny(clause, ["救助", "慰问", "补偿", "赔付"]))))
                return true;
        }

        // 按每人300元标准 is a tariff; 低保标准不低于800元 is what is to be reached.
        var isMeasure = figure.Binding.IsStated && Trimmed(figure.Behind).IsEmpty && lead.Contains("标准", StringComparison.Ordinal) && lead.IndexOf('按') < 0;
        if (isMeasure && (!NamesSupport(clause) || (figure.Binding.Before is not null && lead.Contains("收费标准", StringComparison.Ordinal))))
            return false;
        var supports = NamesSupport(clause) || (figure.UnitClass == UnitClass.Money && HasAny(clause, Tariffs));
        return figure.UnitClass is UnitClass.Money or UnitClass.Share or UnitClass.Points && supports && !HasAny(lead, Spending) && figure.Binding is not { Before: not null, Change: not null };
    }

    // 补助资金支付率10月底前达到80%
    private static ReadOnlySpan<char> WithoutTime(Figure figure)
    {
        var end = figure.Floor + figure.Before.TrimEnd().Length;
        while (figure.Paragraph.Times.Find(t => t.End == end && t.Start > figure.Floor) is { } time)
            end = time.Start;
        return Trimmed(figure.View.AsSpan(figure.Floor, end - figure.Floor));
    }

    // 对年产值超过1亿元的企业…, 达到50人的…
    private static bool StartsWithCondition(Figure figure)
    {
        var clause = figure.View.AsSpan(figure.Clause.Start, figure.Clause.End - figure.Clause.Start).TrimStart();
        if (clause.IsEmpty || clause[0] is not ('对' or '凡' or '若') || (clause.StartsWith("对接", StringComparison.Ordinal) && clause.Length > 2 && clause[2] is not ('种' or '受' or '待' or '到' or '入' or '警' or '诉')) || clause.StartsWith("对标", StringComparison.Ordinal) || clause.StartsWith("对外", StringComparison.Ordinal) || clause.StartsWith("对口", StringComparison.Ordinal))
            return clause.EndsWith("的", StringComparison.Ordinal);
        // 对大型商场每季度开展1次检查: how often something is done to what is meant.
        if (EachMarks.IsEachTime(figure) && figure.UnitClass == UnitClass.Count)
            return false;
        var behind = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End);
        // 对共建国家出口占比提高到45% is reached: nothing follows that would hang on it.
        if (figure.Binding.IsStated && Trimmed(behind).IsEmpty && !HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Clause.SentenceEnd - figure.Clause.Start), Supports))
            return false;
        // 对120个小区实施改造 is to be done; 对规模1亿元以上的企业给予… is a condition.
        if (figure.UnitClass == UnitClass.Count && figure.Binding.After is null && Verbs.First(figure.View, figure.AfterStart, figure.Clause.End) is not null)
            return HasAny(figure.View.AsSpan(figure.Clause.Start, figure.Clause.SentenceEnd - figure.Clause.Start), Supports);
        if (IsDoneForThem(figure, behind))
            return false;
        // 对验收不合格的18个村,6月底前全部整改到位: all of them, though the next clause counts nothing.
        if (figure.UnitClass == UnitClass.Count && !figure.Binding.IsStated && IsFinishedInNextClause(figure))
            return false;
        // 对排查出的637个点位,年内…: what the next clause is about.
        if (figure.UnitClass == UnitClass.Count && !figure.Binding.IsStated && Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: true) is null && !EachMarks.IsEach(figure) && Verbs.First(figure.View, figure.AfterStart, figure.Clause.End) is null)
            return true;
        return behind.Contains('的') || figure.Clause.End >= figure.Clause.SentenceEnd || Verbs.First(figure.View, figure.Clause.Start + 1, figure.Start) is null;
    }

    // 对年收入500万元以上的企业开展培育、新增数据商50家: behind those who are meant stands what is done, and how much of it.
    private static bool IsDoneForThem(Figure figure, ReadOnlySpan<char> behind)
    {
        if (figure.Previous is not { } previous || figure.UnitClass is not (UnitClass.Count or UnitClass.Size) || behind.Contains('的') || NamesSupport(figure.View.AsSpan(figure.Clause.Start, figure.Clause.SentenceEnd - figure.Clause.Start)))
            return false;
        // What is done is told behind the last of what qualifies them: 的企业, 的平台.
        var whom = figure.Before.LastIndexOf('的') + 1;
        return (whom > 0 || previous.Kind == MentionKind.Target) && Verbs.Last(figure.View, figure.Floor + whom, figure.Start) is not null;
    }

    private static bool IsFinishedInNextClause(Figure figure)
    {
        if (figure.Paragraph.Clauses.Find(c => c.Start > figure.Clause.End - 1 && !c.IsAside && c.SentenceStart == figure.Clause.SentenceStart) is not { } next)
            return false;
        var words = figure.Paragraph.Flat.AsSpan(next.Start, next.End - next.Start);
        return words.Contains("全部", StringComparison.Ordinal) && (HasAny(words, Finishing) || HasAny(words, Settled)) && !figure.Paragraph.Figures.Exists(f => f.Start >= next.Start && f.Start < next.End);
    }

    private static bool IsToBeReached(Figure figure)
    {
        var quantity = figure.Quantity;
        var binding = figure.Binding;
        var view = figure.View;
        var before = Trimmed(figure.Before);
        var behind = Trimmed(figure.Behind);
        var adjacent = Verbs.EndingAt(view, figure.Floor, figure.Start, single: true) is not null;
        var hasVerb = adjacent || Verbs.Last(view, figure.Floor, figure.Start) is not null;
        var isEach = EachMarks.IsEach(figure);
        if (figure.Unit is null)
            return IsIndex(figure, before, behind) && Sure(figure, 0.8);
        if (quantity.IsHan && figure.UnitClass == UnitClass.Count && quantity.Value <= 10 && quantity.Upper is null)
        {
            // 一个, 一批 are articles; 建成两所 counts.
            if (quantity.Value == 1 && binding.Before is null && !(isEach && (!EachMarks.IsEachTime(figure) || IsBoundBeforeVerb(figure) || IsWorkDoneEachTime(figure, behind))))
                return false;
            if (!adjacent && binding.Before is null && !isEach && !(figure.IsJoined || behind.IsEmpty) && !(before.EndsWith("等", StringComparison.Ordinal) && IsCountOfList(figure, behind)))
                return false;
        }

        if (isEach || adjacent)
            return Sure(figure, 0.95);
        // 境外游客三年翻一番: in how many years stands between.
        if (figure.Paragraph.Form[quantity.Start] == '翻' && behind.IsEmpty)
            return Sure(figure, 0.85);
        if ((binding.After is null or Bound.Approx || behind.IsEmpty) && (binding.Change is not null || binding.Before is not null))
            return Sure(figure, before.IsEmpty && figure.Clause.Previous is null ? 0.8 : 0.95);
        if (quantity.Upper is not null && (hasVerb || behind.IsEmpty))
            return Sure(figure, 0.9);
        if (hasVerb && (behind.IsEmpty || IsPunctuated(behind)))
            return Sure(figure, 0.95);
        // 统筹资金1.6亿元用于养老
        if (figure.UnitClass == UnitClass.Money && StartingWord(behind, ["用于", "投向", "专项用于"]).Length > 0 && EndsWithAny(before, ["资金", "经费", "财力", "债券", "投资"]))
            return Sure(figure, 0.8);
        if (figure.IsJoined && figure.Previous!.Kind == MentionKind.Target)
            return Sure(figure, 0.9);
        if (figure.UnitClass == UnitClass.Duration && (IsAnswerTime(figure, before, behind) || IsSupplyTime(figure, behind)))
            return Sure(figure, 0.8);
        if (IsServed(figure) || IsCertainShare(figure, behind) || IsShareOfTarget(figure, before, behind))
            return Sure(figure, 0.75);
        if (binding.IsAspirational && behind.IsEmpty)
            return Sure(figure, 0.7);
        if (before.Contains('每') && figure.UnitClass == UnitClass.Count)
            return Sure(figure, 0.8);
        if (hasVerb && !behind.IsEmpty && figure.UnitClass is not UnitClass.Money && IsGoverned(figure))
            return Sure(figure, IsIn(figure, before) ? 0.6 : 0.8);
        if (before.Length >= 2 && behind.IsEmpty)
            return Sure(figure, 0.85);
        // 培育亿元镇3个: the size belongs to the noun, and the verb before it to both.
        if (before.Length == 1 && behind.IsEmpty && figure.UnitClass == UnitClass.Count && figure.Previous is { Kind: MentionKind.Description, UnitClass: UnitClass.Money or UnitClass.Size } size && size.End == figure.Floor && Verbs.First(view, figure.Clause.Start, size.Start) is not null)
            return Sure(figure, 0.75);
        // 10亿元以上项目8个、50亿元以上1个: the noun was said before.
        if (before.IsEmpty && behind.IsEmpty && figure.Previous is { Kind: MentionKind.Condition, UnitClass: UnitClass.Money or UnitClass.Size, Previous: { Kind: MentionKind.Target } counted } limit && limit.End == figure.Start && counted.Unit?.Text == figure.Unit.Text)
            return Sure(figure, 0.75);
        if (IsLabelled(figure, before, behind))
            return Sure(figure, 0.75);
        if (before.IsEmpty && !behind.IsEmpty && HasAny(behind, Finishing))
            return Sure(figure, 0.8);
        if (before.Length <= 1 && figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target }] && figure.UnitClass == UnitClass.Count)
            return Sure(figure, 0.75);
        if (figure.Previous is { Kind: MentionKind.Target } && behind.IsEmpty)
            return Sure(figure, 0.8);
        if (figure.Previous is { Kind: MentionKind.Target } && figure.UnitClass == UnitClass.Count)
            return Sure(figure, 0.7);
        if (IsIn(figure, before) && (HasAny(behind, Finishing) || Verbs.First(view, figure.AfterStart, figure.AfterEnd) is not null || (NextCount(figure) && Verbs.First(view, figure.AfterStart, figure.Clause.End) is not null)))
            return Sure(figure, 0.6);
        if (before.Length >= 2 && figure.UnitClass is UnitClass.Share && HasAny(behind, Finishing))
            return Sure(figure, 0.8);
        // A verb nobody listed, with a count and a noun: asked about.
        if (figure.UnitClass == UnitClass.Count && before.Length >= 2 && before[^1] != '的' && !behind.IsEmpty && !quantity.IsHan && !HasAny(before, Verbs.Tending) && figure.AfterEnd == figure.Clause.End)
            return Sure(figure, 0.6);
        return false;

        static bool Sure(Figure figure, double confidence)
        {
            figure.Confidence = confidence;
            return true;
        }
    }

    // 灌溉水有效利用系数提高到0.585, 空气质量综合指数降至3.8以下: numbers that nothing is counted in.
    private static bool IsIndex(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
        => figure.Binding.IsStated && behind.IsEmpty && !figure.Quantity.IsHan && figure.Quantity.Value < 10_000 && EndsWithAny(before, ["系数", "指数", "容积率", "综合得分", "pH值", "比值", "周转率"]);

    // 安排资金8600万元,其中三成左右采用新工艺: what a share of the target before is for.
    private static bool IsShareOfTarget(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Share && before is "" or "其中" or "其中有" && behind.Length > 1 && behind[0] != '的'
            && figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target }];

    // 每季度至少开展一次检查: the bound stands before the verb.
    private static bool IsBoundBeforeVerb(Figure figure)
    {
        var lead = figure.View.AsSpan(figure.Floor, figure.Start - figure.Floor);
        var least = Math.Max(lead.LastIndexOf("至少", StringComparison.Ordinal), lead.LastIndexOf("不少于", StringComparison.Ordinal));
        return least >= 0 && Verbs.First(figure.View, figure.Floor + least, figure.Start) is { } verb && verb.Start <= figure.Floor + least + 3;
    }

    // 每季度开展一次联合检查 is work; 每月召开一次例会, 每季度通报一次 is how an office runs itself.
    private static bool IsWorkDoneEachTime(Figure figure, ReadOnlySpan<char> behind)
        => figure.Unit!.Text == "次" && behind.Length > 2 && !HasAny(behind, ["会", "调度", "通报", "报告", "研究", "汇报", "总结", "分析", "自评", "自查"])
            && Verbs.EndingAt(figure.View, figure.Floor, figure.Start, single: false) is { } verb && figure.View[verb.Start..verb.End] is "开展" or "组织" or "举办" or "举行" or "组织开展" or "实施";

    // 利润总额:5.2亿元
    private static bool IsLabelled(Figure figure, ReadOnlySpan<char> before, ReadOnlySpan<char> behind)
    {
        if (!before.IsEmpty || !behind.IsEmpty || figure.Previous is not null || figure.Clause.Previous is not { } label || figure.View[figure.Clause.Start - 1] != ':' || label.End - label.Start > 24)
            return false;
        var words = Trimmed(figure.View.AsSpan(label.Start, label.End - label.Start));
        return words.Length > 1 && !SizeWords.EndIn(words) && !EndsWithAny(words, ["标准", "金额", "经费", "预算", "人数", "电话", "编号", "职数", "名额", "分值", "权重", "得分", "基数", "现状", "完成"]);
    }

    // 为全县2600户家庭实施改造, 对120个小区开展排查: those something is done for are counted.
    private static bool IsServed(Figure figure)
    {
        var lead = Trimmed(figure.Before);
        // 对高度100米以上的32栋建筑开展体检: what qualifies them stands between.
        if (lead is "的" && figure.Previous is { Kind: MentionKind.Condition or MentionKind.Description })
        {
            var first = figure.Previous;
            while (first.Previous is { Kind: MentionKind.Condition or MentionKind.Description } earlier)
                first = earlier;
            lead = Trimmed(first.Before);
            lead = lead.IsEmpty ? lead : lead[..1];
        }

        // 为符合条件的3000名学生发放助学金
        if (lead.Length > 2 && lead[^1] == '的' && lead[0] is '为' or '给' or '向' or '对' && Verbs.First(figure.View, figure.Floor, figure.Start) is null)
            lead = lead[..1];
        foreach (var scope in Existing)
        {
            if (lead.EndsWith(scope, StringComparison.Ordinal))
            {
                lead = Trimmed(lead[..^scope.Length]);
                break;
            }
        }

        return figure.UnitClass == UnitClass.Count && figure.Binding.After is null && lead.Length > 0 && lead[^1] is '为' or '给' or '对' or '向'
            && (Verbs.First(figure.View, figure.AfterStart, figure.Clause.End) is not null
                // 完成对35家企业的走访: what is done is a noun behind them.
                || (lead[^1] == '对' && figure.Behind.Contains('的') && Verbs.EndingAt(figure.View, figure.Floor, figure.Start - 1, single: false) is not null));
    }

    // 在5个镇、12个村开展试点
    private static bool NextCount(Figure figure)
        => figure.Paragraph.Figures.Find(f => f.Start > figure.End) is { Unit.Kind: UnitClass.Count } next && next.Start == figure.AfterEnd + 1 && figure.View[figure.AfterEnd] == '、';

    private static bool IsIn(Figure figure, ReadOnlySpan<char> before) => figure.UnitClass == UnitClass.Count && before.EndsWith("在", StringComparison.Ordinal);

    // 完成全市120个小区改造, 培育A、B、C3个集群: the first verb of the part governs; 加强…队伍 counts nothing.
    private static bool IsGoverned(Figure figure)
    {
        for (var at = figure.Floor; at < figure.Start; at++)
        {
            if (Verbs.BeginningAt(figure.View, at, figure.Start) is not null)
                return true;
            foreach (var verb in Verbs.Tending)
            {
                if (string.CompareOrdinal(figure.View, at, verb, 0, verb.Length) == 0)
                    return verb is "加快" or "统筹" or "协同" or "督促" or "指导" && Verbs.BeginningAt(figure.View, at + verb.Length, figure.Start) is not null;
            }
        }

        return false;
    }
}
