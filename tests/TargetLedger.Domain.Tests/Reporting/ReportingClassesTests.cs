using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Supervision;
using static TargetLedger.Domain.Tests.World;

namespace TargetLedger.Domain.Tests;

public sealed class ReportingClassesTests : CommitmentSpecs
{
    private static readonly ReportedClass First = new("电工班", Day(6, 9), "锦江区", 45, new('a', 64));
    private static readonly object[] June = [Divided(SummingUp.MembersAddUp), Reported(1, Hrss, 6, 100, 100), Reported(2, Jinjiang, 6, 45, 45)];

    [Fact]
    public void A_unit_says_which_classes_its_amount_is_made_of_and_may_say_it_anew()
    {
        var told = Given(June).When(new ReportClasses(Id(1), [First])).Then(new ClassesReported(Id(1), [First]));
        Fold(told.Events).FindReport(Id(1))!.Classes.ShouldBe([First]);
        told.When(new ReportClasses(Id(1), [])).Then(new ClassesReported(Id(1), []));
    }

    [Fact]
    public void Every_fault_of_the_classes_is_named()
        => Given(June).When(new ReportClasses(Id(1), [First with { Count = 0 }, First, First with { Name = "b", RosterSha256 = null, Date = Day(7, 1), Count = 90 }]))
            .ThenRefused("value_out_of_range at /classes/0/count", "class_repeated at /classes/1", "class_outside_period at /classes/2/date", "classes_exceed_amount at /classes");

    [Fact]
    public void What_is_verified_is_corrected_first()
        => Given([.. June, new ProgressVerified(Id(1), 100)]).When(new ReportClasses(Id(1), [First])).ThenRefused("report_verified");

    [Fact]
    public void By_rule_a_class_verified_from_one_unit_is_not_accepted_from_another()
    {
        var once = ReviewingProgressTests.Adopted(new(2014, 1, 1), new(false, true, WarningTerms.Default));
        object[] both = [.. June, new ClassesReported(Id(1), [First]), new ClassesReported(Id(2), [First]), new ProgressVerified(Id(1), 100)];

        Given(both).By(once).When(new VerifyProgress(Id(2))).ThenRefused("class_counted_already at /verifiedTotal");
        Given(both).By(once).When(new VerifyProgress(Id(2), 0, "与市人社局同一班次")).Then(new ProgressVerified(Id(2), 0, "与市人社局同一班次"));
        Given(both).When(new VerifyProgress(Id(2))).Then(new ProgressVerified(Id(2), 45));

        // The running total of the next month still holds the class; what was not accepted stays out.
        Given([.. both, new ProgressVerified(Id(2), 0, "c"), Reported(3, Jinjiang, 7, 20, 65)]).By(once).When(new VerifyProgress(Id(3))).Then(new ProgressVerified(Id(3), 20));
        Given([.. both, Reported(3, Jinjiang, 7, 20, 65)]).By(once).When(new VerifyProgress(Id(3))).ThenRefused("class_counted_already at /verifiedTotal");
    }
}
