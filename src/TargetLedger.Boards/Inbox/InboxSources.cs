using System.Security.Cryptography;
using System.Text;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Counting;
using TargetLedger.Domain.Periods;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Domain.Supervision;

namespace TargetLedger.Boards;

/// <summary>What an inbox is computed from.</summary>
/// <param name="Drafts">Open ones of the units; none for supervisors.</param>
/// <param name="Proposals">To link commitments, by whomever.</param>
/// <param name="Units">Null for all.</param>
internal sealed record InboxView(
    Knowledge Knowledge,
    SubmissionRulesBook Rules,
    IReadOnlyList<ReportDraft> Drafts,
    IReadOnlyList<LinkProposal> Proposals,
    IReadOnlyList<string>? Units,
    DateOnly On)
{
    public bool IsAbout(string unit) => Units is null || Units.Contains(unit, StringComparer.Ordinal);

    /// <summary>Those a report is taken on: while one stands still, what is missing cannot be made good.</summary>
    public IEnumerable<Commitment> Running => Knowledge.Commitments.Where(c => c.StandingOn(On) == Standing.Active);

    public IEnumerable<Commitment> Listed => Knowledge.Commitments.Where(c => c.StandingOn(On) != Standing.Withdrawn);
}

/// <summary>Where the items of an inbox come from. A further source is a further line.</summary>
internal static class InboxSources
{
    private const int DaysAnAnswerStays = 30;
    private const int KeyDigits = 16;

    private static readonly IReadOnlyList<Func<InboxView, IEnumerable<InboxItem>>> OfUnits = [Owed, Returned, InTheMaking, ToReview, ToRemind, LinksAnswered, Lagging, Signs];
    private static readonly IReadOnlyList<Func<InboxView, IEnumerable<InboxItem>>> OfSupervisors = [Missing, Queued, Signs];
    private static readonly IReadOnlyList<Func<InboxView, IEnumerable<InboxItem>>> OfKeepers = [LinksProposed];

    public static IReadOnlyList<Func<InboxView, IEnumerable<InboxItem>>> Of(InboxOwner owner) => owner switch
    {
        InboxOwner.Units => OfUnits,
        InboxOwner.Supervision => OfSupervisors,
        _ => OfKeepers,
    };

    /// <summary>漏报 and 将到期.</summary>
    private static IEnumerable<InboxItem> Owed(InboxView view)
    {
        foreach (var commitment in view.Running)
        {
            foreach (var due in DueReports.Of(commitment, view.On, view.Knowledge.Schedule, view.Knowledge.Directory).Where(d => view.IsAbout(d.Unit)))
            {
                var rules = view.Rules.For(due.Unit, commitment.Plan, view.On);
                if (KindOf(due, rules, view.On) is { } kind)
                {
                    yield return Of(view, commitment, due, kind) with
                    {
                        Draft = view.Drafts.FirstOrDefault(d => d.Purpose == DraftPurpose.Report && d.Commitment == commitment.Id && d.Unit == due.Unit && d.Content.Period.Contains(due.Period.End))?.Id,
                        WordsDue = ReportedWords.AreDue(commitment, due.Period, rules),
                    };
                }
            }
        }
    }

    private static InboxKind? KindOf(DueReport due, SubmissionRules rules, DateOnly on) => due.Timeliness switch
    {
        Timeliness.Missing => InboxKind.Overdue,
        Timeliness.Pending when due.Due <= on.AddDays(rules.DueSoonDays) => InboxKind.DueSoon,
        _ => null,
    };

    private static IEnumerable<InboxItem> Missing(InboxView view)
        => view.Running.SelectMany(c => DueReports.Of(c, view.On, view.Knowledge.Schedule, view.Knowledge.Directory)
            .Where(d => d.Timeliness == Timeliness.Missing && view.IsAbout(d.Unit))
            .Select(d => Of(view, c, d, InboxKind.Overdue)));

    internal static InboxItem Of(InboxView view, Commitment commitment, DueReport due, InboxKind kind)
        => InboxItem.Of(view.Knowledge, commitment, kind, due.Unit, due.Period.End) with
        {
            Key = InboxKeys.OfDue(kind, commitment.Id, due.Unit, due.Period.End),
            Due = due.Due,
            Period = due.Period,
            Position = commitment.Missed.Find(m => m.Unit == due.Unit && m.Period.End == due.Period.End)?.Position,
        };

    /// <summary>退回, whichever day is asked about: it has to be answered, once the commitment runs.</summary>
    private static IEnumerable<InboxItem> Returned(InboxView view)
        => view.Knowledge.Commitments.Where(c => c.Standing == Standing.Active).SelectMany(c => c.Reports
            .Where(r => r.Status == ReportStatus.Returned && r.CountedFrom is null && view.IsAbout(r.Unit))
            .Select(r => InboxItem.Of(view.Knowledge, c, InboxKind.Returned, r.Unit, r.ChangedOn, $"{r.Id:D}", $"{r.ChangedAt}") with
            {
                Period = r.Period,
                Report = r.Id,
                Note = r.ReturnReason,
                Position = r.ChangedAt,
            }));

