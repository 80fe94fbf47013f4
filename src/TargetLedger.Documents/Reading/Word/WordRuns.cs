using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>What stands in one paragraph, and the properties that say how it is numbered.</summary>
internal sealed class WordRuns(WordNotes notes, WordBlocks blocks)
{
    private readonly WordsBuilder _words = new();
    private readonly List<WordParagraph> _boxes = [];
    private bool _isDeleted;

    public string? Style { get; private set; }

    /// <summary>Null where the paragraph says nothing of its own.</summary>
    public NumberReference? Number { get; private set; }

    /// <summary>0 for the highest, 9 for body text.</summary>
    public int? OutlineLevel { get; private set; }

    public IReadOnlyList<WordParagraph> Boxes => _boxes;

    public Words Take() => _words.Take();

    /// <summary>The walk stands on the paragraph, or on anything in it that holds runs.</summary>
    public void Read(XmlWalk walk)
    {
        foreach (var child in walk.Children())
        {
            switch (child)
            {
                case "pPr":
                    ReadProperties(walk);
                    break;
                case "r":
                    ReadRun(walk);
                    break;
                case "del" or "moveFrom":
                    var outer = _isDeleted;
                    _isDeleted = true;
                    Read(walk);
                    _isDeleted = outer;
                    break;
                case "ins" or "moveTo":
                    var start = _words.Length;
                    Read(walk);
                    _words.PointOut(ChangeKind.Inserted, start);
                    break;
                case "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "fldSimple" or "customXml" or "dir" or "bdo":
                    Read(walk);
                    break;
                case "oMath" or "oMathPara":
                    Write(walk.Text());
                    break;
                case "AlternateContent":
                    ReadAlternative(walk);
                    break;
            }
        }
    }

    private void ReadRun(XmlWalk walk)
    {
        var start = _words.Length;
        var isHidden = false;
        foreach (var child in walk.Children())
        {
            if (child == "rPr")
                isHidden = IsHidden(walk);
            else
                ReadPiece(walk, child);
        }

        if (isHidden)
            _words.PointOut(ChangeKind.Hidden, start);
    }

    private void ReadPiece(XmlWalk walk, string piece)
    {
        switch (piece)
        {
            case "t" or "delText":
                Write(walk.Text());
                break;
            case "tab" or "ptab":
                Write("\t");
                break;
            case "br" when walk.Attribute("type") is not ("page" or "column"):
            case "cr":
                Write("\n");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym":
                Write(SymbolFonts.Read(walk.Attribute("char")));
                break;
            case "footnoteReference" or "endnoteReference" or "commentReference":
                _words.LeaveOut(ChangeKind.Note, notes.Text(piece, walk.Attribute("id")));
                break;
            case "ruby":
                ReadRuby(walk);
                break;
            case "AlternateContent":
                ReadAlternative(walk);
                break;
            case "drawing" or "pict" or "object":
                ReadBoxes(walk);
                break;
        }
    }

    private void Write(string text)
    {
        if (_isDeleted)
            _words.LeaveOut(ChangeKind.Deleted, text);
        else
            _words.Append(text);
    }

    /// <summary>The first form of something that is there in several; the others repeat it for older programs.</summary>
    private void ReadAlternative(XmlWalk walk)
    {
        var isRead = false;
        foreach (var child in walk.Children())
        {
            if (isRead || child is not ("Choice" or "Fallback"))
                continue;
            isRead = true;
            foreach (var piece in walk.Children())
            {
                if (piece == "r")
                    ReadRun(walk);
                else
                    ReadPiece(walk, piece);
            }
        }
    }

    private void ReadBoxes(XmlWalk walk)
    {
        if (walk.IsEmpty)
            return;
        var depth = walk.Depth;
        while (walk.Read() && walk.Depth > depth)
        {
            if (walk.IsStartOf("txbxContent"))
                _boxes.AddRange(blocks.ReadInner(walk));
        }
    }

    /// <summary>Characters with their reading above them, as in a school book.</summary>
    private void ReadRuby(XmlWalk walk)
    {
        foreach (var child in walk.Children())
        {
            if (child == "rubyBase")
                Read(walk);
            else if (child == "rt")
                _words.LeaveOut(ChangeKind.Gloss, walk.Text());
        }
    }

    private void ReadProperties(XmlWalk walk)
    {
        foreach (var child in walk.Children())
        {
            switch (child)
            {
                case "pStyle":
                    Style = walk.Attribute("val");
                    break;
                case "outlineLvl":
                    OutlineLevel = WordStyles.Number(walk.Attribute("val"));
                    break;
                case "numPr":
                    Number = NumberReference.Read(walk);
                    break;
            }
        }
    }

    private static bool IsHidden(XmlWalk walk)
    {
        var isHidden = false;
        foreach (var child in walk.Children())
            isHidden |= child == "vanish" && walk.IsOn();
        return isHidden;
    }
}
