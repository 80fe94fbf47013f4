using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>Who answers by a cell, where a column may name persons as well.</summary>
internal static class UnitCells
{
    public static List<AnsweringUnit> Of(TableColumn column, Piece piece)
    {
        var units = ResponsibilityReader.OfCell(piece.Form, piece.Text, column.Role);
        if (!ColumnWords.NamesPersonsToo(column.Header))
            return units;
        // 市教育局 张某, 市教育局(张某)
        return [.. units.Where(u => UnitNames.LooksLikeUnit(Signs.OneForm(u.Unit.Name))).Select(u => u with { Unit = u.Unit with { Name = WithoutPerson(u.Unit.Name), Alias = null } })];
    }

    private static string WithoutPerson(string name)
    {
        var open = Signs.OneForm(name).IndexOf('(', StringComparison.Ordinal);
        return open > 0 && !UnitNames.IsGroup(Signs.OneForm(name)) ? name[..open].Trim() : name;
    }
}
