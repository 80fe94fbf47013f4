using TargetLedger.Domain.Commitments;
using static TargetLedger.Documents.Quantities.Phrases;

namespace TargetLedger.Documents.Quantities;

/// <summary>Figures that say how large something is, told from sizes somebody is held to.</summary>
internal static class SizeWords
{
    private static readonly string[] Sizes =
    [
        "总投资", "总投资额", "占地", "占地面积", "建筑面积", "总建筑面积", "总面积", "全长", "总长", "总长度", "路线长", "年产", "日产", "日处理", "年处理", "日供水", "年供", "注册资本", "注册资金", "单价", "涉及", "概算", "估算投资",
        "总概算", "面积", "规模", "长度", "长", "宽", "高", "深", "单体", "单个", "设计", "年产值", "年收入", "年主营业务收入", "营业收入", "主营业务收入", "年销售收入", "产值", "投资", "投资额", "投资强度", "纳税", "容量", "装机容量", "装机", "人口", "总人口", "总库容", "库容", "坝高", "设计流量", "总装机", "管径", "工期", "时速", "跨径", "桥长", "路宽", "宽度", "容积率", "成立", "入驻", "距离", "半径", "步行",
        "项目用地", "总用地", "设计规模", "设计能力", "设计产能", "概算投资", "匡算投资", "预算投资", "预算资金", "概算资金", "均宽", "平均宽度", "路面宽", "路基宽", "厚", "厚度", "单个投资", "单体投资",
    ];

    private static readonly string[] Totalling = ["完成", "新增", "增加", "实现", "扩大", "力争", "确保", "提升", "达到", "提高", "净增", "保持", "减少", "压减"];

    /// <summary>总投资, 占地面积: a label of a size.</summary>
    public static bool EndIn(ReadOnlySpan<char> words) => EndsWithAny(words, Sizes);

    public static bool IsSizeOf(Figure figure, ReadOnlySpan<char> before)
    {
        // 设计日供水能力3万吨: what it is built for.
        if (before.StartsWith("设计", StringComparison.Ordinal) && !figure.Binding.IsStated && figure.UnitClass is UnitClass.Size or UnitClass.Duration or UnitClass.Money)
            return true;
        if (EndingWord(before, Sizes) is not { Length: > 0 } size)
            return false;
        var lead = before[..^size.Length];
        if (IsOneOfSizes(figure) || IsCostBehindWorks(figure, size, lead))
            return true;
        if (Trimmed(figure.Behind).IsEmpty && !figure.Clause.IsAside && (IsHeldTo(figure, size) || IsTotalOf(figure, size) || IsNewCapacity(figure, size) || IsServedBy(figure, size)))
            return false;
        if (size is "面积" or "规模" or "投资" or "投资额" or "人口" or "产值" or "长度" or "营业收入" or "主营业务收入" or "容量" or "装机容量" or "装机" or "纳税" or "高" or "长" or "宽" or "深" or "设计" or "单体" or "成立" or "入驻" or "年产值")
        {
            // 绿化面积500亩 stands alone and is reached; 投资5亿元的项目, 产值1亿元以上企业, 单个投资约300万元 and 硬化道路3公里、宽4米 describe.
            return (!Trimmed(figure.Behind).IsEmpty && !HasAny(lead, Totalling) && !figure.Binding.IsAbsolute) || (IsOfEach(lead) && !IsHeldTo(figure, size))
                // 加快建设某电站,该项目装机容量120万千瓦
                || (lead is "该项目" or "该工程" or "该电站" or "该厂" && !figure.Binding.IsStated)
                || (size is "宽" or "高" or "深" && lead.IsEmpty && !figure.Binding.IsStated && figure.Previous is { Kind: MentionKind.Target });
        }

        // 恢复防洪库容380万立方米: what is won back is no size of what holds it.
        return !HasAny(lead, Totalling) && !(size is "库容" && HasAny(lead, ["恢复", "腾出", "腾退", "增扩"]));
    }