    /// <summary>待初审: members' reports, to whoever leads.</summary>
    private static IEnumerable<InboxItem> ToReview(InboxView view)
        => view.Listed.SelectMany(c => view.Units!.SelectMany(lead => ReportToReview.Of(view.Knowledge, c, lead, view.On)
            .Select(r => InboxItem.Of(view.Knowledge, c, InboxKind.ToReview, r.Unit.Code, r.Since, $"{r.Report:D}", $"{r.Position}") with
            {
                Period = r.Period,
                Report = r.Report,
                Position = r.Position,
            })));

    /// <summary>待催报: one item for a commitment and a period, to whoever leads on the day; whom to phone is the call list's to say.</summary>
    private static IEnumerable<InboxItem> ToRemind(InboxView view)
    {
        foreach (var commitment in view.Running.Where(c => !c.Divisions.IsEmpty))
        {
            string[] leads = [.. view.Units!.Where(u => commitment.IsLead(u, view.On))];
            if (leads.Length == 0)
                continue;
            foreach (var missing in DueReports.Of(commitment, view.On, view.Knowledge.Schedule, view.Knowledge.Directory)
                .Where(d => d.Timeliness == Timeliness.Missing && commitment.IsMember(d.Unit, d.Period.End, view.Knowledge.Directory))
                .GroupBy(d => d.Period.End))
            {
                foreach (var lead in leads.Where(l => missing.Any(d => d.Unit != l)))
                {
                    yield return InboxItem.Of(view.Knowledge, commitment, InboxKind.ToRemind, lead, missing.Key, commitment.Id, lead, $"{missing.Key:yyyy-MM-dd}") with
                    {
                        Due = missing.First().Due,
                        Period = missing.First().Period,
                        Members = missing.Count(d => d.Unit != lead),
                    };
                }
            }
        }
    }

