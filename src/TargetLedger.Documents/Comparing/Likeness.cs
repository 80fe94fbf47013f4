namespace TargetLedger.Documents.Comparing;

/// <summary>How alike two titles are, by the pairs of characters they share (Dice's coefficient over bigrams).</summary>
internal sealed class Likeness
{
    private readonly HashSet<(char, char)> _pairs;

    public Likeness(string title)
    {
        Key = string.Concat(title.Where(c => char.IsLetterOrDigit(c) || c == '%'));
        _pairs = [.. Key.Zip(Key.Skip(1))];
    }

    /// <summary>The title without signs and spaces.</summary>
    public string Key { get; }

    /// <summary>0 to 1.</summary>
    public double To(Likeness other)
    {
        if (Key == other.Key)
            return 1;
        var all = _pairs.Count + other._pairs.Count;
        return all == 0 ? 0 : 2.0 * _pairs.Count(other._pairs.Contains) / all;
    }
}
