using System.Text.RegularExpressions;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.PlanFiles.Checks;

internal static partial class UnitChecks
{
    /// <summary>
    /// The units and groups that commitments may name. One whose code can be read is known, whatever else is wrong with it.
    /// </summary>
    public static UnitDirectory Check(FilePart file, FaultList faults)
    {
        var units = Units(file, faults);
        return new(units, Groups(file, units, faults));
    }

    private static Dictionary<string, Unit> Units(FilePart file, FaultList faults)
    {
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        var (codes, names) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var part in file.Items("units"))
        {
            if (Codes.CheckCode(part, "code", faults) is { } code)
            {
                Codes.CheckUnrepeated(codes, code, $"{part.Pointer}/code", faults);
                units[code] = new(code, part.Text("name") ?? code, part.Value<UnitKind>("kind") ?? UnitKind.Other, [], null, null, 0);
            }

            // An alias that is another unit's name would make the document's words mean two units.
            Codes.CheckUnrepeated(names, part.Text("name"), $"{part.Pointer}/name", faults);
            foreach (var alias in part.Items("aliases"))
                Codes.CheckUnrepeated(names, alias.TryRead<string>(out var name) ? name : null, alias.Pointer, faults);

            if (part.Text("creditCode") is { } credit && !CreditCode().IsMatch(credit))
                faults.Add($"{part.Pointer}/creditCode", "credit_code_invalid", "统一社会信用代码为 18 位", "a credit code has 18 characters");
            if (part.Text("regionCode") is { } region && !RegionCode().IsMatch(region))
                faults.Add($"{part.Pointer}/regionCode", "region_code_invalid", "行政区划代码为 6、9 或 12 位数字", "a region code has 6, 9 or 12 digits");
        }

        return units;
    }

    private static Dictionary<string, UnitGroup> Groups(FilePart file, Dictionary<string, Unit> units, FaultList faults)
    {
        var groups = new Dictionary<string, UnitGroup>(StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in file.Items("groups"))
        {
            var open = part.Value<bool>("open") ?? true;
            if (!open)
                Codes.CheckNotEmpty(part, "members", faults);

            var members = Members(part, units, faults);
            if (Codes.CheckCode(part, "code", faults) is not { } code)
                continue;

            Codes.CheckUnrepeated(codes, code, $"{part.Pointer}/code", faults);
            groups[code] = new(code, part.Text("name") ?? code, open, [.. members], 0);
        }

        return groups;
    }

    private static List<Membership> Members(FilePart group, Dictionary<string, Unit> units, FaultList faults)
    {
        var members = new List<Membership>();
        foreach (var part in group.Items("members"))
        {
            var unit = part.Text("unit");
            if (unit is not null && !units.ContainsKey(unit))
                faults.Add($"{part.Pointer}/unit", "unit_unknown", $"没有单位 {unit}", $"there is no unit {unit}");
            if (unit is null || part.Value<DateOnly>("from") is not { } from)
                continue;

            var to = part.Value<DateOnly>("to");
            if (to < from)
                faults.Add($"{part.Pointer}/to", "dates_reversed", "退出日期早于加入日期", "it leaves before it joins");
            else if (members.Exists(m => m.Unit == unit && m.From <= (to ?? DateOnly.MaxValue) && from <= (m.To ?? DateOnly.MaxValue)))
                faults.Add(part.Pointer, "spells_overlap", $"{unit} 的成员期限重叠", $"{unit} is a member twice at the same time");
            members.Add(new(unit, from, to < from ? null : to));
        }

        return members;
    }

    // GB 32100-2015: the letters I, O, S, V, Z are not used.
    [GeneratedRegex("^[0-9A-HJ-NPQRTUWXY]{18}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CreditCode();

    [GeneratedRegex("^([0-9]{6}|[0-9]{9}|[0-9]{12})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RegionCode();
}
