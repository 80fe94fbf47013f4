using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Structure;

/// <summary>The cell of a row that names its task.</summary>
internal static class NameCells
{
    public static SourceCell? Of(TaskTable table, TableLine line)
    {
        foreach (var use in new[] { ColumnUse.Task, ColumnUse.Indicator, ColumnUse.District })
        {
            if (table.Columns.ToList().FindIndex(c => c.Use == use) is >= 0 and var column && column < line.Cells.Count && line.Cells[column] is { } cell && cell.Clean.Text.Trim().Length > 0)
                return cell;
        }

        return null;
    }
}
