using System.Text;
using System.Xml;

namespace TargetLedger.Documents.Reading.Archives;

/// <summary>
/// XML read forward only, without DTDs, entities or anything fetched, and refused where its depth or its names would cost
/// memory. Names are local ones: transitional and strict OOXML differ only in their namespaces.
/// </summary>
internal sealed class XmlWalk : IDisposable
{
    private readonly GuardedStream _stream;
    private readonly XmlReader _reader;

    public XmlWalk(GuardedStream stream)
    {
        _stream = stream;
        _reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            NameTable = new FewNames(),
        });
    }

    public string Name => _reader.LocalName;

    public int Depth => _reader.Depth;

    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    public bool IsEnd => _reader.NodeType == XmlNodeType.EndElement;

    /// <summary>An element without content has no end of its own.</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>The characters here; null at anything but text.</summary>
    public string? Characters
        => _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
            ? _reader.Value
            : null;

    /// <summary>What is read holds the headings of a list: it may be as large as one.</summary>
    public void ReadOn() => _stream.Allow(ReadingLimits.MaxListPartBytes);

    public bool Read()
    {
        try
        {
            if (!_reader.Read())
                return false;
        }
        catch (XmlException)
        {
            throw Refusal.XmlMalformed();
        }

        return _reader.Depth <= ReadingLimits.MaxXmlDepth ? true : throw Refusal.XmlHostile();
    }

    public bool IsStartOf(string name) => IsStart && Name == name;

    public bool IsEndOf(string name) => IsEnd && Name == name;

    /// <summary>
    /// The children of the element the walk stands on, each once, whatever the caller reads of it: what it leaves is passed
    /// over. Text is among them.
    /// </summary>
    public IEnumerable<string> Children()
    {
        if (IsEmpty)
            yield break;
        var depth = Depth;
        while (Read() && Depth > depth)
        {
            if (Depth != depth + 1 || IsEnd)
                continue;
            yield return IsStart ? Name : "";
        }
    }

    /// <summary>An attribute of the element the walk stands on, by local name.</summary>
    public string? Attribute(string name)
    {
        var value = (string?)null;
        while (value is null && _reader.MoveToNextAttribute())
        {
            if (_reader.LocalName == name && _reader.Prefix != "xmlns")
                value = _reader.Value;
        }

        _reader.MoveToElement();
        return value;
    }

    /// <summary>The attribute `val` of an on-off property such as &lt;w:vanish/&gt;: absent means on (ECMA-376 part 1, 17.17.4).</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off");

    /// <summary>All characters inside of the element the walk stands on.</summary>
    public string Text()
    {
        if (IsEmpty)
            return "";
        var (text, more, depth) = ("", (StringBuilder?)null, Depth);
        while (Read() && Depth > depth)
        {
            if (Characters is not { } characters)
                continue;
            if (text.Length > 0)
                more = (more ?? new(text)).Append(characters);
            else
                text = characters;
        }

        return more?.ToString() ?? text;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Every distinct name is kept for as long as the reader lives.</summary>
    private sealed class FewNames : NameTable
    {
        private int _characters;

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

        private string Count(string name)
        {
            _characters += name.Length;
            return _characters <= ReadingLimits.MaxXmlNames ? name : throw Refusal.XmlHostile();
        }
    }
}