    // 含客房320间, behind what a project costs; 该片区涉及征收867户: what it holds or touches.
    public static bool IsHeld(Figure figure)
    {
        if (figure.Binding.IsStated || figure.Clause.IsAside)
            return false;
        var lead = figure.View.AsSpan(figure.Clause.Start, figure.Start - figure.Clause.Start).TrimStart();
        if (StartingWord(lead, ["含", "内含", "包含", "包括"]).Length > 0)
            return figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Description }];
        return lead.IndexOf("涉及", StringComparison.Ordinal) is >= 0 and <= 8 and var touched && Verbs.First(figure.View, figure.Clause.Start, figure.Clause.Start + touched) is null
            && figure.Clause.Previous?.Figures is not [.., { Kind: MentionKind.Target }] && StartingWord(lead, ["该", "本", "此", "项目", "工程", "片区", "改造", "范围"]).Length > 0;
    }

    // 全长87公里、概算152亿元的高速公路: several sizes of the one thing behind them.
    private static bool IsOneOfSizes(Figure figure)
        => figure.Paragraph.FigureAfter(figure.End) is { Unit.Kind: UnitClass.Money or UnitClass.Size } next && next.Start < figure.Clause.End && next.End < figure.Clause.End && figure.View[next.End] == '的'
            && figure.View[figure.End] == '、' && EndIn(figure.View.AsSpan(figure.End, next.Start - figure.End));

    // 新建蓄水池3座,更换管网11公里,投资212万元: what the works before it cost.
    private static bool IsCostBehindWorks(Figure figure, string size, ReadOnlySpan<char> lead)
        => size == "投资" && lead.IsEmpty && figure is { Previous: null, UnitClass: UnitClass.Money, Binding.IsStated: false } && figure.Clause.End >= figure.Clause.SentenceEnd
            && figure.Clause.Previous?.Figures is [.., { Kind: MentionKind.Target, UnitClass: not UnitClass.Money }];

    // 单个投资约300万元, 每盏投资2000元
    private static bool IsOfEach(ReadOnlySpan<char> lead)
        => EndsWithAny(lead, ["单个", "单座", "单体", "单项", "亩均", "户均"]) || (lead.LastIndexOf('每') is >= 0 and var each && lead.Length - each is 2 or 3);

    // 总投资不超过2600万元, 服务半径缩小到2公里以内: a size somebody is held to.
    private static bool IsHeldTo(Figure figure, string size)
        => figure.Binding.Change is not null || (size is not ("单价" or "单体" or "单个" or "占地" or "占地面积" or "注册资本" or "注册资金" or "设计" or "成立" or "入驻" or "距离" or "步行" or "概算" or "总概算" or "估算投资" or "涉及")
            && figure.Binding.Before is Bound.AtLeast or Bound.AtMost or Bound.MoreThan);

    // 改造车道21条、总长47.5公里: the same target in another unit; 新建场馆1座、建筑面积8000平方米 says how large the one is.
    private static bool IsTotalOf(Figure figure, string size)
        => size is "总长" or "总长度" or "全长" or "总面积" or "总建筑面积" or "建筑面积" or "面积" or "长度" && figure.UnitClass == UnitClass.Size
            && figure.Previous is { Kind: MentionKind.Target, UnitClass: UnitClass.Count, Quantity.Value: > 1 };

    // 新增冷库90座、库容4.5万吨: made along with what is counted; 加固水库3座、总库容… was there.
    private static bool IsNewCapacity(Figure figure, string size)
        => size is "库容" or "总库容" or "总装机" && figure.UnitClass == UnitClass.Size && figure.Previous is { Kind: MentionKind.Target, UnitClass: UnitClass.Count, Quantity.Value: > 1 } counted
            && Verbs.Last(figure.View, figure.Clause.Start, counted.Start) is { } verb && figure.View[verb.Start..verb.End] is "新增" or "新建" or "建成" or "增加" or "扩建" or "新改扩建" or "改扩建" or "增设" or "建设";

    // 改造小区48个、涉及1.36万户: those the works are for, counted beside them.
    private static bool IsServedBy(Figure figure, string size)
        => size is "涉及" && figure.UnitClass == UnitClass.Count && figure.Previous is { Kind: MentionKind.Target, UnitClass: UnitClass.Count, Quantity.Value: > 1 };

    // 9座以上客车, 不少于20人的分队: the unit counts what the thing behind it holds, not the thing.
    public static bool IsCapacity(Figure figure, ReadOnlySpan<char> behind)
    {
        if (figure.UnitClass != UnitClass.Count || behind.IsEmpty || figure.Unit is not { } unit || !(figure.Binding.After is Bound.AtLeast or Bound.AtMost || behind[0] == '的' && figure.Binding.IsStated))
            return false;
        var noun = behind[0] == '的' ? behind[1..] : behind;
        noun = noun[..Math.Min(12, noun.Length)];
        return unit.Text switch
        {
            "人" or "名" => HasAny(noun, ["企业", "机构", "队", "单位", "学校", "场所", "食堂", "班", "村", "组织", "小组", "公司", "会议", "活动", "规模", "聚餐", "宿舍"]) && !HasAny(noun, ["人员", "职工", "员工", "负责人", "骨干", "干部", "人才", "教师", "学生", "工作者", "队员", "志愿者", "专家", "医生", "班子", "党员", "人参加", "工匠", "学员", "带头人", "经理人"]),
            "座" => noun.Contains('车'),
            "层" => HasAny(noun, ["楼", "宅", "建筑", "房"]),
            "户" => HasAny(noun, ["村", "小区", "点", "社区", "工程"]),
            "头" or "只" or "羽" => HasAny(noun, ["场", "户", "企业"]),
            "张" or "张床位" or "间" => HasAny(noun, ["医院", "机构", "酒店", "民宿", "宾馆", "企业"]),
            _ => false,
        };
    }
}
