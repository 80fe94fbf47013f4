using System.Text.Json;
using System.Text.Json.Serialization;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>The ledger's JSON rules, but lenient about members a newer server may add to its answers.</summary>
internal static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(LedgerJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
        options.MakeReadOnly();
        return options;
    }
}
