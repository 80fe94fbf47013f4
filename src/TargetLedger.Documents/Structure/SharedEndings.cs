using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>江口区、沅阳县人民政府: what follows the last of several places belongs to each of them.</summary>
internal static partial class SharedEndings
{
    public static void Complete(List<NamedUnit> peers)
    {
        string? ending = null;
        for (var i = peers.Count - 1; i >= 0; i--)
        {
            var form = Signs.OneForm(peers[i].Name);
            if (ending is not null && Takes(form, ending))
            {
                var name = peers[i].Name + ending;
                peers[i] = peers[i] with { Name = name, Kind = UnitNames.KindOf(Signs.OneForm(name), isGroup: false) };
                continue;
            }

            ending = peers[i].IsGroup ? null : EndingOf(form);
        }
    }

    /// <summary>Whether 江口区 before 和沅阳县人民政府 is a unit of its own.</summary>
    public static bool AreTwo(string left, string right) => EndingOf(right) is { } ending && Takes(left, ending);

    private static string? EndingOf(string form) => PlaceAndOffice().Match(form) is { Success: true } match ? match.Groups["office"].Value : null;

    // A development zone has no government, and a district no 管委会.
    private static bool Takes(string form, string ending)
        => Place().IsMatch(form) && (Zone().IsMatch(form) ? !ending.EndsWith("政府", StringComparison.Ordinal) : ending is not ("管委会" or "管理委员会" or "党工委"));

    [GeneratedRegex(@"^(?![各全市省县区])[\u4e00-\u9fff]{1,6}(自治州|地区|区|县|市|州|盟|省|旗|镇|乡|街道)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^(?![各全市省县区]|国网|中国|国家)[\u4e00-\u9fff]{1,5}?(自治县|自治旗|自治州|地区|区|县|市|州|盟|省|旗|镇|乡|街道)(?![市区县州旗](?!委))(?<office>(人民)?政府|委(组织部|宣传部|统战部|政法委|编办|网信办|党校|社会工作部|办公室|办)?|总工会|妇联|残联|工商联|科协|供销(合作)?社|红十字会|人民(法院|检察院|医院)|管委会|管理委员会|党工委|党委|办事处|(?!有关|相关)[\u4e00-\u9fff]{2,14}(局|办|办公室|中心|委|委员会|大队|支队|领导小组|指挥部|部门))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex PlaceAndOffice();

    [GeneratedRegex(@"(高新|经开|开发|园|度假|示范|保税|港|景|管理|试验|合作|产业|功能)区$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Zone();
}
