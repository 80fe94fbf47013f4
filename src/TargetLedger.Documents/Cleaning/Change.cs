namespace TargetLedger.Documents.Cleaning;

/// <summary>One thing cleaning did, or could not do. The document's text itself is never changed.</summary>
/// <param name="Start">Where it is in the document's text; equal to <paramref name="End"/> for words that are not in it.</param>
/// <param name="Was">The words as they stand in the file.</param>
/// <param name="Became">The words the reading goes on with; for <see cref="ChangeKind.Damaged"/> only a suggestion, empty where there is none.</param>
public sealed record Change(ChangeKind Kind, int Start, int End, string Was, string Became);

/// <summary>Why words of a file are not read as they stand.</summary>
public enum ChangeKind
{
    /// <summary>Navigation, footers, stray tags: left out.</summary>
    Noise,

    /// <summary>Pinyin in brackets behind a character: left out.</summary>
    Gloss,

    /// <summary>Traditional characters, read as simplified ones.</summary>
    Traditional,

    /// <summary>Full-width digits, letters, signs and brackets, read as one form.</summary>
    Width,

    /// <summary>Spaces between characters that mean nothing, invisible characters.</summary>
    Spaces,

    /// <summary>Cannot be read. The words are kept as they are; <see cref="Change.Became"/> is a suggestion somebody has to confirm.</summary>
    Damaged,

    /// <summary>A row, column or sheet hidden in the file: read like any other, and pointed out. What a web page does not show is left out.</summary>
    Hidden,

    /// <summary>Words deleted in a tracked revision: left out of the text.</summary>
    Deleted,

    /// <summary>Words inserted in a tracked revision that nobody has accepted: read, and pointed out.</summary>
    Inserted,

    /// <summary>A footnote, endnote or comment: left out of the text.</summary>
    Note,
}
