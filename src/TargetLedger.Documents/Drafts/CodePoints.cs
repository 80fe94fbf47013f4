namespace TargetLedger.Documents.Drafts;

/// <summary>Turns UTF-16 places of a text into places that count code points.</summary>
internal sealed class CodePoints
{
    private readonly int[] _pairs;

    public CodePoints(string text)
    {
        var pairs = new List<int>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
                pairs.Add(i++);
        }

        _pairs = [.. pairs];
    }

    public int At(int utf16)
    {
        var before = Array.BinarySearch(_pairs, utf16);
        return utf16 - (before < 0 ? ~before : before);
    }
}
