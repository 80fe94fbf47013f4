using System.Text.RegularExpressions;

namespace TargetLedger.Documents.Structure;

/// <summary>江口、沅阳两县人民政府, 四川、重庆两省市林业局: what is said once of several places, and what kind of places they are.</summary>
internal static partial class JointPlaces
{
    private static readonly string[] Municipalities = ["北京", "天津", "上海", "重庆"];

    /// <summary>Whether a part of a list is one of the places that a later part sums up.</summary>
    public static bool IsOneOf(IReadOnlyList<string> parts, int at)
    {
        if (!Bare().IsMatch(parts[at]))
            return false;
        for (var last = at + 1; last < parts.Count && last <= at + 3; last++)
        {
            if (Summed().Match(parts[last]) is { Success: true } match)
                return last - at < Count(match);
            if (!Bare().IsMatch(parts[last]))
                return false;
        }

        return false;
    }

    /// <summary>Gives each of them its name.</summary>
    public static void Complete(List<NamedUnit> peers)
    {
        for (var i = peers.Count - 1; i > 0; i--)
        {
            if (Summed().Match(Signs(peers[i].Name)) is not { Success: true } match || Count(match) is var count && (i + 1 < count || !Enumerable.Range(i + 1 - count, count - 1).All(p => Bare().IsMatch(peers[p].Name))))
                continue;
            var office = peers[i].Name[match.Groups["office"].Index..];
            for (var p = i + 1 - count; p <= i; p++)
            {
                var place = p == i ? match.Groups["place"].Value : peers[p].Name;
                var name = Placed(place, match.Groups["kind"].Value) + Office(office, place, match.Groups["kind"].Value);
                peers[p] = peers[p] with { Name = name, IsGroup = false, Kind = UnitNames.KindOf(Signs(name), isGroup: false) };
            }
        }
    }

    private static string Signs(string text) => Quantities.Signs.OneForm(text);

    private static int Count(Match match) => match.Groups["many"].Value[0] switch { '两' => 2, '三' => 3, _ => 4 };

    private static string Placed(string place, string kind)
    {
        // 贵州 is a province, 云溪区 a place that says what it is.
        if ((place.Length > 2 || place[^1] != '州') && place[^1] is '省' or '市' or '县' or '区' or '旗' or '州' or '镇' or '乡')
            return place;
        return place + kind switch
        {
            "省市" => Municipalities.Contains(place) ? "市" : "省",
            "地" => "",
            _ => kind[..1],
        };
    }

    // 生态环境厅(局): the province has the one, the municipality the other.
    private static string Office(string office, string place, string kind)
        => kind == "省市" && Signs(office) is var form && form.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && form.EndsWith(')')
            ? Municipalities.Contains(place) ? office[..(open - 1)] + office[(open + 1)..^1] : office[..open]
            : office;

    [GeneratedRegex("^[\u4e00-\u9fff]{2,4}(?<![局委办部院会心厅科室队])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Bare();

    [GeneratedRegex("^(?<place>[\u4e00-\u9fff]{2,4}?)(?<many>[两三四])(?<kind>省市|省|市|县|区|旗|州|镇|乡|地)(?<office>[\u4e00-\u9fff()]{2,20})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Summed();
}
