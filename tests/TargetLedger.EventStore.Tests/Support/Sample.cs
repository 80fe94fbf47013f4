using System.Text;

namespace TargetLedger.EventStore.Tests;

/// <summary>Requests as short as a test wants them.</summary>
internal static class Sample
{
    public const string Account = "account-3f0c";

    public static string NewStream() => $"commitment-{Guid.CreateVersion7()}";

    public static NewEvent Event(string data = """{"amount":1}""", string type = "progress_reported") =>
        new(Guid.CreateVersion7(), type, Utf8(data));

    public static NewEvent[] Events(int count) => [.. Enumerable.Range(0, count).Select(_ => Event())];

    public static StreamAppend To(string stream, ExpectedVersion expected, params NewEvent[] events) =>
        new(stream, stream[..stream.IndexOf('-', StringComparison.Ordinal)], expected, events);

    public static AppendRequest Request(params StreamAppend[] streams) => new(streams, new(Account));

    /// <summary>One event for one stream, whatever its version.</summary>
    public static AppendRequest One(string stream, RequestKey? key = null) => Request(To(stream, ExpectedVersion.Any, Event())) with { Key = key };

    public static RequestKey Key(string key, string outcome = """{"status":201}""", byte fingerprint = 1) =>
        new(Account, key, new[] { fingerprint }, Utf8(outcome));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);
}

internal static class AppendResults
{
    public static AppendResult.Appended ShouldBeAppended(this AppendResult result) => result.ShouldBeOfType<AppendResult.Appended>();

    public static AppendResult.Conflict ShouldBeConflict(this AppendResult result) => result.ShouldBeOfType<AppendResult.Conflict>();

    public static RecordedOutcome ShouldBeAlreadyRecorded(this AppendResult result) =>
        result.ShouldBeOfType<AppendResult.AlreadyRecorded>().Outcome;
}
