using AngleSharp.Dom;
using TargetLedger.Documents.Cleaning;

namespace TargetLedger.Documents.Reading.Html;

/// <summary>The paragraphs and tables of a page. White space means nothing in it but where elements part lines.</summary>
internal sealed class HtmlBlocks(CancellationToken cancellation)
{
    private readonly WordsBuilder _line = new();
    private int? _headingLevel;
    private bool _isNoise;

    public Transcript Transcript { get; } = new();

    public void Read(INode node)
    {
        ReadChildren(node);
        EndLine();
    }

    private void ReadChildren(INode node)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IText text)
                HtmlText.Append(_line, text.Data);
            else if (child is IElement element)
                ReadElement(element);
        }
    }

    private void ReadElement(IElement element)
    {
        cancellation.ThrowIfCancellationRequested();
        if (HtmlNoise.IsNoText(element))
            return;
        if (HtmlNoise.IsHidden(element))
        {
            _line.LeaveOut(ChangeKind.Hidden, HtmlText.Of(element));
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                EndLine();
                return;
            case "table" when HtmlTable.IsData(element):
                EndLine();
                var cells = HtmlTable.Read(element);
                if (cells.Count > 0)
                    Transcript.Add(cells, name: null, noise: _isNoise);
                return;
            case "rt" or "rp":
                _line.LeaveOut(ChangeKind.Gloss, element.TextContent.Trim());
                return;
        }

        var isNoise = HtmlNoise.IsNoise(element);
        var isBlock = isNoise || HtmlText.IsBlock(element.LocalName);
        var outer = (_headingLevel, _isNoise);
        if (isBlock)
            EndLine();
        _isNoise |= isNoise;
        _headingLevel = HeadingLevel(element) ?? _headingLevel;
        ReadChildren(element);
        if (isBlock)
            EndLine();
        (_headingLevel, _isNoise) = outer;
    }

    private static int? HeadingLevel(IElement element) => element.LocalName is ['h', >= '1' and <= '6'] name ? name[1] - '0' : null;

    private void EndLine()
    {
        var words = _line.Take();
        if (words.Text.Trim().Length > 0 || words.Changes.Count > 0)
            Transcript.Add(words, _headingLevel, _isNoise);
    }
}