    /// <summary>内部退回, 待审签 and 待报送: within the unit alone.</summary>
    private static IEnumerable<InboxItem> InTheMaking(InboxView view)
    {
        var byId = view.Knowledge.Commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var draft in view.Drafts)
        {
            if (!byId.TryGetValue(draft.Commitment, out var commitment))
                continue;
            var rules = view.Rules.For(draft.Unit, commitment.Plan, view.On);
            switch (DraftSigning.StageOf(draft, rules))
            {
                case DraftStage.Returned:
                    var back = draft.Return!;
                    yield return Of(view, commitment, draft, InboxKind.DraftReturned, back.On, $"{back.Position}") with { Note = back.Reason, Position = back.Position };
                    break;
                case DraftStage.ToSign:
                    var next = DraftSigning.Missing(draft, rules)[0];
                    yield return Of(view, commitment, draft, InboxKind.ToSign, draft.Content.Period.End, $"{draft.ContentVersion}", Word.Of(next)) with { Post = next };
                    break;
                case DraftStage.Signed:
                    var last = draft.Signatures[^1];
                    yield return Of(view, commitment, draft, InboxKind.ToSubmit, last.SignedOn, $"{draft.ContentVersion}") with { Position = last.Position };
                    break;
                default:
                    break;
            }
        }
    }

    private static InboxItem Of(InboxView view, Commitment commitment, ReportDraft draft, InboxKind kind, DateOnly since, params ReadOnlySpan<string> cause)
        => InboxItem.Of(view.Knowledge, commitment, kind, draft.Unit, since, [$"{draft.Id:D}", .. cause]) with
        {
            Draft = draft.Id,
            Purpose = draft.Purpose,
            Report = draft.Purpose == DraftPurpose.Report ? null : draft.Report,
            Period = draft.Content.Period,
        };

    /// <summary>建议关联, until a keeper has answered.</summary>
    private static IEnumerable<InboxItem> LinksProposed(InboxView view)
        => Links(view, InboxKind.LinkProposed, p => p.Status == ProposalStatus.Open, p => (p.ProposedOn, p.ProposedAt));

    /// <summary>建议已答复: nothing is left to do, so it goes away by itself.</summary>
    private static IEnumerable<InboxItem> LinksAnswered(InboxView view)
        => Links(view, InboxKind.LinkAnswered, p => p.Answer is { } answer && view.On <= answer.On.AddDays(DaysAnAnswerStays), p => (p.Answer!.On, p.Answer.Position));

    private static IEnumerable<InboxItem> Links(
        InboxView view, InboxKind kind, Func<LinkProposal, bool> isWanted, Func<LinkProposal, (DateOnly On, long Position)> cause)
    {
        var byId = view.Knowledge.Commitments.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var proposal in view.Proposals.Where(p => view.IsAbout(p.Unit) && isWanted(p)))
        {
            if (!byId.TryGetValue(proposal.Source, out var source) || !byId.TryGetValue(proposal.Target, out var target))
                continue;
            var (on, position) = cause(proposal);
            yield return InboxItem.Of(view.Knowledge, source, kind, proposal.Unit, on, $"{proposal.Id:D}", $"{position}") with
            {
                Position = position,
                Proposal = InboxProposal.Of(view.Knowledge, proposal, target),
            };
        }
    }

    /// <summary>预警: what a unit leads, or has a part of, shows yellow or red.</summary>
    private static IEnumerable<InboxItem> Lagging(InboxView view)
    {
        foreach (var commitment in view.Listed)
        {
            string[] concerned = [.. view.Units!.Where(u => commitment.IsLead(u, view.On) || commitment.IsMember(u, view.On, view.Knowledge.Directory))];
            if (concerned.Length == 0 || Judgement.Of(commitment, view.On, view.Knowledge.Rules.On(view.On, commitment.Plan), view.Knowledge.Directory) is not { Verdict.Light: var light } judged || !light.IsWarning())
                continue;
            var since = judged.Totals.Cutoff ?? commitment.MadeOn;
            foreach (var unit in concerned)
            {
                yield return InboxItem.Of(view.Knowledge, commitment, InboxKind.Warning, unit, since, commitment.Id, unit, Word.Of(judged.Verdict.Light), $"{since:yyyy-MM-dd}") with
                {
                    Reason = judged.Verdict.Reason,
                    Position = judged.Totals.Basis.Count > 0 ? judged.Totals.Basis[^1] : null,
                };
            }
        }
    }

    /// <summary>预警: signs that a figure needs a second look. A unit does not learn from them what others report.</summary>
    internal static IEnumerable<InboxItem> Signs(InboxView view)
    {
        var signs = new WarningSigns(view.On);
        // Of a unit only what it answers for on the day: how much more is known of it differs between answers.
        var byId = view.Listed
            .Where(c => !c.Reports.IsEmpty && (view.Units is null || view.Units.Any(u => c.AnswersFor(u, view.On, view.Knowledge.Directory))))
            .ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var commitment in byId.Values)
            signs.Add(commitment, view.Knowledge.Schedule);
        return signs.ToList(view.Knowledge.Schedule.VerificationOn(view.On).Warnings)
            .Where(w => w.Reports.All(r => view.IsAbout(r.Unit)))
            .Select(w => OfSign(view.Knowledge, byId[w.Reports[^1].Commitment], w));
    }

    /// <param name="commitment">That of the last report the warning rests on.</param>
    internal static InboxItem OfSign(Knowledge knowledge, Commitment commitment, Warning warning)
    {
        var (kind, last) = (Word.Of(warning.Kind), warning.Reports[^1]);
        return InboxItem.Of(
            knowledge, commitment, InboxKind.Warning, last.Unit, commitment.FindReport(last.Report)!.ReportedOn, [kind, $"{warning.Reports[0].Position}", $"{last.Position}", .. WhatIsShared(warning)]) with
        {
            Report = last.Report,
            Reason = new(kind, warning.Zh, warning.En),
            Position = last.Position,
        };
    }

    /// <summary>Two files or two classes in the same reports are two things to look into. A class may have many words, and of its reports some may meet it otherwise.</summary>
    private static IEnumerable<string> WhatIsShared(Warning warning) => warning switch
    {
        { EvidenceSha256: { } file } => [file[..KeyDigits]],
        { Class: { } shared } => [Digest($"{shared.Name}\n{shared.Date:yyyy-MM-dd}\n{string.Join(',', warning.Reports.Select(r => r.Position))}")],
        _ => [],
    };

    private static string Digest(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..KeyDigits];

    private static IEnumerable<InboxItem> Queued(InboxView view)
        => SupervisionQueue.Of(view.Knowledge, BoardFilter.None, null, view.On, 0, int.MaxValue).Queue.Items
            // What its lead has to review first is not the supervisor's yet.
            .Where(i => i.Kind != QueueKind.Unreviewed)
            .Where(i => view.Units is null || (i.Unit is { } unit && view.IsAbout(unit.Code)))
            .Select(Of);

    internal static InboxItem Of(QueueItem item) => new(
        InboxKeys.OfQueued(item.Commitment, item.Kind, item.Report, item.Position, item.Since),
        InboxKeys.KindOf(item.Kind),
        item.Commitment,
        item.Plan,
        item.Number,
        item.Title,
        item.Unit,
        item.Since,
        Report: item.Report,
        Reason: item.IsLagging ? item.Reason : null,
        Position: item.Position);
}
