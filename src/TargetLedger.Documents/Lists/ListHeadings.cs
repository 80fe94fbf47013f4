using TargetLedger.Documents.Sheets;

namespace TargetLedger.Documents.Lists;

/// <summary>
/// The sheets behind a list: what belongs to an item and would overload its row, and what the list is of. Each is known
/// again by its headings.
/// </summary>
public static class ListHeadings
{
    public const string Task = ListColumns.Task;
    public const string Number = ListColumns.Number;
    public const string Node = "节点名称";
    public const string Planned = "计划完成日";
    public const string Sign = "完成标志";
    public const string Weight = "权重";
    public const string NodeId = "节点代码";

    public const string Way = "汇总方式";
    public const string Group = "单位组";
    public const string Member = "分解到";
    public const string Quota = "分解数";
    public const string OwnShare = "本级自留";

    public const string Role = "角色";
    public const string Answering = "责任单位";
    public const string Side = "代表一方";
    public const string Inferred = "角色系推定";

    public const string Direction = "计数方向";
    public const string OtherPlan = "对方方案";
    public const string OtherNumber = "对方编号";
    public const string From = "自";
    public const string Until = "止";
    public const string Authority = "依据";

    public const string PlanCode = ListColumns.Plan;
    public const string Document = "文件标题";
    public const string Issuer = "印发机关";
    public const string DocumentNumber = "文号";
    public const string IssuedOn = "印发日期";
    public const string Start = ListColumns.Start;
    public const string End = "截止日期";

    public const string SourceKind = "来源类别";
    public const string SourceTitle = "来源名称";
    public const string SourcePlace = "位置";

    public const string UnitCode = "单位代码";
    public const string UnitName = "单位名称";
    public const string UnitKind = "单位类别";
    public const string Alias = "别称";
    public const string CreditCode = "统一社会信用代码";
    public const string RegionCode = "行政区划代码";

    public const string GroupCode = "组代码";
    public const string GroupName = "组名称";
    public const string IsOpen = "未列全成员";

    public static IReadOnlyList<string> OfNodes { get; } = [PlanCode, Number, NodeId, Node, Planned, Sign, Weight];

    public static IReadOnlyList<string> OfDivisions { get; } = [PlanCode, Number, Way, Group, Member, Quota];

    /// <summary>Only of items and tasks whose leads and partners are not all said in the list itself.</summary>
    public static IReadOnlyList<string> OfAnswering { get; } = [PlanCode, Task, Number, Role, Answering, Side, Inferred];

    public static IReadOnlyList<string> OfLinks { get; } = [PlanCode, Number, Direction, OtherPlan, OtherNumber, From, Until, Authority];

    public static IReadOnlyList<string> OfPlans { get; } = [PlanCode, Document, Issuer, DocumentNumber, IssuedOn, Start, End];

    public static IReadOnlyList<string> OfSources { get; } = [PlanCode, SourceKind, SourceTitle, Issuer, DocumentNumber, IssuedOn, SourcePlace];

    public static IReadOnlyList<string> OfUnits { get; } = [UnitCode, UnitName, UnitKind, Alias, CreditCode, RegionCode];

    public static IReadOnlyList<string> OfGroups { get; } = [GroupCode, GroupName, IsOpen, UnitCode, UnitName, From, Until];

    /// <summary>All of them, the list's own needed columns first.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> All { get; } = [ListColumns.Needed, OfNodes, OfDivisions, OfAnswering, OfLinks, OfPlans, OfSources, OfUnits, OfGroups];
}
