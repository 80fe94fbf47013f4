using System.Text;
using System.Text.RegularExpressions;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading.Texts;

namespace TargetLedger.Documents.Reading.Programs;

/// <summary>The text of a PDF, as pdftotext (poppler) lays it out; a paragraph goes on over the page's end. A scan has none, and is refused rather than guessed at.</summary>
internal static partial class PdfText
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private const long MostMemory = 1024L * 1024 * 1024;

    /// <summary>Fewer characters a page are stamps and page numbers on pictures.</summary>
    private const int LeastCharactersAPage = 12;

    /// <summary>Bytes of text; more is refused for its length anyhow.</summary>
    private const int MostTextBytes = 8 * 1024 * 1024;

    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    public static async Task<Transcript> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var pages = (await ExtractAsync(bytes, cancellation)).TrimEnd('\n', '\f').Split('\f');
        if (pages.Sum(Characters) < LeastCharactersAPage * pages.Length)
            throw Refusal.Scanned();

        var transcript = new Transcript();
        var lines = pages.SelectMany(PageLines).ToList();
        var prose = lines.Where(l => l.Kind == LineKind.Prose).Select(l => l.Text).ToList();
        var (wrapping, read) = (LineWrapping.Of(prose), 0);
        var passed = 0;
        foreach (var line in lines)
        {
            if (line.Kind == LineKind.PageNumber)
                transcript.Add(Words.Plain(line.Text), noise: true);
            else if (line.Kind == LineKind.MissingPage)
                transcript.Add(new("", [new(ChangeKind.Damaged, 0, 0, line.Text, "")]));
            else if (passed++ == read)
                read += AddTable(transcript, prose, read) is > 0 and var rows ? rows : wrapping.AddParagraph(transcript, prose, read);
        }

        return transcript;
    }

    /// <summary>How many lines it took; 0 where there is none.</summary>
    private static int AddTable(Transcript transcript, List<string> lines, int first)
    {
        var (count, cells) = PdfTable.At(lines, first);
        if (count > 0)
            transcript.Add(cells, name: null);
        return count;
    }

    private static async Task<string> ExtractAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var program = ExternalProgram.Find("pdftotext") ?? throw Refusal.PdfToTextMissing();
        using var folder = new WorkFolder();
        var (source, result) = (folder.File("document.pdf"), folder.File("document.txt"));
        await File.WriteAllBytesAsync(source, bytes, cancellation);
        var (exitCode, error) = await ExternalProgram.RunAsync(
            program, ["-layout", "-enc", "UTF-8", "-eol", "unix", source, result], folder.FullName, Limit, MostMemory, cancellation);
        if (error.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
            throw Refusal.Encrypted();

        var text = new FileInfo(result);
        if (exitCode != 0 || !text.Exists)
            throw Refusal.PdfMalformed();
        return text.Length <= MostTextBytes ? await File.ReadAllTextAsync(result, Encoding.UTF8, cancellation) : throw Refusal.TooLong();
    }

    /// <summary>Lines of one page. Its first and last are noise where they hold nothing but the page's number.</summary>
    private static IEnumerable<PageLine> PageLines(string page, int index)
    {
        if (Characters(page) == 0)
            return [new($"第 {index + 1} 页没有文字", LineKind.MissingPage)];

        var lines = page.TrimEnd('\n').Split('\n').Select(l => new PageLine(l, LineKind.Prose)).ToList();
        foreach (var edge in new[] { lines.FindIndex(l => l.Text.AsSpan().Trim().Length > 0), lines.FindLastIndex(l => l.Text.AsSpan().Trim().Length > 0) })
        {
            if (PageNumber().IsMatch(lines[edge].Text))
                lines[edge] = lines[edge] with { Kind = LineKind.PageNumber };
        }

        return lines;
    }

    private static int Characters(string text) => text.Count(c => !char.IsWhiteSpace(c));

    [GeneratedRegex(@"^\s*(?:[-—–·]+\s*)?(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[-—–·/]+)?(?:\s*(?:共\s*)?\d{1,4}\s*页?)?\s*$", RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex PageNumber();

    private enum LineKind
    {
        Prose,
        PageNumber,
        MissingPage,
    }

    private sealed record PageLine(string Text, LineKind Kind);
}
