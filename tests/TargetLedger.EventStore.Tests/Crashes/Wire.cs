using System.Text.Json;
using System.Text.Json.Serialization;

namespace TargetLedger.EventStore.Tests.Crashes;

/// <summary>What a test and a node in another process say to each other: one JSON object a line, answers in any order.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new ExpectedVersionConverter() } };

    public static string Write<T>(T message) => JsonSerializer.Serialize(message, Options);

    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, Options)!;

    private sealed class ExpectedVersionConverter : JsonConverter<ExpectedVersion>
    {
        public override ExpectedVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetInt64() switch
        {
            -1 => ExpectedVersion.Any,
            0 => ExpectedVersion.None,
            var version => ExpectedVersion.Exactly(version),
        };

        public override void Write(Utf8JsonWriter writer, ExpectedVersion value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}

/// <param name="Request">Null: the caller of this number waits no longer.</param>
internal sealed record Question(long Number, AppendRequest? Request);

/// <summary>One of the results, or the name of an exception.</summary>
internal sealed record Answer(
    long Number,
    AppendResult.Appended? Appended = null,
    AppendResult.Conflict? Conflict = null,
    AppendResult.AlreadyRecorded? AlreadyRecorded = null,
    string? Fault = null,
    string Message = "")
{
    public static Answer Of(long number, AppendResult result) =>
        new(number, result as AppendResult.Appended, result as AppendResult.Conflict, result as AppendResult.AlreadyRecorded);

    public static Answer Of(long number, Exception fault) => new(number, Fault: fault.GetType().Name, Message: fault.Message);

    /// <exception cref="Exception">The one that was thrown there, as far as callers tell them apart.</exception>
    public AppendResult Result() => (AppendResult?)Appended ?? (AppendResult?)Conflict ?? AlreadyRecorded ?? throw Fault switch
    {
        nameof(AppendOutcomeUnknownException) => new AppendOutcomeUnknownException(Message),
        nameof(LedgerUnavailableException) => new LedgerUnavailableException(Message),
        nameof(LedgerOverloadedException) => new LedgerOverloadedException(),
        nameof(OperationCanceledException) or nameof(TaskCanceledException) => new OperationCanceledException(Message),
        _ => new InvalidOperationException($"{Fault}: {Message}"),
    };
}
