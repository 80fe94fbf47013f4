using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.JointLeads;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Supervision;
using TargetLedger.Domain.Units;

namespace TargetLedger.Domain.Tests;

/// <summary>
/// A stored shape is kept for ever. When a test here fails, the answer is a new alias with a reader for the old shape,
/// never a new snapshot under the old name.
/// </summary>
public sealed class EventShapeTests
{
    private const string SnapshotPrefix = "Snapshots/";

    public static TheoryData<string> Aliases => [.. EventCatalog.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_event_is_stored_in_the_shape_it_always_had(string alias)
        => Encoding.UTF8.GetString(EventCatalog.Write(SampleOf(alias))).ShouldBe(Snapshot(alias));

    [Theory]
    [MemberData(nameof(Aliases))]
    public void A_stored_event_is_read_back_without_loss(string alias)
    {
        var read = EventCatalog.Read(alias, Encoding.UTF8.GetBytes(Snapshot(alias)));
        read.ShouldBeOfType(EventCatalog.All[alias]);
        EventCatalog.AliasOf(read).ShouldBe(alias);
        Encoding.UTF8.GetString(EventCatalog.Write(read)).ShouldBe(Snapshot(alias));
    }

    /// <summary>jsonb orders members by length, then by bytes.</summary>
    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_event_whose_members_the_database_reordered_is_read_all_the_same(string alias)
    {
        var reordered = Reorder(JsonNode.Parse(Snapshot(alias))!);
        Encoding.UTF8.GetString(EventCatalog.Write(EventCatalog.Read(alias, Encoding.UTF8.GetBytes(reordered.ToJsonString())))).ShouldBe(Snapshot(alias));
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void A_sample_leaves_no_member_out(string alias)
        => MembersMissing(JsonDocument.Parse(EventCatalog.Write(SampleOf(alias))).RootElement, EventCatalog.All[alias], alias).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Aliases))]
    public void An_event_with_a_member_this_release_does_not_know_is_refused(string alias)
    {
        var newer = JsonNode.Parse(Snapshot(alias))!.AsObject();
        newer.Add("addedLater", 1);
        Should.Throw<JsonException>(() => EventCatalog.Read(alias, Encoding.UTF8.GetBytes(newer.ToJsonString())));
    }

    [Theory]
    [MemberData(nameof(Aliases))]
    public void The_shape_check_agrees_that_a_stored_event_is_sound(string alias)
    {
        var check = typeof(JsonShape).GetMethod(nameof(JsonShape.Check))!.MakeGenericMethod(EventCatalog.All[alias]);
        ((IReadOnlyList<Fault>)check.Invoke(null, [JsonDocument.Parse(Snapshot(alias)).RootElement])!).ShouldBeEmpty();
    }

    /// <summary>A host of Marten fails on a type it was not told of.</summary>
    [Theory]
    [MemberData(nameof(Aliases))]
    public void A_host_of_Marten_is_told_of_every_event(string alias)
    {
        using var guide = new StreamReader(typeof(EventShapeTests).Assembly.GetManifestResourceStream("marten.md")!);
        guide.ReadToEnd().ShouldContain($"`{alias}`");
    }

    [Fact]
    public void Every_event_has_a_snapshot_and_every_snapshot_an_event()
        => typeof(EventShapeTests).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(SnapshotPrefix, StringComparison.Ordinal)).Select(n => n[SnapshotPrefix.Length..]).Order(StringComparer.Ordinal)
            .ShouldBe(EventCatalog.All.Keys.Concat(EventCatalog.Superseded.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("target_apportioned", """{"apportionment":{"way":"members_add_up","group":"districts","quotas":[{"unit":"jinjiang","value":12000.5},{"unit":"qingyang","value":9000}],"ownShare":9000},"memberDays":"on_the_day"}""")]
    public void A_shape_of_an_earlier_release_is_read_as_the_one_that_took_its_place(string alias, string now)
        => Encoding.UTF8.GetString(EventCatalog.Write(EventCatalog.Read(alias, Encoding.UTF8.GetBytes(Snapshot(alias))))).ShouldBe(now);

    [Fact]
    public void Every_event_type_of_the_domain_has_a_name()
        => Samples.All.Select(EventCatalog.AliasOf).Order(StringComparer.Ordinal).ShouldBe(EventCatalog.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Bound.AtLeast, """{"bound":"at_least","value":5,"asWritten":"w"}""")]
    [InlineData(Bound.MoreThan, """{"bound":"more_than","value":5,"asWritten":"w"}""")]
    [InlineData(Bound.Approx, """{"bound":"approx","value":5,"asWritten":"w","tolerancePercent":10}""")]
    [InlineData(Bound.Range, """{"bound":"range","value":5,"asWritten":"w","upper":8}""")]
    [InlineData(Bound.AtMost, """{"bound":"at_most","value":5,"asWritten":"w"}""")]
    [InlineData(Bound.Exactly, """{"bound":"exactly","value":5,"asWritten":"w"}""")]
    [InlineData(Bound.Growth, """{"bound":"growth","value":5,"asWritten":"w","baseline":100,"growthIn":"percent"}""")]
    public void A_target_is_stored_by_its_bound_with_what_the_bound_needs_and_nothing_derived(Bound bound, string json)
    {
        var target = new Target(
            bound,
            5m,
            "w",
            Upper: bound == Bound.Range ? 8 : null,
            TolerancePercent: bound == Bound.Approx ? 10 : null,
            Baseline: bound == Bound.Growth ? 100 : null,
            GrowthIn: bound == Bound.Growth ? GrowthIn.Percent : null);
        JsonSerializer.Serialize(target, LedgerJson.Options).ShouldBe(json);
        JsonSerializer.Deserialize<Target>(json, LedgerJson.Options).ShouldBe(target);
    }

    [Theory]
    [InlineData(typeof(Bound), "at_least more_than approx range at_most exactly growth")]
    [InlineData(typeof(GrowthIn), "percent times points")]
    [InlineData(typeof(Strength), "binding forecast stretch")]
    [InlineData(typeof(Cadence), "monthly quarterly half_yearly yearly by_node")]
    [InlineData(typeof(MeasureKind), "cumulative level")]
    [InlineData(typeof(Role), "lead partner")]
    [InlineData(typeof(Progress), "not_started in_progress completed")]
    [InlineData(typeof(JointTarget), "together per_side")]
    [InlineData(typeof(LinkEnd), "counts_in counted_from")]
    [InlineData(typeof(ReportStatus), "submitted verified returned withdrawn")]
    [InlineData(typeof(MemberDays), "on_the_day for_its_days")]
    [InlineData(typeof(SummingUp), "lead_reports members_add_up each_for_itself")]
    [InlineData(typeof(SourceKind), "plan minutes instruction proposal other")]
    [InlineData(typeof(UnitKind), "party_organ department district peoples_organisation other")]
    [InlineData(typeof(LightBy), "gap_in_points share_of_pace monthly_completion time_left")]
    [InlineData(typeof(PaceBy), "day finished_months")]
    [InlineData(typeof(CountedAmount), "reported verified")]
    [InlineData(typeof(Signing.PostKind), "clerk liaison leader principal")]
    [InlineData(typeof(Telling.CallOutcome), "reached not_answered wrong_number")]
    [InlineData(typeof(CheckResult), "confirmed not_confirmed in_doubt")]
    public void A_stored_word_is_never_renamed(Type list, string words)
        => Enum.GetValues(list).Cast<object>().Select(v => JsonSerializer.Serialize(v, list, LedgerJson.Options).Trim('"')).ShouldBe(words.Split(' '));

    [Fact]
    public void An_unknown_name_stops_its_reader()
        => Should.Throw<UnknownEventTypeException>(() => EventCatalog.Read("progress_reported_v9", "{}"u8)).Alias.ShouldBe("progress_reported_v9");

    [Fact]
    public void An_empty_body_is_no_event()
        => Should.Throw<JsonException>(() => EventCatalog.Read("draft_discarded", "null"u8));

    private static object SampleOf(string alias) => Samples.All.Single(e => e.GetType() == EventCatalog.All[alias]);

    private static string Snapshot(string alias)
    {
        using var stream = typeof(EventShapeTests).Assembly.GetManifestResourceStream(SnapshotPrefix + alias)
            ?? throw new InvalidOperationException($"{alias} has no snapshot. Check the shape, then commit it as Events/Snapshots/{alias}.json:\n{Encoding.UTF8.GetString(EventCatalog.Write(SampleOf(alias)))}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n');
    }

    private static JsonNode Reorder(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.OrderBy(m => m.Key.Length).ThenBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Reorder(m.Value!))));
            case JsonArray items:
                return new JsonArray([.. items.Select(i => Reorder(i!))]);
            default:
                return node.DeepClone();
        }
    }

    private static IEnumerable<string> MembersMissing(JsonElement element, Type type, string place)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var item = LedgerJson.Options.GetTypeInfo(type).ElementType!;

            // What one item of a list may leave out another gives: a responsibility names a unit or a group, never both.
            return element.EnumerateArray().Select(e => MembersMissing(e, item, place).ToHashSet(StringComparer.Ordinal))
                .Aggregate((HashSet<string>?)null, (all, one) => all is null ? one : [.. all.Intersect(one, StringComparer.Ordinal)]) ?? [$"{place} is empty"];
        }

        if (element.ValueKind != JsonValueKind.Object)
            return [];

        var info = LedgerJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Properties.Where(p => p.AssociatedParameter is not null).SelectMany(p => element.TryGetProperty(p.Name, out var value)
            ? MembersMissing(value, p.PropertyType, $"{place}.{p.Name}")
            : DependsOnBound(type, p.Name) ? [] : [$"{place}.{p.Name}"]);
    }

    /// <summary>No target has all of these: each belongs to one bound.</summary>
    private static bool DependsOnBound(Type type, string member)
        => type == typeof(Target) && member is "upper" or "tolerancePercent" or "baseline" or "growthIn";
}
