using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class WarningSignsTests
{
    private static readonly string Roster = new('a', 64);
    private static readonly Evidence List = new(new('b', 64), "名册.pdf", 10, "application/pdf");

    [Fact]
    public void An_amount_many_times_those_before_it_is_a_jump_and_names_them()
    {
        object[] calm = [Training, Reported(1, Hrss, 1, 11, 11), Reported(2, Hrss, 2, 9, 20), Reported(3, Hrss, 3, 12, 32)];

        Signs([.. calm, Reported(4, Hrss, 4, 60, 92)]).ShouldBe(["Jump of 2 3 4 5"]);
        Signs([.. calm, Reported(4, Hrss, 4, 40, 72)]).ShouldBeEmpty();
        // A quarter's amount is measured by its days.
        Signs([.. calm, Reported(4, Hrss, Months(4, 6), 60, 92)]).ShouldBeEmpty();
    }

    [Fact]
    public void The_threshold_is_that_of_the_reports_period()
    {
        object[] year = [Training, Reported(1, Hrss, 1, 11, 11), Reported(2, Hrss, 2, 9, 20), Reported(3, Hrss, 3, 12, 32), Reported(4, Hrss, 4, 60, 92)];
        var wide = new VerificationTerms(false, false, WarningTerms.Default with { JumpTimes = 20 });

        Signs(year, ReviewingProgressTests.Adopted(Day(4, 30), wide)).ShouldBeEmpty();
        Signs(year, ReviewingProgressTests.Adopted(Day(5, 1), wide)).ShouldBe(["Jump of 2 3 4 5"]);
    }

    [Fact]
    public void Much_of_the_total_with_the_last_report_of_the_year_is_a_dump()
    {
        object[] year = [Training, Reported(1, Hrss, Months(1, 6), 301, 301), Reported(2, Hrss, Months(7, 11), 202, 503), Reported(3, Hrss, 12, 697, 1_200)];

        Signs(year).ShouldBe(["LastReport of 4"]);
        Signs(year, on: Day(12, 30)).ShouldBeEmpty();
    }

    [Fact]
    public void A_running_total_that_falls_after_a_correction_of_an_earlier_period_is_named_with_it()
        => Signs([Training, Reported(1, Hrss, 1, 101, 101), Reported(2, Hrss, 2, 5, 106), new ProgressCorrected(Id(1), "漏计", 201, 201)]).ShouldBe(["FallingTotal of 2 3"]);

    [Fact]
    public void A_level_may_rise_and_fall()
        => Signs([Park, Reported(1, Hrss, 1, 0, 101), Reported(2, Hrss, 2, -51, 50), Reported(3, Hrss, 3, 603, 653)]).ShouldBeEmpty();

    [Fact]
    public void The_same_file_under_two_reports_is_named_whoever_used_it()
    {
        var other = Commitment.Fold("commitment-2", Record([Training, Words(9, Finance, Month(6)) with { Evidence = [List] }]).Select(e => e with { Position = e.Position + 10 }))!;

        Signs([Training, Reported(1, Hrss, 1, 11, 11) with { Evidence = [List] }], also: other).ShouldBe(["SameEvidence of 2 12"]);
        // A correction carries the report's own evidence on.
        Signs([Training, Reported(1, Hrss, 1, 11, 11) with { Evidence = [List] }, new ProgressCorrected(Id(1), "r", 12, 12, Evidence: [List])]).ShouldBeEmpty();
        Signs([Training, Reported(1, Hrss, 1, 11, 11) with { Evidence = [List] }, new ProgressReturned(Id(1), "r")], also: other).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_class_from_two_units_is_named_by_roster_or_by_name_day_and_place()
    {
        object[] two = [Divided(SummingUp.MembersAddUp), Reported(1, Hrss, 6, 101, 101), Reported(2, Jinjiang, 6, 45, 45)];
        var here = new ReportedClass("电工班", Day(6, 9), "锦江区", 45, Roster);

        Signs([.. two, new ClassesReported(Id(1), [here]), new ClassesReported(Id(2), [here with { Name = "电工一班", RosterSha256 = null }])]).ShouldBeEmpty();
        Signs([.. two, new ClassesReported(Id(1), [here]), new ClassesReported(Id(2), [here with { Name = "电工一班" }])]).ShouldBe(["SameClass of 2 3"]);
        Signs([.. two, new ClassesReported(Id(1), [here]), new ClassesReported(Id(2), [here with { RosterSha256 = null }])]).ShouldBe(["SameClass of 2 3"]);
        Signs([.. two, new ClassesReported(Id(1), [here]), new ClassesReported(Id(2), [here])]).ShouldBe(["SameClass of 2 3"]);
    }

    [Fact]
    public void A_class_two_commitments_hold_says_where_it_counts_once_and_how_many_people_the_others_hold_of_it()
    {
        var here = new ReportedClass("电工班", Day(6, 9), "锦江区", 45, Roster);
        object[] one = [Training, Reported(1, Hrss, 6, 101, 101), new ClassesReported(Id(1), [here])];
        object[] other = [Training, Reported(9, Jinjiang, 6, 60, 60), new ClassesReported(Id(9), [here with { Count = 43 }])];

        Shared(one, other).ShouldBe("电工班 none: commitment-1 hrss 45, commitment-2 jinjiang 43");
        Shared(one, [.. other, new ProgressVerified(Id(9), 60)]).ShouldBe("电工班 12: commitment-1 hrss 45, commitment-2 jinjiang 43");
        Shared([.. one, new ProgressVerified(Id(1), 101)], [.. other, new ProgressVerified(Id(9), 60)]).ShouldBe("电工班 2: commitment-1 hrss 45, commitment-2 jinjiang 43");

        static string Shared(object[] one, object[] other)
        {
            var signs = new WarningSigns(new(2015, 1, 10));
            signs.Add(Fold(one), ReportingSchedule.Empty);
            signs.Add(Commitment.Fold("commitment-2", Record(other).Select(e => e with { Position = e.Position + 10 }))!, ReportingSchedule.Empty);
            var warning = signs.ToList(WarningTerms.Default).ShouldHaveSingleItem();
            return $"{warning.Class!.Name} {warning.Class.CountedIn?.ToString() ?? "none"}: {string.Join(", ", warning.Reports.Select(r => $"{r.Commitment} {r.Unit} {r.People}"))}";
        }
    }

    [Fact]
    public void A_unit_that_only_ever_reports_round_numbers_is_asked_about_them()
    {
        object[] round = [Training, .. Enumerable.Range(1, 6).Select(m => (object)Reported(m, Hrss, m, 20, 20 * m))];

        Signs(round).ShouldBe(["RoundNumbers of 2 3 4 5 6 7"]);
        Signs([.. round, Reported(7, Hrss, 7, 21, 141)]).ShouldBeEmpty();
        Signs(round[..^1]).ShouldBeEmpty();
    }

    [Fact]
    public void A_report_that_counts_elsewhere_too_is_looked_at_once_where_it_was_made()
    {
        object[] year =
        [
            Training, Reported(1, Hrss, 1, 10, 10), Reported(2, Hrss, 2, 10, 20), Reported(3, Hrss, 3, 10, 30), Reported(4, Hrss, 4, 900, 930),
            Reported(5, Hrss, Months(5, 12), 900, 1_830), new ProgressCorrected(Id(1), "漏计", 60, 60), new ProgressCorrected(Id(2), "漏计", 10, 40),
        ];
        Signs(year).ShouldNotBeEmpty();
        Signs(year, also: CountedFrom(year)).ShouldBe(Signs(year));

        // Three round amounts are not a habit because they count in two places.
        object[] round = [Training, .. Enumerable.Range(1, 3).Select(m => (object)Reported(m, Hrss, m, 20, 20 * m))];
        Signs(round, also: CountedFrom(round)).ShouldBeEmpty();

        static Commitment CountedFrom(object[] source)
        {
            var (_, counted) = LinkCommitments.Decide(Fold(source), Commitment.Fold("commitment-2", Record([Training]))!, new HashSet<string>(), new(Id(900), Day(1, 1), "a"), Known);
            return Commitment.Fold("commitment-2", Record([Training, .. counted]).Select(e => e with { Position = e.Position + 10 }))!;
        }
    }

    [Fact]
    public void Warnings_do_not_depend_on_the_order_in_which_commitments_are_looked_at()
        => Prop.ForAll(Stories.Year, Stories.Year, (one, other) =>
        {
            var (a, b) = (Commitment.Fold("commitment-1", Record(one.Events))!, Commitment.Fold("commitment-2", Record(other.Events).Select(e => e with { Position = e.Position + 1_000 }))!);
            return Listed([a, b]).SequenceEqual(Listed([b, a]));

            static IEnumerable<string> Listed(IEnumerable<Commitment> commitments)
            {
                var signs = new WarningSigns(new(2015, 1, 31));
                foreach (var commitment in commitments)
                    signs.Add(commitment, ReportingSchedule.Empty);
                return signs.ToList(WarningTerms.Default).Select(w => $"{w.Kind} {w.Zh} {string.Join(' ', w.Reports)}");
            }
        }).Check(Stories.Cases(150));

    private static IReadOnlyList<string> Signs(IEnumerable<object> events, ReportingSchedule? schedule = null, DateOnly? on = null, Commitment? also = null)
    {
        var signs = new WarningSigns(on ?? new(2015, 1, 10));
        signs.Add(Fold(events), schedule ?? ReportingSchedule.Empty);
        if (also is not null)
            signs.Add(also, ReportingSchedule.Empty);
        return [.. signs.ToList(WarningTerms.Default).Select(w => $"{w.Kind} of {string.Join(' ', w.Reports.Select(r => r.Position))}")];
    }
}
