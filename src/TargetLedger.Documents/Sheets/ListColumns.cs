using System.Text.RegularExpressions;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Sheets;

/// <summary>
/// The columns of a list that is exported (台账), and the words in them: whoever drafts from such a file finds every column by
/// its heading and reads nothing out of prose.
/// </summary>
public static partial class ListColumns
{
    public const string Plan = "方案";
    public const string Section = "板块";
    public const string Task = "任务编号";
    public const string TaskTitle = "重点任务";
    public const string Number = "编号";
    public const string Title = "责任事项";
    public const string Target = "目标";
    public const string Bound = "目标性质";
    public const string Value = "判定依据值";
    public const string Upper = "判定依据上限";
    public const string Measure = "指标";
    public const string Unit = "计量单位";
    public const string Definition = "口径";
    public const string DataSource = "数据来源";
    public const string MayOverlap = "可重复计数";
    public const string Yes = "是";
    public const string Strength = "约束程度";
    public const string Leads = "牵头单位";
    public const string Partners = "配合单位";
    public const string Cadence = "填报周期";
    public const string Start = "起始日期";
    public const string End = "完成时限";
    public const string Nodes = "节点";
    public const string Standing = "状态";
    public const string Baseline = "基数";
    public const string GrowthIn = "增长方式";
    public const string Counts = "计数方式";
    public const string Tolerance = "容差(%)";
    public const string PaceStart = "起算日期";
    public const string Place = "出处";

    /// <summary>What stands between names and numbers in one cell.</summary>
    public const char Comma = '、';

    /// <summary>Names of units in one cell. One that holds a comma itself (各市、县政府) stands in quotation marks.</summary>
    public static string Joined(IEnumerable<string> names)
        => string.Join(Comma, names.Select(n => n.Contains(Comma, StringComparison.Ordinal) ? $"“{n}”" : n));

    /// <summary>The names again.</summary>
    public static IEnumerable<string> Parted(string names)
        => Name().Matches(names).Select(m => m.Groups["quoted"] is { Success: true } quoted ? quoted.Value : m.Value.Trim()).Where(n => n.Length > 0);

    [GeneratedRegex("“(?<quoted>[^”]*、[^”]*)”|[^、]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Name();

    /// <summary>Without one of these a table is another.</summary>
    internal static IReadOnlyList<string> Needed { get; } = [Section, Task, TaskTitle, Number, Title, Target, Bound, Value, Unit, Leads, Partners, End];

    public static string Of(Cadence cadence) => cadence switch
    {
        Domain.Commitments.Cadence.Monthly => "每月",
        Domain.Commitments.Cadence.Quarterly => "每季",
        Domain.Commitments.Cadence.HalfYearly => "每半年",
        Domain.Commitments.Cadence.Yearly => "每年",
        _ => "按节点",
    };

    public static string Of(Bound bound) => bound switch
    {
        Domain.Commitments.Bound.AtLeast => "不少于",
        Domain.Commitments.Bound.MoreThan => "超过",
        Domain.Commitments.Bound.Approx => "左右",
        Domain.Commitments.Bound.Range => "区间",
        Domain.Commitments.Bound.AtMost => "不超过",
        Domain.Commitments.Bound.Exactly => "正好",
        _ => "增长",
    };

    public static string Of(Strength strength) => strength switch
    {
        Domain.Commitments.Strength.Binding => "约束性",
        Domain.Commitments.Strength.Forecast => "预期性",
        _ => "力争",
    };

    public static string Of(GrowthIn growthIn) => growthIn switch
    {
        Domain.Commitments.GrowthIn.Times => "倍数",
        Domain.Commitments.GrowthIn.Points => "百分点",
        _ => "百分比",
    };

    public static string Of(Role role) => role == Role.Lead ? "牵头" : "配合";

    public static string Of(SummingUp way) => way switch
    {
        SummingUp.LeadReports => "牵头报总数",
        SummingUp.MembersAddUp => "成员相加",
        _ => "各自完成",
    };

    public static string Of(UnitKind kind) => kind switch
    {
        UnitKind.PartyOrgan => "党委部门",
        UnitKind.Department => "政府部门",
        UnitKind.District => "区市县",
        UnitKind.PeoplesOrganisation => "群团组织",
        _ => "其他",
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Plan => "方案",
        SourceKind.Minutes => "会议纪要",
        SourceKind.Instruction => "批示",
        SourceKind.Proposal => "建议提案",
        _ => "其他",
    };

    public static string Of(MeasureKind kind) => kind == MeasureKind.Level ? "存量" : "累计";

    /// <summary>名称（2014-09-30）, one a line.</summary>
    public static string Of(Node node) => FormattableString.Invariant($"{node.Name}（{node.Planned:yyyy-MM-dd}）");
}
