using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>What a column of a task table holds.</summary>
internal enum ColumnUse
{
    Other,
    Number,
    Section,
    Task,

    /// <summary>Words under a header nobody foresaw: they say more of the task.</summary>
    Details,
    Indicator,
    District,
    Units,
    Person,
    Deadline,
    UnitOfMeasure,
    Target,

    /// <summary>What was: 2024年实际, 基期. Never a target.</summary>
    Baseline,

    /// <summary>备注: what binds is read, the rest is not.</summary>
    Remarks,
}

/// <summary>Tells from its header what a column holds; of a header of several rows the lowest says most.</summary>
internal static partial class ColumnWords
{
    /// <param name="header">The rows of the header, a line each.</param>
    public static ColumnUse UseOf(string header)
    {
        var parts = header.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return PersonsFirst().IsMatch(header) ? ColumnUse.Units : Single(header);
        var (above, last) = (parts[..^1], parts[^1]);
        // 投资(万元)/财政资金, 自筹: who pays for it.
        if (Array.Exists(above, IsMoney) && Source().IsMatch(TaskTable.WithoutUnit(last)))
            return ColumnUse.Other;
        var own = Single(last);
        // 各区分解任务/江口区: a place is no kind of task, whatever stands above it.
        if (own == ColumnUse.Details && (Place().IsMatch(last) || Array.Exists(above, DealsOut)))
            return Array.Exists(above, p => Single(p) == ColumnUse.Baseline) ? ColumnUse.Baseline : ColumnUse.Details;
        if (last == "名称" && Array.Exists(above, p => Has(p, "指标")))
            return ColumnUse.Indicator;
        // 责任分工/市领导, 责任领导/姓名; but 责任领导及单位/责任单位.
        if (own != ColumnUse.Units && Array.Exists(above, p => Single(p) == ColumnUse.Person))
            return ColumnUse.Person;
        if (last is "单位" or "名称" or "部门" && ResponsibilityReader.RoleOf(string.Concat(above)) is not null)
            return ColumnUse.Units;
        // 现状/数值 was; 完成情况/2026年目标 is to be.
        if (own is ColumnUse.Target or ColumnUse.Details && !Has(last, "目标", "计划", "任务") && Array.Exists(above, p => Single(p) == ColumnUse.Baseline))
            return ColumnUse.Baseline;
        if (own == ColumnUse.Target && Time().IsMatch(last) && Array.Exists(above, p => Has(p, "完成时限", "完成时间", "期限", "日期")))
            return ColumnUse.Deadline;
        return own is ColumnUse.Details ? Single(header) : own;
    }

    /// <summary>市教育局 张某 under 责任单位及责任人.</summary>
    public static bool NamesPersonsToo(string header) => WithPersons().IsMatch(header) || PersonsFirst().IsMatch(header);

    /// <summary>投资情况, 资金安排.</summary>
    public static bool IsMoney(string header) => Has(header, "投资", "资金", "经费");

    /// <summary>A header that can only be one: 牵头单位, 完成时限, 任务名称.</summary>
    public static bool IsLabel(string header)
        => header.Length is >= 2 and <= 10 && !header.Any(char.IsAsciiDigit) && Single(header) is not (ColumnUse.Other or ColumnUse.Details or ColumnUse.Baseline) and var use
            && (use is not (ColumnUse.Task or ColumnUse.Target or ColumnUse.Indicator or ColumnUse.Section) || Label().IsMatch(header));

    /// <summary>江口区 as a header: what that place is to do.</summary>
    public static bool IsPlace(string header) => Place().IsMatch(header);

