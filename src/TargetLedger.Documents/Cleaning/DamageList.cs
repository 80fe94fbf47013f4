namespace TargetLedger.Documents.Cleaning;

/// <summary>What cannot be read in a document, by place.</summary>
internal sealed class DamageList(IReadOnlyList<Change> changes)
{
    public IReadOnlyList<Change> Changes => changes;

    /// <summary>Whether a stretch of the text has part in any of it.</summary>
    public bool Touch(int start, int end)
    {
        var (low, high) = (0, changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (changes[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < changes.Count && changes[low].Start < end;
    }
}
