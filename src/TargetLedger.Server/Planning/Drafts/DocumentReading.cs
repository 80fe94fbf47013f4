using System.Text;
using TargetLedger.Documents;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Forms;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Documents.Reading;
using TargetLedger.Domain;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>A document somebody sent, and what it is called.</summary>
/// <param name="Text">Of text that was pasted; its bytes are its UTF-8.</param>
internal sealed record SentDocument(ReadOnlyMemory<byte> Bytes, string Name, string? Text = null);

/// <summary>Reads documents and forms that come over HTTP, a few at a time: one may take seconds and tens of megabytes.</summary>
internal sealed class DocumentReading
{
    public const string NameParameter = "name";

    /// <summary>A form has its own lines around the file.</summary>
    public const long MaxRequestBytes = DocumentReader.MaxBytes + 256 * 1024;

    private const int AtOnce = 2;
    private const int LongestName = 200;
    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>What somebody pasted is called, unless they say.</summary>
    private const string Pasted = "粘贴的文字";

    /// <summary>The document of a request: the body itself, named by <c>?name=</c>, or the one file of a form, or the text pasted into it.</summary>
    /// <exception cref="ProblemException">400 where there is none, or no name.</exception>
    public static async Task<SentDocument> ReceiveAsync(HttpContext http)
    {
        var query = new QueryReading(http);
        var name = query.Text(NameParameter);
        var isForm = http.Request.HasFormContentType;
        if (!isForm && name is null)
            query.Fault<string>(NameParameter, "value_missing", "请写明文件名", "the file's name is needed");
        query.ThrowOnFaults();
        if (!isForm)
            return new(await RequestBody.ReadAsync(http.Request, http.RequestAborted), NameOf(name!));

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.Count == 0 && form["text"] is [{ } text, ..])
            return OfText(text, form["pastedName"] is [{ } called, ..] && !string.IsNullOrWhiteSpace(called) ? called : Pasted);
        if (form.Files is not [{ Length: > 0 } file])
            throw new ProblemException(ProblemKind.BodyInvalid, [new("/file", "file_missing", "请选择一个文件", "choose one file")]);
        using var buffer = new MemoryStream((int)Math.Min(file.Length, DocumentReader.MaxBytes + 1));
        await file.CopyToAsync(buffer, http.RequestAborted);
        return new(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), NameOf(name ?? file.FileName));
    }

    /// <summary>Kept as a file of lines as they are counted in its places, whatever the browser ended them with.</summary>
    private static SentDocument OfText(string text, string name)
    {
        var lines = text.ReplaceLineEndings("\n");
        return new(Encoding.UTF8.GetBytes(lines), NameOf(name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? name : $"{name}.txt"), lines);
    }

    /// <exception cref="ProblemException">400 with the reason why it cannot be read.</exception>
    public async Task<(SourceDocument Document, Draft Draft)> ReadAsync(SentDocument sent, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var document = FileOf(sent.Text is { } text
                ? await DocumentReader.ReadPastedAsync(text, cancellationToken)
                : await DocumentReader.ReadAsync(sent.Bytes, sent.Name, cancellationToken));
            var draft = FileOf(DraftReader.TryRead(document, cancellationToken));
            return draft.Tasks.Sum(t => t.Commitments.Count) <= PlanFileReader.MaxCommitments
                ? (document, draft)
                : throw new ProblemException(ProblemKind.BodyInvalid, [TooLarge], $"{TooLarge.Zh} / {TooLarge.En}");
        }
        finally
        {
            places.Release();
        }
    }

    private static Fault TooLarge { get; } = new(
        "", "draft_too_large", $"超过 {PlanFileReader.MaxCommitments} 个事项,一个方案容不下;请按方案分开", $"more than {PlanFileReader.MaxCommitments} commitments, more than a plan holds; divide it by plan");

    private static T FileOf<T>(FileReading<T> reading)
        where T : class
        => reading.IsSound ? reading.File : throw new ProblemException(ProblemKind.BodyInvalid, reading.Faults, $"{reading.Faults[0].Zh} / {reading.Faults[0].En}");

    /// <summary>A form that was filled in, or why it cannot be read.</summary>
    public async Task<FileReading<FilledForm>> ReadFormAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await FormReader.ReadAsync(bytes, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    // Browsers of old sent whole paths; only what it is called matters.
    private static string NameOf(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return name.Length is 0 or > LongestName || name.Any(char.IsControl) || name.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar)
            ? throw ProblemException.Query(NameParameter, "name_invalid", $"文件名应为 1 至 {LongestName} 字", $"a file's name has 1 to {LongestName} characters")
            : name;
    }
}
