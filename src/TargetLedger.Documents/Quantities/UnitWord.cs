using System.Collections.Frozen;

namespace TargetLedger.Documents.Quantities;

/// <summary>What a unit of quantity measures, as far as reading needs to know.</summary>
internal enum UnitClass
{
    /// <summary>Classifiers: 个, 名, 所, 人次.</summary>
    Count,

    /// <summary>Sizes: 公里, 亩, 吨, 平方米.</summary>
    Size,

    Money,

    /// <summary>%, ‰.</summary>
    Share,

    /// <summary>个百分点.</summary>
    Points,

    /// <summary>倍, 番.</summary>
    Times,

    /// <summary>天, 小时, 年.</summary>
    Duration,

    /// <summary>岁.</summary>
    Age,
}

/// <summary>A unit as written behind a number. 万 and 亿 belong to the number: the unit is always the base one.</summary>
internal sealed record UnitWord(string Text, UnitClass Kind)
{
    private static readonly FrozenDictionary<string, UnitClass> Words = Lexicon();
    private static readonly FrozenDictionary<string, UnitClass>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Words.Keys.Max(w => w.Length);

    /// <summary>The longest unit that begins here, with what it is measured by (微克/立方米).</summary>
    public static UnitWord? At(string form, int at)
    {
        for (var length = Math.Min(Longest, form.Length - at); length > 0; length--)
        {
            if (!BySpan.TryGetValue(form.AsSpan(at, length), out var kind) || IsPartOfAWord(form, at, length))
                continue;

            var end = at + length;
            // 项次, 件次, 台次: counted once each time.
            if (kind == UnitClass.Count && length == 1 && end < form.Length && form[end] == '次' && !(end + 1 < form.Length && form[end + 1] is '要' or '级' or '数' or '生'))
                return new(form.Substring(at, 2), kind);
            if (end + 1 < form.Length && form[end] == '/')
            {
                // 千瓦时, 千克 begin like the scale of 千人.
                var by = end + 1;
                var denominator = At(form, by);
                while (denominator is null && by < form.Length && form[by] is '百' or '千' or '万')
                    denominator = At(form, ++by);
                if (denominator is not null)
                    return new(form[at..(by + denominator.Text.Length)], UnitClass.Size);
            }

            // 毫克每升, 公里每小时: spoken as it is written elsewhere with a stroke.
            if (kind == UnitClass.Size && end + 1 < form.Length && form[end] == '每' && At(form, end + 1) is { Kind: UnitClass.Size or UnitClass.Duration } spoken)
                return new(form[at..(end + 1 + spoken.Text.Length)], UnitClass.Size);
            return new(form.Substring(at, length), kind);
        }

        return null;
    }

    /// <summary>A unit and nothing else, as in a header's brackets; 万 before it is its scale.</summary>
    public static (UnitWord Unit, decimal Scale)? Whole(string form)
    {
        var text = form.Trim();
        var scale = 1m;
        var at = 0;
        while (at < text.Length && text[at] is '万' or '亿' && At(text, at) is null)
            scale *= text[at++] == '万' ? 10_000 : 100_000_000;
        // 百万元, 千人
        if (at < text.Length && text[at] is '百' or '千' && At(text, at) is null && scale == 1)
        {
            scale = text[at++] == '百' ? 100 : 1_000;
            if (at < text.Length && text[at] == '万')
                (scale, at) = (scale * 10_000, at + 1);
        }

        return at < text.Length && At(text, at) is { } unit && at + unit.Text.Length == text.Length ? (unit, scale) : null;
    }

    /// <summary>What a cell under 计量单位 says, even a unit nobody listed: DDDs, 万标准台.</summary>
    public static (UnitWord Unit, decimal Scale)? Named(string form)
    {
        if (Whole(form) is { } known)
            return known;
        var text = form.Trim();
        var scale = text.StartsWith('万') ? 10_000m : text.StartsWith('亿') ? 100_000_000m : 1m;
        var name = scale == 1 ? text : text[1..];
        return name.Length is > 0 and <= 10 && name.Any(char.IsLetter) && name.All(c => char.IsLetterOrDigit(c) || c is '/' or '·' or '.' or '-') && !char.IsDigit(name[0])
            ? (new(name, UnitClass.Size), scale)
            : null;
    }

