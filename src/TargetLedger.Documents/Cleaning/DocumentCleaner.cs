using TargetLedger.Documents.Reading;

namespace TargetLedger.Documents.Cleaning;

/// <summary>Makes of what a reader wrote down the document others read on, and the list of what was done to it.</summary>
internal static class DocumentCleaner
{
    public static SourceDocument Clean(Transcript transcript, CancellationToken cancellation)
    {
        var text = transcript.Text();
        // Lists of this ledger are read as they are, whatever there is in them.
        var prose = transcript.Lists.Count == 0 ? text : "";
        var damages = DamageFinder.Find(prose);
        var changes = new List<Change>(transcript.Changes);
        changes.AddRange(damages.Changes);

        var cleaner = new LineCleaner(text, damages, Glosses.HasHabit(prose), changes);
        var blocks = new List<SourceBlock>(transcript.Blocks.Count);
        foreach (var written in transcript.Blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            if (written.IsNoise)
                LeaveOut(written, text, changes);
            else if (written is WrittenTable table)
                blocks.Add(Clean(table, cleaner));
            else if (written is WrittenParagraph paragraph)
                blocks.Add(new SourceParagraph(written.Start, written.End, cleaner.Clean(written.Start, written.End, paragraph.Gaps), paragraph.HeadingLevel));
        }

        LeaveOutNoise(blocks, text, changes);
        blocks.RemoveAll(b => b is SourceParagraph { Clean.Text.Length: 0 });
        return new(text, blocks, [.. changes.OrderBy(c => c.Start).ThenBy(c => c.End)]) { Lists = transcript.Lists };
    }

    private static SourceTable Clean(WrittenTable table, LineCleaner cleaner)
    {
        var rows = new List<SourceRow>();
        var cells = new List<SourceCell>();
        for (var i = 0; i < table.Cells.Count; i++)
        {
            var written = table.Cells[i];
            var cell = written.Cell;
            cells.Add(new(
                written.Start, written.End, cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cleaner.Clean(written.Start, written.End, []), written.Name, cell.Date) { Number = cell.Number });
            if (i + 1 < table.Cells.Count && table.Cells[i + 1].Cell.Row == cell.Row)
                continue;
            rows.Add(new(cells));
            cells = [];
        }

        return new(table.Start, table.End, rows, table.Name);
    }

    /// <summary>Lines that are noise by their words; the words are looked at after cleaning, so that they may be written in any way.</summary>
    private static void LeaveOutNoise(List<SourceBlock> blocks, string text, List<Change> changes)
    {
        var footer = blocks.FindLastIndex(b => b is SourceParagraph p && p.Clean.Text.Contains('。', StringComparison.Ordinal)) + 1;
        var hasFooter = blocks.Skip(footer).Any(b => b is SourceParagraph p && NoiseLines.IsFooterSign(p.Clean.Text));
        var index = 0;
        var noise = new HashSet<SourceBlock>(ReferenceEqualityComparer.Instance);
        foreach (var block in blocks)
        {
            var isAfterText = index++ >= footer;
            if (block is SourceParagraph p && (NoiseLines.IsSure(p.Clean.Text) || (hasFooter && isAfterText && NoiseLines.IsFooter(p.Clean.Text))))
                noise.Add(block);
        }

        foreach (var block in noise)
            changes.Add(new(ChangeKind.Noise, block.Start, block.End, text[block.Start..block.End], ""));
        blocks.RemoveAll(noise.Contains);
    }

    private static void LeaveOut(WrittenBlock written, string text, List<Change> changes)
    {
        if (written.Start < written.End)
            changes.Add(new(ChangeKind.Noise, written.Start, written.End, text[written.Start..written.End], ""));
    }
}
