using System.Text.Json;
using System.Text.Json.Serialization;
using TargetLedger.Domain;

namespace TargetLedger.Cli;

/// <summary>The ledger's JSON rules, but lenient: answers leave nulls out, and a newer server may add members.</summary>
internal static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(LedgerJson.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            RespectRequiredConstructorParameters = false,
        };
        options.MakeReadOnly();
        return options;
    }
}
