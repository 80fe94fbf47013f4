using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Domain.Tests;

/// <summary>However an event is read, it is what the serializer makes of it.</summary>
public sealed class PlainReadingTests
{
    private static Gen<decimal?> Figures { get; } =
        from value in Gen.Choose(-2_000_000, 2_000_000)
        from scale in Gen.Choose(0, 4)
        from isGiven in Gen.Elements(true, true, false)
        select isGiven ? Figure.Normalise(value / (decimal)Math.Pow(10, scale)) : (decimal?)null;

    private static Gen<string?> Texts { get; } = Gen.Elements(null, "", "培训 1200 名", "\"引号\"与\\", "line\nbreak", "😀");

    private static Gen<object> Events { get; } = Gen.OneOf(
        from amount in Figures
        from total in Figures
        from noProgress in Gen.Elements(true, false)
        from progress in Gen.Elements<Progress?>(null, null, Progress.Completed)
        from done in Texts
        from problems in Texts
        from day in Stories.DayOfYear
        select (object)new ProgressReported(Guid.CreateVersion7(), problems ?? "hrss", new(day, day.AddDays(30)), day, amount, total, noProgress, progress, done is null ? null : new(done, problems)),
        from total in Figures
        from comment in Texts
        select (object)new ProgressVerified(Guid.CreateVersion7(), total, comment));

    [Fact]
    public void Reports_and_verifications_are_read_as_the_serializer_reads_them() => Check.One(
        Stories.Cases(1_000),
        Prop.ForAll(Events.ToArbitrary(), written => ShouldBeReadAlike(EventCatalog.AliasOf(written), EventCatalog.Write(written))));

    [Theory]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30","noProgress":false}""")]
    [InlineData("""{"unit":"\u0068rss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"end":"2014-06-30","start":"2014-06-01"},"through":"2014-06-30","noProgress":true,"amount":1e2,"total":-0}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30","amount":null}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"\u0074hrough":"2014-06-30","text":{"done":null}}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30","progress":"in_progress","nodes":[],"evidence":[]}""")]
    public void A_report_written_unusually_is_read_as_well(string json) => ShouldBeReadAlike("progress_reported", Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"}}""")]
    [InlineData("""{"unit":"hrss","unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30"}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01"},"through":"2014-06-30"}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-31"},"through":"2014-06-30"}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2200-01-01"}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30","amount":0.00001}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30","comment":"?"}""")]
    [InlineData("""{"unit":null,"report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30"}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30"} {}""")]
    [InlineData("""{"unit":"hrss","report":"0197a2c4-5e6f-7000-8000-000000000001","period":{"start":"2014-06-01","end":"2014-06-30"},"through":"2014-06-30","text":{"done":"","done":""}}""")]
    public void A_report_the_serializer_refuses_is_refused(string json)
    {
        var data = Encoding.UTF8.GetBytes(json);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ProgressReported>(data, LedgerJson.Options));
        Should.Throw<JsonException>(() => EventCatalog.Read("progress_reported", data));
    }

    private static void ShouldBeReadAlike(string alias, byte[] data)
    {
        var expected = JsonSerializer.Deserialize(data, EventCatalog.All[alias], LedgerJson.Options)!;
        var read = EventCatalog.Read(alias, data);
        read.GetType().ShouldBe(expected.GetType());
        EventCatalog.Write(read).ShouldBe(EventCatalog.Write(expected));
    }
}
