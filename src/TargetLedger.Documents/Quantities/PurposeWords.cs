namespace TargetLedger.Documents.Quantities;

/// <summary>Words that several of the questions about a figure look for.</summary>
internal static class PurposeWords
{
    public static readonly string[] Supports = ["给予", "奖励", "奖补", "补助", "补贴", "资助", "罚款", "收费", "贴息", "减半", "奖金", "返还", "扣减", "扣发", "扣除", "扣分", "慰问金", "救助金", "抚恤金", "津贴", "助学金", "奖学金", "优待金", "安家费", "生活费"];
    public static readonly string[] Existing = ["全市", "全省", "全区", "全县", "全州", "全旗", "全镇", "现有", "原有", "所有", "全部", "剩余", "其余", "余下", "剩下", "尚余", "已有", "市内", "境内", "辖区内", "辖区", "下辖", "辖", "共有", "有", "是", "原", "原定", "原计划", "市区", "城区"];
    public static readonly string[] Rates = ["率", "比例", "占比", "比重", "满意度", "覆盖面", "知晓度"];
    public static readonly string[] Finishing = ["开工", "竣工", "完工", "投产", "投用", "建成", "通车", "通水", "达产", "启动", "落地", "签约", "完成", "开业", "上线", "挂牌", "实现", "达到", "交付", "运营", "入库", "覆盖", "通过", "达标", "纳入", "参加", "接受", "获得", "上市", "改造", "建设", "全覆盖"];
    public static readonly string[] Settled = ["整改", "销号", "化解", "到位", "办结", "清零", "完毕"];
}