    private static ColumnUse Single(string header)
    {
        if (Numbering().IsMatch(header))
            return ColumnUse.Number;
        if (WithPersons().IsMatch(header) && ResponsibilityReader.RoleOf(WithPersons().Replace(header, "")) is not null)
            return ColumnUse.Units;
        // Who judges, counts or checks does not answer for it.
        if (Judging().IsMatch(header))
            return ColumnUse.Other;
        if (Marginal().IsMatch(header))
            return ColumnUse.Other;
        if (Has(header, "领导", "责任人", "负责人", "联系人", "联络员", "联系电话", "专班"))
            return ColumnUse.Person;
        if (header is "月份" or "时间(月)" or "完成月份" or "实施月份")
            return ColumnUse.Deadline;
        if (Time().IsMatch(header))
            return ColumnUse.Target;
        if (ResponsibilityReader.RoleOf(header) is not null && !Counted().IsMatch(header) && TaskTable.BracketedUnit(header) is null && !Has(header, "计量单位") && header != "单位" && !header.StartsWith("单位(", StringComparison.Ordinal))
            return ColumnUse.Units;
        if (Beginning().IsMatch(header))
            return ColumnUse.Other;
        if (Has(header, "时限", "期限", "日期", "时间", "节点", "办结", "截止", "年限", "工期", "进度要求", "工作进度") && TaskTable.BracketedUnit(header) is null or { Unit.Text: "年" or "月" or "日" })
            return ColumnUse.Deadline;
        if (header is "单位" or "计量单位" or "指标单位" || header.StartsWith("单位(", StringComparison.Ordinal))
            return ColumnUse.UnitOfMeasure;
        // 较上年增长, 同比: it says of the figures before it how far they differ.
        if (IsChange(header))
            return ColumnUse.Target;
        if (Troubled().IsMatch(header) || Has(header, "基期", "现状", "实际完成", "实际值", "实际数", "完成情况", "基数", "现值", "完成值", "完成数", "上年", "去年", "进展", "已完成", "预计完成", "实绩", "基础值", "同期", "本底", "基准", "底数", "基值", "当前", "目前", "现有", "累计完成", "工作基础", "取得成效", "取得的成效", "完成成效") || header.EndsWith("实际", StringComparison.Ordinal))
            return ColumnUse.Baseline;
        // 分值(分) weighs, whatever its unit.
        if (Weighing().IsMatch(header))
            return ColumnUse.Other;
        // 资金安排, 经费预算(万元), 补贴标准: what pays for it.
        if (Funding().IsMatch(TaskTable.WithoutUnit(header)))
            return ColumnUse.Other;
        // 指标类别, 目标分类: a kind of indicators is none of them.
        if (Grouping().IsMatch(header))
            return ColumnUse.Section;
        if (TaskTable.BracketedUnit(header) is not null)
            return ColumnUse.Target;
        if (Has(header, "备注", "说明"))
            return ColumnUse.Remarks;
        if (header.Length <= 10 && (header is "片区" or "网格" or "流域" or "区县" or "县区" or "区域" or "县市区" or "市州" or "镇街" or "街道" or "乡镇" or "地区" or "县(市、区)" or "区(市)县" or "县(区)" or "区(县)" || Has(header, "县(市", "区(市)", "各区", "各县", "镇(街", "区县名")))
            return ColumnUse.District;
        // 目标名称 names; it is no value.
        if (header.EndsWith("名称", StringComparison.Ordinal))
            return Has(header, "指标") ? ColumnUse.Indicator : ColumnUse.Task;
        if (NamedGoal().IsMatch(header))
            return ColumnUse.Task;
        if (Year().IsMatch(header) || Goal().IsMatch(header) || Has(header, "目标值", "目标", "计划数", "任务数", "任务量", "指标值", "数量", "季度", "上半年", "下半年", "年度计划", "全年", "年均", "进度安排", "预期成效", "工作成效", "成果", "计划完成", "标准", "月度计划", "阶段") && !Has(header, "目标任务", "任务目标"))
            return ColumnUse.Target;
        if (Has(header, "指标"))
            return ColumnUse.Indicator;
        if (Has(header, "类别", "领域", "板块", "一级", "大类", "分类", "方面", "章节", "类型"))
            return ColumnUse.Section;
        if (Has(header, "任务", "事项", "内容", "项目", "举措", "措施", "要点", "实事", "主题", "工作", "名称", "行动", "工程", "目标", "标题", "题目", "案由"))
            return ColumnUse.Task;
        return ColumnUse.Details;
    }

