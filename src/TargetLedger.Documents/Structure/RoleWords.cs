using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Structure;

/// <summary>The verb behind a list of units that says their part: …牵头落实, …按职责分工负责, …具体组织实施, …密切配合.</summary>
internal static partial class RoleWords
{
    /// <summary>The part, and how many signs at the end say it; null where nothing does.</summary>
    public static (StatedRole Role, int Length)? At(string part)
    {
        var match = Ending().Match(part);
        if (!match.Success || match.Index < 2)
            return null;
        var role = match.Groups["lead"].Success ? StatedRole.Lead : match.Groups["co"].Success ? StatedRole.Co : StatedRole.Responsible;
        return (role, match.Length);
    }

    public static string Without(string part) => At(part) is { } ending ? part[..^ending.Length].TrimEnd() : part;

    private const string How = "(按照?|依据?|根据)(各自|部门)?(职责|职能)(分工)?|各司其职|各负其责|共同|分别|分工|分头|联合|具体|统一|统筹|全面|密切|积极|主动|全力|认真|协同|负责|抓好|做好|予以";

    private const string What = "组织实施|组织开展|组织落实|组织推进|组织|实施|落实|推进|开展|承办|办理|完成|协调|抓总|抓落实|负责|统筹|执行|建设";

    // The search goes from the left, so that the longest ending is found: 分工负责, not 负责.
    [GeneratedRegex(
        "((?<lead>(" + How + "|总)*(牵头(" + What + ")*|主办|主责|主抓|为主|(作)?(为|是)(牵头|主责|主办|第一责任)(责任)?(单位|部门)))"
        + "|(?<co>(" + How + ")*((配合|协助|(?<!分工)协同|协办|协作|参与|参加|支持|支撑)(" + What + "|做好|配合)*|(作)?(为|是)(配合|协办|参与|协同)(单位|部门)))"
        + "|(" + How + ")*(抓落实|组织实施|组织开展|组织落实|组织推进|负责组织|(?<![党团群会治业])组织|实施|落实|推进|承办|承担|办理|负责|开展|执行|(作)?(为|是)责任(单位|部门)|协同推进|(按照?|依据?)(各自)?职责(分工)?))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Ending();
}
