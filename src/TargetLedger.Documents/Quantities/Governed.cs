using static TargetLedger.Documents.Quantities.NextFigures;
using static TargetLedger.Documents.Quantities.Phrases;
using static TargetLedger.Documents.Quantities.Support;

namespace TargetLedger.Documents.Quantities;

/// <summary>Counts that a verb of doing governs across the words between.</summary>
internal static class Governed
{
    // 完成全市120个小区改造, 培育A、B、C3个集群: the first verb of the part governs; 加强…队伍 counts nothing.
    public static bool IsGoverned(Figure figure)
    {
        for (var at = figure.Floor; at < figure.Start; at++)
        {
            if (Verbs.BeginningAt(figure.View, at, figure.Start) is not null)
                return true;
            foreach (var verb in Verbs.Tending)
            {
                if (string.CompareOrdinal(figure.View, at, verb, 0, verb.Length) == 0)
                    return verb is "加快" or "统筹" or "协同" or "督促" or "指导" && Verbs.BeginningAt(figure.View, at + verb.Length, figure.Start) is not null;
            }
        }

        return false;
    }

    // 全区42个社区全部设立服务点, 9所学校配餐全覆盖: what is to become of all of them.
    public static bool IsAllThereAre(Figure figure)
    {
        if (figure.UnitClass != UnitClass.Count || figure.Quantity is { IsHan: true, Value: <= 10 } || figure.Binding.IsStated || figure.Clause.IsAside)
            return false;
        var before = Trimmed(WithoutTime(figure));
        if (!before.IsEmpty && before is not ("新增的" or "新建的" or "在建的" or "续建的") && EndingWord(before, PurposeWords.Existing).Length != before.Length)
            return false;
        var rest = figure.View.AsSpan(figure.End, figure.Clause.End - figure.End).TrimEnd();
        if (rest.EndsWith("全覆盖", StringComparison.Ordinal))
            return true;
        return rest.IndexOf("全部", StringComparison.Ordinal) is > 0 and var all && Verbs.First(figure.View, figure.End + all + 2, figure.Clause.End) is { } verb && verb.Start <= figure.End + all + 4;
    }

    // 推进A、B、C等7条道路改造: the names are some of those that are counted. 利用A、B等3个平台发布信息 counts nothing.
    public static bool IsCountOfList(Figure figure, ReadOnlySpan<char> behind)
        => figure.UnitClass == UnitClass.Count && behind.Length > 1 && IsGoverned(figure)
            && Verbs.First(figure.View, figure.Floor, figure.Start) is { } verb
            && figure.View[verb.Start..verb.End] is not ("组织" or "利用" or "联系" or "通过" or "引导" or "带动" or "集聚" or "整合")
            && StartingWord(behind, ["部门", "单位", "方面", "领域", "环节", "平台", "方式", "形式", "载体"]).Length == 0
            && !NextInClause(figure);
}