    /// <summary>反馈问题, 存在的问题: what is wrong, and so what is to be put right.</summary>
    public static bool IsTrouble(string header) => Troubled().IsMatch(header) && !header.Contains("分析", StringComparison.Ordinal);

    /// <summary>整改措施, 工作举措: the ways there.</summary>
    public static bool IsWay(string header) => Has(header, "措施", "举措", "做法", "路径", "对策", "办法", "整改要求", "整改内容", "整改目标");

    /// <summary>建设规模, 工程概况: how large something is; 总投资: what all of it costs.</summary>
    public static bool IsScope(string header) => Scope().IsMatch(TaskTable.WithoutUnit(header));

    /// <summary>总投资(万元): what all of it costs, however many years it takes.</summary>
    public static bool IsWholeCost(string header) => WholeCost().IsMatch(TaskTable.WithoutUnit(header));

    /// <summary>2026年形象进度: how far the year is to bring a project, be it in words.</summary>
    public static bool IsProgressOfTheYear(string header) => Has(header, "形象进度", "建设进度", "工程进度", "进度目标");

    /// <summary>计划投资(万元), 预计资金: what something is expected to cost, in whatever year.</summary>
    public static bool IsExpectedCost(string header) => ExpectedCost().IsMatch(TaskTable.WithoutUnit(header));

    /// <summary>建设内容: all that is to be built; beside 年度目标 only what the project is.</summary>
    public static bool IsContent(string header) => Content().IsMatch(header) || IsSizedContent(header);

    /// <summary>建设规模和主要内容: what is to be built, and how much of it.</summary>
    public static bool IsSizedContent(string header) => SizedContent().IsMatch(header);

    /// <summary>年度建设任务, 2026年工作内容: what the year is to bring.</summary>
    public static bool IsWorkOfTheYear(string header) => YearsWork().IsMatch(header);

    /// <summary>较2025年提高, 同比增长, ±%: by how much the figures to its left change.</summary>
    public static bool IsChange(string header) => Change().IsMatch(TaskTable.WithoutUnit(header));

    /// <summary>年均增长[累计]: a pace for some rows, a sum for others.</summary>
    public static bool IsPaceOrSum(string header) => Has(header, "年均", "年平均") && header.Contains("累计", StringComparison.Ordinal);

    /// <summary>各县区分解任务, 任务分配: what stands below it are the places or units that get a share.</summary>
    public static bool DealsOut(string header) => Sharing().IsMatch(header);

    /// <summary>合计, 全市, 集团合计: the sum of the shares beside it.</summary>
    public static bool IsTotal(string header) => Sum().IsMatch(header);

    /// <summary>奋斗目标, 力争值: more than what has to be.</summary>
    public static bool Aspires(string header) => Has(header, "奋斗", "挑战", "力争", "争取");

    /// <summary>建设地点, 服务对象: names of places and units that answer for nothing.</summary>
    public static bool IsAbout(string header) => Has(header, "地点", "地址", "位置", "区域", "范围", "所在", "园区", "对象", "来源", "属地", "选址", "服务", "培训", "合作", "帮扶", "受益");

