using System.Text;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Reading;

using Shouldly;
using Xunit;

namespace TargetLedger.Documents.Tests.Reading;

/// <summary>Reads what a test made, and says what came of it in a line or two.</summary>
internal static class Read
{
    public static async Task<SourceDocument> File(byte[] bytes, string name)
    {
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        reading.Faults.Select(f => f.Code + ": " + f.En).ShouldBeEmpty();
        return reading.File!;
    }

    public static Task<SourceDocument> Text(string text) => File(Encoding.UTF8.GetBytes(text), "plan.txt");

    public static Task<SourceDocument> Html(string html) => File(Encoding.UTF8.GetBytes(html), "plan.html");

    /// <summary>The code of the one refusal, whose words must be there in both languages.</summary>
    public static async Task<string> Refusal(byte[] bytes, string name)
    {
        var reading = await DocumentReader.ReadAsync(bytes, name, TestContext.Current.CancellationToken);
        reading.IsSound.ShouldBeFalse();
        var fault = reading.Faults.ShouldHaveSingleItem();
        fault.Zh.ShouldContain(c => c >= '\u4E00');
        fault.En.ShouldNotBeNullOrWhiteSpace();
        return fault.Code;
    }

    public static IEnumerable<string> Paragraphs(this SourceDocument document)
        => document.Blocks.OfType<SourceParagraph>().Select(p => p.Clean.Text);

    public static IEnumerable<SourceCell> Cells(this SourceDocument document)
        => document.Blocks.OfType<SourceTable>().SelectMany(t => t.Rows).SelectMany(r => r.Cells);

    public static SourceCell Cell(this SourceDocument document, string name) => document.Cells().Single(c => c.Name == name);

    /// <summary>"name text [rows×columns]" of every cell.</summary>
    public static IEnumerable<string> Grid(this SourceDocument document)
        => document.Cells().Select(c => $"{c.Name} {c.Clean.Text}" + (c.RowSpan * c.ColumnSpan > 1 ? $" [{c.RowSpan}×{c.ColumnSpan}]" : ""));

    public static IEnumerable<string> Changes(this SourceDocument document, ChangeKind kind)
        => document.Changes.Where(c => c.Kind == kind).Select(c => $"{c.Was} → {c.Became}");

    /// <summary>What every reading must keep: blocks in order and within the text, every change at its place, every clean place led back.</summary>
    public static void ShouldKeepItsPlaces(this SourceDocument document)
    {
        document.Text.ShouldNotContain('\r');
        var last = 0;
        foreach (var block in document.Blocks)
        {
            block.Start.ShouldBeGreaterThanOrEqualTo(last);
            last = block.End;
        }

        last.ShouldBeLessThanOrEqualTo(document.Text.Length);
        foreach (var change in document.Changes.Where(c => c.End > c.Start))
            document.Text[change.Start..change.End].ShouldBe(change.Was);
        foreach (var (clean, start, end) in document.Cells().Select(c => (c.Clean, c.Start, c.End))
            .Concat(document.Blocks.OfType<SourceParagraph>().Select(p => (p.Clean, p.Start, p.End))))
        {
            var place = start;
            for (var i = 0; i < clean.Text.Length; i++)
            {
                clean.SourceStart(i).ShouldBeInRange(place, end);
                place = clean.SourceStart(i);
                clean.SourceEnd(i + 1).ShouldBeInRange(place, end);
            }
        }
    }
}
