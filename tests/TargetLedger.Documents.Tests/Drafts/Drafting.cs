using Shouldly;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

internal static class Drafting
{
    /// <summary>The draft of pasted text.</summary>
    public static async Task<Draft> OfAsync(string text)
    {
        var reading = await DocumentReader.ReadPastedAsync(text, TestContext.Current.CancellationToken);
        return DraftReader.Read(reading.File.ShouldNotBeNull(), TestContext.Current.CancellationToken);
    }

    public static IEnumerable<string> Targets(DraftTask task) => task.Commitments.Where(c => c.Kind == DraftCommitmentKind.Quantity).Select(Words);

    public static string Words(DraftCommitment commitment)
    {
        var bound = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(commitment.Bound!.Value.ToString());
        return commitment.Upper is { } upper ? $"{bound} {commitment.Value}..{upper} {commitment.Unit}" : $"{bound} {commitment.Value} {commitment.Unit}";
    }
}