    public static bool Has(string header, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (header.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    [GeneratedRegex("^[^责牵]*(考核|考评|评价|评估|审核|审查|验收|督查|督办|督导|监督|统计|数据来源|数据提供|监测|监管|监理|设计|勘察)(评价|认定|责任)?(单位|部门|科室|处室|主体|机构)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Judging();

    [GeneratedRegex("^(序|序号|编号|编码|号|N[Oo]\\.?|№|项|项次|行次|条目|(任务|项目|目标|指标|清单|事项|工作)(序号|编号|编码|代码|号)|(建议|提案|议案|问题|实事|批示|信访|案件|课题|台账|卡片)(序号|编号))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Numbering();

    // 参与人数, 协议金额: what is counted, not who takes part.
    [GeneratedRegex("(数|数量|人次|总量|率|额|占比|比例)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Counted();

    // What proves, pays for, or is to be looked up, and how far one should be by now.
    [GeneratedRegex("^序时进度|(佐证|印证|支撑|证明|备查)(材料|资料)|(来源|依据|出处|地点|地址|位置|代码|状态|等级|频次|周期|细则)$|^(考核|考评|评价|评估|计分|评分|扣分|加分|赋分)[^标目指]{0,4}(办法|方式|方法|细则|规则|说明|程序)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Marginal();

    [GeneratedRegex("^(计划|拟|预计)?(启动|开工|动工|开始|起始|立项|进场|部署)(时间|日期|时限|年月|节点)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Beginning();

    [GeneratedRegex("^(存在|主要|突出|反馈|具体|巡察|巡视|督察|督查|督导|审计|检查|排查|发现|查摆|整改|移交|交办|通报|群众|信访|环保|案件|共性|个性|隐患)*的?(问题|短板|困难|不足|风险点?|风险隐患|诉求|需求|缺口|隐患)(点位)?(及原因|表现|描述|情况|内容|简述|概述|概况|摘要|清单)?$|^(原因|问题)分析$|^(具体|主要|问题|突出|典型)(表现|症结|情形)(形式|描述)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Troubled();

    [GeneratedRegex("^(项目|工程)?(主要)?((建设|工程|总体|设计|改造|整治|实施|投资)?规模|(项目|工程)(概况|简介|概述|基本情况|基本概况))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Scope();

    [GeneratedRegex("^(项目|工程)?(计划|预计|估算|拟|概算|匡算)(总)?(投资|资金|投入|经费)(额|金额)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex ExpectedCost();

    [GeneratedRegex("^(项目|工程|计划|估算|概算|预算|匡算|预计)*(总投资额?|总概算|投资总额|估算投资|概算投资|投资估算|投资概算|总投资(估算|概算))$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex WholeCost();

    [GeneratedRegex("^(项目|工程)?(主要)?(建设|改造|工程|实施|项目)内容$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Content();

    [GeneratedRegex("^(项目|工程)?(主要)?((建设|工程|总体|设计|改造|整治|实施|投资)?规模(及|和|与|、|/)?\\(?(主要)?(建设|工程|改造|实施|项目)?内容\\)?|(建设|改造|工程|实施|项目)?(主要)?内容(及|和|与|、|/)?\\(?(建设|工程|改造|投资|项目)?规模\\)?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex SizedContent();

    [GeneratedRegex("^(20\\d\\d年度?|年度|本年度?|今年|当年|全年)(主要|重点)?(建设|工作|实施|改造|施工|推进)?(任务|内容|安排)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex YearsWork();

    // 目标事项 names what is to be done; 目标值 says how far.
    [GeneratedRegex("目标(事项|项目|任务)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NamedGoal();

    [GeneratedRegex("(底线|奋斗|挑战|门槛|保底|确保|力争|争取|达标|考核|预期|任务|计划|期望|控制|约束|下达|分解|核定|责任|红线|安排)(值|数|量|额)$|^(年度|计划|当年|本年|全年|今年|年内)(度)?(计划|拟)?(完成)?投资额?$|^(今年|本年|当年|年内|计划|拟)(度)?(计划|拟)?(新增|增量|净增|新建)(数|量|值|额)?$|^(拟|计划|年内|年末)(完成|达到|实现|建成)(数|量|值|额)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Goal();

    [GeneratedRegex("^(((较|比|与)(20\\d\\d年|上年|去年|上年度|上年同期|基期))?(同比|环比|相比)?(提高|增长|增加|提升|下降|降低|减少|压减|增减|增幅|降幅|增速|升降|变化|±)(率|幅度|值|幅)?[±%]*|同比±?|(较|比)(上年|去年|20\\d\\d年)±?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Change();

    [GeneratedRegex("各[\u4e00-\u9fff()、]{1,8}(任务|目标|计划|指标|分解|数)|(任务|目标|指标|计划)?(分解|分配|下达|分摊)(任务|情况|数|表|到[\u4e00-\u9fff]{1,4})?$|^各?(区县|县区|县市区|镇街|乡镇|街道|分公司)$|^各(单位|部门|科室|公司|学校|校区|院区|中心)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Sharing();

    [GeneratedRegex("^(合计|总计|总数|总量|小计|共计|全[市县区省州镇乡院校局]|[\u4e00-\u9fff]{2,4}(合计|总计))(任务|目标|数|量|值|任务数)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Sum();

    [GeneratedRegex(@"20\d\d年?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"属性|依据|资金来源|性质|权重|权数|(分值|评分|得分|赋分|基础分|标准分|满分|计分|记分|分数|配分|总分|^分|^权)(标准|办法|规则|方法)?(\([^()]*\))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Weighing();

    [GeneratedRegex("^(所属|工作|任务|目标|指标|考核|考评|业务|项目|重点|责任|一级|二级)*(类别|分类|大类|类型|板块|领域|方面|维度|条线|模块|单元|类)$|^[一二](级|层)(类|目录|分类)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Grouping();

    // 6月底, 前三季度, 年底, 1-9月, 上半年目标: the day a stage ends.
    [GeneratedRegex(
        @"^(截至|到|至)?(20\d\d年|今年|本年)?((1[0-2]|[1-9])(月份?)?[-~至](1[0-2]|[1-9])月份?|(1[0-2]|[1-9])月份?(底|末|中旬|[1-3]?\d日)?|前?第?[一二三四1-4]季度末?|Q[1-4]|前三季度|上半年|下半年|半年|年中|年底|年末|全年)(前|以前|止|累计)?(应)?(达到|完成|目标|任务|计划|节点|进度|要求|安排|值|数|阶段性)*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Time();

    [GeneratedRegex(@"(及|和|与|、|/|\()(主要|分管|市级|县级|区级|牵头|包抓|责任)*(领导|责任人|负责人|联系人|联络员|人)\)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex WithPersons();

    [GeneratedRegex("^(市级|县级|区级|分管|包抓|包保|主要|具体)*(责任人|负责人|联系人)(及|和|与|、|/)(所在|责任|牵头|主管|承办)?(单位|部门|科室|处室)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PersonsFirst();

    [GeneratedRegex("^(其中:?)?((中央|省级?|市级?|县级?|区级?|镇级?|本级|各级|上级|地方)(财政|预算内|资金|补助|配套|投资)+|财政(资金|投入|拨款|预算)?|(中央)?预算内(资金|投资)?|(地方政府)?专项(债券?|资金)|债券(资金)?|(银行)?贷款|融资|(企业|业主|单位|村级|镇街)?自筹(资金)?|社会(资本|投资|资金|捐赠)|其他(资金)?|(奖补|补助|配套)资金)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Source();

    // 经费预算, 资金安排: what it is paid from; 补贴标准: what each one gets. 年度资金 is to be spent.
    [GeneratedRegex("^(所需|项目|工程|工作|专项|财政)?(经费|资金)(预算|概算|估算|测算|匡算|来源|渠道|筹措|筹集|保障|安排|需求|落实|构成)(及?(来源|渠道|筹措)|情况|方案|方式|数|额)?$|^(项目|资金|经费|财政|投资)?(预算|概算|匡算)(金额|资金|经费|安排|数|额)?$|^所需(资金|经费)$|^(财政|政府|资金)?(补贴|补助|奖补|奖励|资助|收费)(标准|政策|额度)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Funding();

    [GeneratedRegex("(名称|任务|内容|目标|目标值|指标|事项|举措|措施|类别|要求|标准|成效|安排|要点|项目)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Label();

    [GeneratedRegex("^(?![各全本]|新建|新增|新设|改造|创建|建设|培育|打造|整治|提升|治理)[\u4e00-\u9fff]{1,6}((?<![小社景片灌林库山])区|县|市|旗|镇|乡|街道|公司|集团|[支分]行|分局|分院|院区|校区|事业部)$|^[省市县区州]本级$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Place();
}