    // 三分之一, 年均, 一起来: the sign goes on into a word and does not count anything.
    private static bool IsPartOfAWord(string form, int at, int length)
    {
        var end = at + length;
        // 管理层级控制在3级以内 counts levels; 3级医院, 5级大风 are called so.
        if (length == 1 && form[at] == '级')
            return !form.AsSpan(end).StartsWith("以内");
        if (end >= form.Length)
            return false;
        if (char.IsAsciiLetter(form[end - 1]))
            return char.IsAsciiLetterOrDigit(form[end]);
        return length == 1 && (form[at] switch
        {
            '分' => "之别类级公配布期批步管支局",
            '年' => "均产度级底末内代初",
            '天' => "然府",
            '起' => "来步点草",
            '对' => "口接外于标一",
            '升' => "级至到",
            '口' => "径岸",
            '期' => "间",
            '度' => "假汛",
            '人' or '户' => "均",
            '次' => "产要生性",
            '班' => "子",
            '本' => "级地科市土",
            '台' => "账风阶",
            '元' => "旦",
            '只' => "有",
            '条' => "例",
            '具' => "体备有",
            '架' => "构设",
            '页' => "岩面",
            '字' => "号",
            '副' => "主产食作书局市县区省",
            '步' => "行走骤道伐入履调枪子",
            '挂' => "牌钩图号职包网",
            '型' => "号式糖肝企机材态城社",
            _ => "",
        }).Contains(form[end]);
    }

    private static FrozenDictionary<string, UnitClass> Lexicon()
    {
        var words = new Dictionary<string, UnitClass>(StringComparer.Ordinal);
        Add(UnitClass.Count, """
            个 家 名 位 人 人次 人天 户 户次 家次 所 座 条 项 件 件次 场 场次 次 期 期次 篇 份 辆 辆次 车次 台 台套 台次 套 张 间 处 株 棵 对 支 批 批次 班 班次 门 种 类 款 只 头 羽 口 栋 幢 片 块 宗 起 例 例次
            节 届 席 册 册次 部 本 组 队 村 乡 县 镇 社区 街道 乡镇 行政村 自然村 学时 课时 床 张床位 床位 车位 泊位 学位 个学位 标箱 标准箱 TEU 列 架次 艘 眼 盏 盘 面 根 杆 颗 粒 枚 点位 点次 站 站点 端 单 笔 岗位 桩 枪 道 段 幅 首 部次 集
            核 轮 轮次 遍 趟 堂 讲 节次 卷 把 组次 樘 扇 幕 章 街 巷 路 窗口 平台 片区 小区 团队 企业 站次 楼 层 尾 匹 峰 畜 担 瓶 箱 包 盒 袋 针 剂次 剂 针次 例数 单元 链 厂 厅 馆 店 网点 门店 人份 人月 台位 孔 组团 具 架 副 顶 字 页 桶 罐 盆 枝 挂 帧 型 单位 治疗量 个治疗量 疗程 个疗程 头份 人年 套次 羽次 只次 步 级
            """);
        Add(UnitClass.Size, """
            吨 蒸吨 吨标准煤 吨标煤 千克标准煤 克标准煤 千克标煤 克标煤 公斤标准煤 公斤 千克 克 毫克 微克 亩 亩次 公顷 平方米 平米 平方公里 平方千米 平方 立方米 立方 方 米 公里 千米 里 延米 厘米 毫米 海里 车公里 人公里 吨公里 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 千伏安 兆伏安 千伏 吉焦 兆帕 千帕 度 升 毫升
            摄氏度 ℃ 分贝 斤 标准立方米 标方 载重吨 总吨 皮升 勒克斯 PB TB GB MB Tbps Gbps Mbps kW kWh MW MWh GW km kV kVA MVA GWh Wh kg mg μg hm2 hm² mm cm EFLOPS PFLOPS P 座位 DDDs DDD m m2 m3 ㎡ m² m³ km² 分 位数 t
            """);
        Add(UnitClass.Money, "元 美元 欧元 港元 港币 日元 人民币");
        Add(UnitClass.Share, "% ‰");
        Add(UnitClass.Points, "个百分点 百分点 个千分点 个基点 基点 个BP BP");
        Add(UnitClass.Times, "倍 番");
        Add(UnitClass.Duration, "年 个月 个工作日 工作日 个自然日 自然日 个工作小时 工作小时 个交易日 个工作周 学期 个学期 学年 个学年 周年 天 日 小时 个小时 分钟 秒 周 个星期 星期 个季度 月");
        Add(UnitClass.Age, "岁 周岁");
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(UnitClass kind, string list)
        {
            foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words[word] = kind;
        }
    }
}
