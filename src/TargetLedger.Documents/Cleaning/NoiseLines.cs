using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Cleaning;

/// <summary>
/// Lines of a web page that are no part of its document, told by their words where no markup tells: where one is, what to
/// print, who runs the site. A line with a sentence in it is never one.
/// </summary>
internal static partial class NoiseLines
{
    private const int Longest = 150;

    /// <summary>Noise wherever it stands.</summary>
    public static bool IsSure(string line) => line.Length <= Longest && !line.Contains('。', StringComparison.Ordinal) && Sure().IsMatch(line);

    /// <summary>Noise beside a line that is surely the site's footer: addresses and telephones may be a plan's own elsewhere.</summary>
    public static bool IsFooter(string line) => line.Length <= Longest && !line.Contains('。', StringComparison.Ordinal) && Footer().IsMatch(line);

    public static bool IsFooterSign(string line) => line.Length <= Longest && FooterSign().IsMatch(line);

    /// <summary>How often a page was looked at and what its buttons say, in a line that says something else too.</summary>
    public static List<Splice> FindCounters(string line)
        => line.Length > Longest ? [] : [.. Counter().Matches(line).Select(m => new Splice(m.Index, m.Index + m.Length, ""))];

    [GeneratedRegex(
        @"^[•·>\s(【\[]*(?:"
        + @"(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?(?:所在)?位置\s*[:\uFF1A]"
        + @"|(?:网站)?首页\s*(?:>|»|›|→|\||/|-\s)"
        + @"|(?:上一篇|下一篇|上一条|下一条)\s*[:\uFF1A]"
        + @"|(?:分享到|分享至|扫一扫|相关链接|相关阅读|相关文章|相关新闻|相关稿件|相关附件下载|延伸阅读|友情链接|推荐阅读|网站导航)[\s:\uFF1A]*(?:在手机打开当前页)?.{0,30}$"
        + @"|(?:打印本页|打印|关闭窗口|关闭|收藏|返回顶部|我要纠错|字体|字号)[\s:\uFF1A】\])|].{0,40}$"
        + @"|(?:责任编辑|编辑|责编|审核|校对|来源编辑)\s*[:\uFF1A]\s*\S{1,12}$"
        + @"|[-—–]\s*\d{1,4}\s*[-—–]$"
        + @")|ICP\s*[备证]|[京沪津渝川蜀黔滇藏陕甘青宁新皖苏浙赣闽粤桂琼湘鄂豫晋冀鲁辽吉黑蒙]公网安备|网站标识码|版权所有|(?i:copyright|all rights reserved)"
        + @"|网站地图|设为首页|加入收藏|政府网站找错|网站支持IPv6",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Sure();

    [GeneratedRegex(@"ICP\s*[备证]|公网安备|网站标识码|版权所有|(?i:copyright)|网站地图", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex FooterSign();

    [GeneratedRegex(@"^(?:网站)?(?:主办|承办|协办|制作|维护|运维|技术支持|建设|管理)(?:单位)?\s*[:\uFF1A]|(?:主办|制作|维护|承办)(?:\s|$)|(?:联系)?(?:电话|传真|地址|邮编|邮政编码|电子邮箱|邮箱)\s*[:\uFF1A]|^(?:关于我们|联系我们|网站声明|隐私)", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Footer();

    [GeneratedRegex(
        @"[\[(【]?(?:浏览|点击|阅读|访问)(?:量|次数|数|率)\s*[:\uFF1A]\s*\[?[\d,]*\]?\s*次?[\])】]?|(?:浏览|点击|阅读|访问)\s*[:\uFF1A]\s*\[?[\d,]+\]?\s*次[\])】]?|(?:已?浏览|阅读)\s*\d+\s*次"
        + @"|[【\[]?字[号体]\s*[:\uFF1A]?\s*[【\[(]?\s*大\s*中\s*小\s*[】\])]?|[【\[]?打印(?:本页|文章)?[】\]]?\s*$", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Counter();
}
