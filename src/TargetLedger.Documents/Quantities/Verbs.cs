using System.Collections.Frozen;

namespace TargetLedger.Documents.Quantities;

/// <summary>Verbs of doing that a count can be the object of, and the words that tell how far something is done.</summary>
internal static class Verbs
{
    /// <summary>新建5所, 培训3万人次: the count is what is to be done.</summary>
    private static readonly FrozenSet<string> Producing = Set("""
        建有 设有 配有 拥有 新建 改建 扩建 改扩建 新改扩建 新改建 续建 迁建 重建 建设 建成 建立 建好 建造 兴建 筹建 共建 联建 援建 建 创建 创成 打造 培育 培植 培养 培优 孵化 孵育 壮大 做强 引进 引育 引入 引聚 招引 吸引 集聚 汇聚 引导 引培 扶持 支持 资助
        新增 增加 增设 新设 设立 设置 开设 增开 新开 认定 新认定 评选 评定 评审 遴选 选派 选拔 选聘 选树 选育 选评 推选 树立 招聘 招录 招收 招募 招生 录用 聘用 聘请 聘任 培训 轮训 训练 开展 举办 承办 组织 召开 组建 成立 配备 配置 配建 配套 配强 选配 配齐 配足 配发 加配 装配 换装
        完成 实现 实施 落实 改造 整治 治理 修复 修建 修缮 整修 新修 维修 养护 拆除 拆改 关停 关闭 淘汰 退出 更新 更换 替换 置换 投放 投用 启用 启动 开工 新开工 竣工 投产 达产 完工 开行 开通 提供 供给 供应 筹集 筹措 筹建 安排 投入 争取 发放 兑现 拨付
        安装 新装 加装 铺设 敷设 布设 建档 种植 播种 造林 植树 栽植 栽种 绿化 抚育 新植 补植 流转 推广 制定 制订 出台 发布 编制 编写 修订 印发 起草 转化 签约 落地 储备 谋划 策划 推进 推动 推出 推介 促进 促成 促 带动 帮助 帮扶 救助 惠及 受益 服务 覆盖 办结 办理 办好 办成 化解
        处置 消除 销号 检测 抽检 监测 检验 检查 督查 巡查 巡察 巡检 巡诊 走访 慰问 宣讲 巡演 演出 展演 放映 播放 配送 采购 储存 收储 收购 出让 盘活 腾退 清理 清运 排查 排除 转移 转移就业 输送 输出 回收 处理 利用 节约 节能 减排 复垦 整理 开垦 开发 保障 解决 命名 表彰 上市 挂牌
        新签 认证 注册 申报 申请 获批 获得 取得 夺取 登记 发展 升级 转型 上云 改厕 接入 连接 贯通 通车 恢复 升规 入库 纳入 纳统 开放 运营 投运 调解 创作 拍摄 出版 提升 优化 新打造 实行 试点 试行 评估 验收 创办 兴办 举行 参加 参与 组织开展 生产 产出 出栏 存栏 收获
        培塑 招商 引资 到位 签订 达成 破解 破获 侦破 查处 立案 审计 审核 抽查 检修 疏浚 清淤 加固 除险加固 新打 架设 迁移 搬迁 安置 征收 收回 受理 划定 划转 转让 转贷 贷款 放贷 融资 募集 发行 减免 降低 减少 压减 削减 替代 普及 普查 体检 筛查 接种 签约服务 诊疗 救治 康复 照护 托育
        联系 结对 包联 挂钩 约谈 访谈 调研 座谈 征集 收集 采集 上线 编印 录制 直播 开办 授牌 表扬 评比 推送 报送 报道 刊发 发表 播出 播发 展播 论证 注销 撤销 吊销 清退 整顿 吸收 落户 形成 构建 搭建 组成 汇编 打通 疏通 整合 归集 汇集 新聘 选树 创成 攻克 突破 研发 研制 立项 结项 鉴定 授权 购买 租赁 赠送 捐赠 资助 认领 认捐 结成 签署 互派 交流 轮岗 挂职 任职 竞聘 考核 测评 体检 诊断 会诊 手术 接诊 收治 出院 投保 承保 理赔 减税 退税 缓缴 返还 停缴 扩种 复耕 播种 收割 烘干 仓储 入网 联网 开户 缴存 提取 交付 交房 办证 确权 颁证
        硬化 入园 入学 就业 创业 创业就业 再就业 上岗 参保 扩面 征缴 收缴 追缴 追回 打击 查获 抓获 布局 规划建设 规划 谋划实施 争创 争取到 创评 申创 评 选 招 办 植 造 修 育 引 创 设 种 改 装 栽 购 购置 添置 更新改造 提质改造 提标改造 提质 扩容 扩增 增 增配 增种 补贴 维护 修编 送 下派 派驻 派出 选送 推荐 输入 引流 接待
        """);

    /// <summary>Verbs of tending to something: what they govern is there already.</summary>
    public static readonly string[] Tending =
    [
        "加强", "加快", "深化", "坚持", "健全", "完善", "围绕", "突出", "强化", "抓好", "做好", "聚焦", "依托", "针对", "巩固", "规范", "严格", "压实", "统筹", "协调", "指导", "督促", "关注", "保护", "管理", "宣传", "贯彻", "学习", "按照", "根据", "对接", "协同", "结合", "发挥", "运用", "用好", "借助", "立足", "依靠", "挖掘", "弘扬",
    ];

    private static readonly int Longest = Producing.Max(v => v.Length);

    /// <summary>Single signs are verbs only right before the figure or behind a time; inside a word they mean nothing.</summary>
    public static (int Start, int End)? Last(string form, int start, int end)
    {
        for (var stop = end; stop > start; stop--)
        {
            if (EndingAt(form, start, stop, single: stop == end) is { } verb)
                return verb;
        }

        return null;
    }

    /// <summary>The first verb from <paramref name="start"/> on.</summary>
    public static (int Start, int End)? First(string form, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (BeginningAt(form, at, end) is { } verb)
                return verb;
        }

        return null;
    }

    public static (int Start, int End)? BeginningAt(string form, int at, int end)
    {
        for (var length = Math.Min(Longest, end - at); length > 1; length--)
        {
            if (Contains(form, at, length))
                return (at, at + length);
        }

        return null;
    }

    public static (int Start, int End)? EndingAt(string form, int floor, int end, bool single)
    {
        for (var length = Math.Min(Longest, end - floor); length > (single ? 0 : 1); length--)
        {
            var at = end - length;
            // A single sign behind another character is most likely the end of a word: 重建, 选育 are in the list themselves.
            if (Contains(form, at, length) && (length > 1 || at == floor || !Signs.IsHan(form[at - 1]) || form[at - 1] is '各' or '再' or '新' or '共' or '年' or '内' or '前'))
                return (at, end);
        }

        return null;
    }

    private static bool Contains(string form, int at, int length)
        => Producing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form.AsSpan(at, length));

    private static FrozenSet<string> Set(string words)
        => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
