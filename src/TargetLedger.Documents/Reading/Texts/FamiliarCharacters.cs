using System.Collections.Frozen;
using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading.Texts;

/// <summary>
/// Characters that make up most of any Chinese official text, simplified or traditional. Text decoded wrongly has few of
/// them: its characters are spread over thousands.
/// </summary>
internal static class FamiliarCharacters
{
    private static readonly FrozenSet<char> Simplified = (
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进"
        + "着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关"
        + "各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
        + "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治"
        + "北造百规热领七海口东导器压志世金增争济阶思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
        + "声报完类八离华名确才科张信节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿"
        + "千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称准精值号率族维划选标写存候毛亲快效院查江型按格养易置派层片始专状育厂京"
        + "适属包火住调满县局照参细引听该铁价严促推培训创企项责牵配负落督镇街贫困环境卫健旅游就村居财税投融审监安居障服务限底前季章附件")
        .ToFrozenSet();

    private const string Marks = "，。、；：“”‘’（）《》〈〉【】〔〕？！—…·％　①②③④⑤⑥⑦⑧⑨⑩０１２３４５６７８９";

    public static bool Contains(char c) => Simplified.Contains(SimplifiedCharacters.Of(c)) || Marks.Contains(c, StringComparison.Ordinal);
}
