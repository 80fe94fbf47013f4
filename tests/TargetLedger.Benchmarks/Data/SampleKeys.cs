using System.Security.Cryptography;
using System.Text;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Keys and outcomes of the size the server stores.</summary>
internal static class SampleKeys
{
    public static RequestKey New(string stream)
    {
        var key = Guid.CreateVersion7().ToString();
        return new(
            SampleEvents.Account,
            key,
            SHA256.HashData(Encoding.UTF8.GetBytes(key)),
            Encoding.UTF8.GetBytes($$"""{"stream":"{{stream}}","id":"{{key}}","location":"/commitments/{{stream}}/reports/{{key}}"}"""));
    }
}
