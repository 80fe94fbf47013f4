using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>Footnotes, endnotes and comments by the kind and id of what refers to them.</summary>
internal sealed class WordNotes
{
    private static readonly (string Relationship, string Element, string Reference)[] Kinds =
    [
        ("footnotes", "footnote", "footnoteReference"),
        ("endnotes", "endnote", "endnoteReference"),
        ("comments", "comment", "commentReference"),
    ];

    private readonly Dictionary<(string Reference, string Id), string> _texts = [];

    public static WordNotes Read(Package package, string mainPart)
    {
        var notes = new WordNotes();
        var characters = 0;
        foreach (var (relationship, element, reference) in Kinds)
        {
            if (package.Related(mainPart, relationship) is not { } part)
                continue;
            using var walk = package.Read(part)!;
            while (walk.Read())
            {
                if (!walk.IsStartOf(element) || walk.Attribute("id") is not { } id)
                    continue;
                var text = walk.Text().Trim();
                notes._texts[(reference, id)] = text;
                characters += text.Length;
                if (characters > ReadingLimits.MaxCharacters)
                    throw Refusal.TooLong();
            }
        }

        return notes;
    }

    public string Text(string reference, string? id) => _texts.GetValueOrDefault((reference, id ?? ""), "");
}
