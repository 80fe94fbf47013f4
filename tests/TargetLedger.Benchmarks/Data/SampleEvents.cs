using System.Text;
using TargetLedger.Domain;
using TargetLedger.EventStore;

namespace TargetLedger.Benchmarks;

/// <summary>Events as the product records them, about 275 bytes each.</summary>
internal static class SampleEvents
{
    public const string Account = "unit:renshe";

    public static NewEvent ProgressReported(int total)
    {
        var data = $$$"""{"unit":"renshe","amount":125,"period":{"end":"2014-06-30","start":"2014-06-01"},"report":"{{{Guid.CreateVersion7()}}}","text":{"done":"举办高技能人才培训班两期,覆盖重点企业十二家"},"through":"2014-06-30","total":{{{total}}},"noProgress":false}""";
        return new(Guid.CreateVersion7(), "progress_reported", Encoding.UTF8.GetBytes(data));
    }

    public static NewEvent Of(object body) => new(Guid.CreateVersion7(), EventCatalog.AliasOf(body), EventCatalog.Write(body));

    public static string NewStream() => $"commitment-{Guid.CreateVersion7()}";
}
