using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Units;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

/// <summary>A city whose districts have streets: Jinjiang all year, Qingyang until August, Wuhou from July.</summary>
internal static class City
{
    public const string Streets = "streets";
    public const string Chunxi = "chunxi";
    public const string Dongda = "dongda";

    public static UnitDirectory Directory { get; } = Of(
        new(Jinjiang, new(2014, 1, 1)), new(Qingyang, new(2014, 1, 1), new(2014, 8, 31)), new(Wuhou, new(2014, 7, 1)));

    public static UnitDirectory Of(params Membership[] districts)
    {
        var known = Grouped(districts);
        return known with
        {
            Units = known.Units.Concat(new[] { Chunxi, Dongda }.Select(u => KeyValuePair.Create(u, new Unit(u, u, UnitKind.Other, [], null, null, 1))))
                .ToDictionary(StringComparer.Ordinal),
            Groups = new Dictionary<string, UnitGroup>(known.Groups, StringComparer.Ordinal)
            {
                [Streets] = new(Streets, "街道", false, [new(Chunxi, new(2014, 1, 1)), new(Dongda, new(2014, 1, 1))], 1),
            },
        };
    }

    public static TargetApportioned Divided(SummingUp way, MemberDays days, decimal? ownShare, params (string Unit, decimal Value)[] quotas)
        => new(new(way, Districts, [.. quotas.Select(q => new Quota(q.Unit, q.Value))], ownShare), MemberDays: days);

    public static TargetApportioned Below(string unit, SummingUp way, decimal? ownShare, params (string Unit, decimal Value)[] quotas)
        => new(new(way, Streets, [.. quotas.Select(q => new Quota(q.Unit, q.Value))], ownShare), Unit: unit);
}
