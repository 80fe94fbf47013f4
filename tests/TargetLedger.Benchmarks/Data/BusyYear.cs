using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Units;

namespace TargetLedger.Benchmarks;

/// <summary>
/// A large ledger with what lists are about: of the latest months some reports are missing, of the last one most are unverified, some were returned, and some
/// are worth a second look; some commitments are divided, some claimed to be done, and the next month is being drafted.
/// </summary>
internal sealed class BusyYear(LargeLedger large, int months)
{
    private const int MembersOfGroup = 5;
    private const int Groups = 20;

    /// <summary>When the last month's reports have been due for some days.</summary>
    public DateOnly Today { get; } = new DateOnly(2014, 1, 1).AddMonths(months).AddDays(19);

    public async Task PlayAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        await large.RecordAsync(new(2014, 1, 3), Divided(), cancellationToken);
        for (var month = 1; month <= months; month++)
        {
            var reported = LargeLedger.MonthOf(month).End.AddDays(5);
            await large.RecordAsync(reported, Each(c => Reported(c, month)), cancellationToken);
            await large.RecordAsync(reported.AddDays(2), Each(c => Judged(c, month)), cancellationToken);
            progress($"month {month} is reported");
        }

        await large.RecordAsync(Today.AddDays(-1), Each(Claimed).Concat(Each(Drafted)), cancellationToken);
    }

    private IEnumerable<(string Stream, object Event)> Each(Func<int, object?> recorded)
    {
        for (var i = 0; i < large.Count; i++)
        {
            var commitment = large.Number(i);
            switch (recorded(commitment))
            {
                case (string other, object elsewhere):
                    yield return (other, elsewhere);
                    break;
                case { } own:
                    yield return (large.Stream(commitment), own);
                    break;
            }
        }
    }

    private IEnumerable<(string Stream, object Event)> Divided()
    {
        for (var group = 0; group < Groups; group++)
        {
            yield return (StreamIds.Group($"g{group}"), new GroupFormed($"g{group}", $"第{group}组", true, [.. MembersOf(group).Select(m => new Membership(m, new(2014, 1, 1)))]));
        }

        for (var commitment = 0; commitment < large.Count; commitment += 200)
        {
            var group = commitment / 200 % Groups;
            yield return (large.Stream(commitment), new TargetApportioned(new(
                SummingUp.LeadReports, $"g{group}", [.. MembersOf(group).Take(commitment % 400 == 0 ? MembersOfGroup : MembersOfGroup - 1).Select(m => new Quota(m, 20))])));
        }
    }

    private static IEnumerable<string> MembersOf(int group) => Enumerable.Range(group * MembersOfGroup, MembersOfGroup).Select(LargeLedger.UnitCode);

    private object? Reported(int commitment, int month)
    {
        if (IsMissing(commitment, month))
            return null;
        var rate = commitment % 10 == 0 ? 0m : 4 + commitment % 9;
        // One in four hundred jumps, and one in five hundred hands in what another has handed in.
        var amount = month == months && commitment % 400 == 7 ? 20 * rate : rate;
        var evidence = commitment % 500 == 3 ? commitment + 1 : commitment;
        var period = LargeLedger.MonthOf(month);
        return new ProgressReported(
            ReportOf(commitment, month), LargeLedger.UnitCode(LargeLedger.Lead(commitment)), period, period.End, amount, rate * (month - 1) + amount,
            Text: new("举办高技能人才培训班两期,覆盖重点企业十二家"), Evidence: [new($"{evidence:x16}{month:x16}{0:x32}", "名册.pdf", 1_000, "application/pdf")]);
    }

    private object? Judged(int commitment, int month)
    {
        if (IsMissing(commitment, month))
            return null;
        var share = commitment / 7 % 100;
        return share < (month < months ? 95 : 40) ? new ProgressVerified(ReportOf(commitment, month))
            : share == 99 ? new ProgressReturned(ReportOf(commitment, month), "请补充名册")
            : null;
    }

    private static object? Claimed(int commitment) => commitment % 300 == 11 ? new CompletionClaimed(LargeLedger.UnitCode(LargeLedger.Lead(commitment)), new(2014, 5, 31), "已完成") : null;

    private object? Drafted(int commitment)
        => commitment % 20 == 5
            ? (StreamIds.Draft(ReportOf(commitment, months + 1)), (object)new ReportDrafted(large.Stream(commitment), LargeLedger.UnitCode(LargeLedger.Lead(commitment)), new(LargeLedger.MonthOf(months + 1), Amount: 5)))
            : null;

    /// <summary>Of the last two months every twentieth.</summary>
    private bool IsMissing(int commitment, int month) => month >= months - 1 && (commitment / 3 + month) % 20 == 0;

    private static Guid ReportOf(int commitment, int month) => new(commitment, (short)month, 7, [1, 2, 3, 4, 5, 6, 7, 8]);
}
