namespace TargetLedger.Documents.Cleaning;

/// <summary>The steps of cleaning, for one paragraph or cell.</summary>
internal sealed class LineCleaner(string source, DamageList damages, bool hasGlosses, List<Change> changes)
{
    /// <param name="gaps">Line breaks and indents of the layout, by place in the document's text.</param>
    public CleanText Clean(int start, int end, IReadOnlyList<(int Start, int End)> gaps)
    {
        var line = new WorkingLine(source, start, end, damages, changes);
        line.Apply([.. gaps.Select(g => new Splice(g.Start - start, g.End - start, Between(g.Start, g.End)))], null);
        line.Apply(StrayTags.Find(line.Text), ChangeKind.Noise);
        line.Apply(Spaces.FindInvisible(line.Text), ChangeKind.Spaces);
        line.Apply(Glosses.Find(line.Text, hasGlosses), ChangeKind.Gloss);
        line.Apply(NoiseLines.FindCounters(line.Text), ChangeKind.Noise);
        line.Apply(Widths.Find(line.Text), ChangeKind.Width);
        line.Apply(Spaces.FindEdges(line.Text), null);
        line.Apply(Spaces.Find(line.Text), ChangeKind.Spaces);
        line.Apply(SimplifiedCharacters.Find(line.Text), ChangeKind.Traditional);
        return line.Done();
    }

    /// <summary>Words in letters were parted by the line break, characters were not.</summary>
    private string Between(int start, int end)
        => start > 0 && end < source.Length && char.IsAsciiLetter(source[start - 1]) && char.IsAsciiLetter(source[end]) ? " " : "";
}
