namespace TargetLedger.Documents.Reading;

/// <summary>
/// What a plan may reach. They keep the memory a file costs below 64 MiB whatever is in it; the longest real plan known is
/// far below each.
/// </summary>
internal static class ReadingLimits
{
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>UTF-16 units of a document's text.</summary>
    public const int MaxCharacters = 1_000_000;

    /// <summary>Rows of one sheet that hold anything.</summary>
    public const int MaxRows = 20_000;

    /// <summary>Cells of a document that hold anything.</summary>
    public const int MaxCells = 100_000;

    /// <summary>Rows of a sheet whose headings say that this ledger has exported it. They are kept as places in the text and not cleaned.</summary>
    public const int MaxListRows = 100_000;

    /// <summary>UTF-16 units of all such rows: four hundred for each.</summary>
    public const int MaxListCharacters = 40_000_000;

    /// <summary>Such a sheet unpacked; a row of thirty columns is about 2.5 KB.</summary>
    public const long MaxListPartBytes = 512L * 1024 * 1024;

    /// <summary>So much of a part that is larger than others may be is looked at for the headings of a list.</summary>
    public const long MaxBeforeHeadings = 1024 * 1024;

    /// <summary>Texts a workbook keeps once for all its cells, where the first of them are headings of a list.</summary>
    public const int MaxListTexts = 1_000_000;

    /// <summary>Paragraphs and tables of a document.</summary>
    public const int MaxBlocks = 100_000;

    /// <summary>Things a reader leaves out or points out.</summary>
    public const int MaxChanges = 200_000;

    /// <summary>Files inside a .docx or .xlsx; pictures make hundreds.</summary>
    public const int MaxEntries = 2_000;

    /// <summary>One XML part unpacked. A sheet of a million styled empty rows, as some programs write, is about half of it.</summary>
    public const long MaxPartBytes = 64L * 1024 * 1024;

    /// <summary>All files of the package unpacked, by what its directory says.</summary>
    public const long MaxPackageBytes = 256L * 1024 * 1024;

    /// <summary>Unpacked to packed size of a part above a megabyte. Deflate reaches 1,032; sheets of repeated rows 100.</summary>
    public const long MaxRatio = 300;

    /// <summary>Levels of elements in an XML part; nested tables make some dozens.</summary>
    public const int MaxXmlDepth = 256;

    /// <summary>Bytes from one "&lt;" to the next: Excel's longest cell is below 100 KB.</summary>
    public const int MaxMarkupGap = 256 * 1024;

    /// <summary>Characters of all distinct names in an XML part.</summary>
    public const int MaxXmlNames = 256 * 1024;

    /// <summary>Characters of a web page's source.</summary>
    public const int MaxHtmlCharacters = 3_000_000;

    /// <summary>Tags of a web page's source.</summary>
    public const int MaxHtmlTags = 60_000;

    /// <summary>Elements within elements that have to be closed.</summary>
    public const int MaxHtmlDepth = 512;
}
