using TargetLedger.Documents.Reading.Archives;

namespace TargetLedger.Documents.Reading.Word;

/// <summary>
/// A .docx (ECMA-376 part 1, WordprocessingML) in the order it is read: paragraphs with the numbers Word shows before them,
/// tables with their merged cells; tracked deletions and notes are left out and listed.
/// </summary>
internal static class WordDocument
{
    public static Transcript Read(Package package, string mainPart, CancellationToken cancellation)
    {
        var blocks = new WordBlocks(
            WordStyles.Read(package, mainPart), WordNumbering.Read(package, mainPart), WordNotes.Read(package, mainPart), cancellation);
        var transcript = new Transcript();
        using var walk = package.Read(mainPart) ?? throw Refusal.ArchiveMalformed();
        while (walk.Read())
        {
            if (walk.IsStartOf("body"))
                blocks.ReadBody(walk, transcript);
        }

        return transcript;
    }
}
