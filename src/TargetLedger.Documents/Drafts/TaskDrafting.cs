using System.Text.RegularExpressions;
using TargetLedger.Documents.Quantities;
using TargetLedger.Documents.Structure;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Drafts;

/// <summary>Turns a found task into its draft: roles, deadline, figures, milestones, and what has to be asked.</summary>
internal sealed class TaskDrafting(
    string text, CodePoints points, PlanHead head, bool firstNamedLeads, (string First, string Second)? sides, QuestionList questions)
{
    private readonly Days? _plan = head.Period;
    private readonly MentionReader _reader = new(head.Period);
    private readonly MentionReader _prose = new(head.Period, head.IsReport);
    private readonly List<PassedOverFigure> _passedOver = [];

    public IReadOnlyList<PassedOverFigure> PassedOver => _passedOver;

    public DraftTask Draft(FoundTask task)
    {
        var name = task.Number ?? task.Title;
        var units = Units(task, name);
        var commitments = new List<DraftCommitment>();
        foreach (var piece in task.Prose)
        {
            // Cells of target columns have been read with their headers.
            if (!task.Cells.Exists(c => c.Piece == piece))
                AskWhereItTakesTooLong(piece, name, () => Take(piece, (piece.Cell is null && !PlanHead.TurnsAhead(task.Path) ? _prose : _reader).Read(piece.Text), name, commitments));
        }

        foreach (var (piece, mention) in task.Cells)
            Take(piece, mention, name, commitments);
        Repeated(commitments);
        AskWhereItTakesTooLong(task.TitlePiece, name, () => AddMilestones(task, commitments));
        DraftDeadline? deadline = null;
        AskWhereItTakesTooLong(task.TitlePiece, name, () => deadline = Deadline(task, name));
        return new(
            task.Number,
            task.Path.Count > 0 ? task.Path[^1] : null,
            task.Title,
            units,
            deadline,
            commitments,
            task.Path,
            points.At(task.TitlePiece.SourceStart(0)),
            points.At(task.TitlePiece.SourceEnd(task.TitlePiece.Text.Length)),
            task.TitlePiece.Cell);
    }

    /// <summary>A note beside a table: its figures are shown, and nobody is held to them.</summary>
    public void PassOver(Piece note)
        => AskWhereItTakesTooLong(note, note.Text[..Math.Min(20, note.Text.Length)], () =>
        {
            foreach (var mention in _prose.Read(note.Text))
            {
                var (start, end) = (note.SourceStart(mention.Start), note.SourceEnd(mention.End));
                var kind = mention.Kind == MentionKind.Target ? MentionKind.Description : mention.Kind;
                _passedOver.Add(new(text[start..end], kind.ToString().ToLowerInvariant(), points.At(start), points.At(end), note.Cell));
            }
        });

    /// <summary>Words made to keep a reader busy, or a machine that is: the rest of the document is read all the same.</summary>
    private void AskWhereItTakesTooLong(Piece piece, string task, Action read)
    {
        try
        {
            read();
        }
        catch (RegexMatchTimeoutException)
        {
            questions.AddAt(
                "reading_timeout", $"任务“{task}”的这一段读取用时过长,没有读完,请对照原文补充", $"this part of task \"{task}\" took too long and was not read to its end: compare the original", task,
                piece.SourceStart(0), piece.SourceEnd(piece.Text.Length));
        }
    }

    private void Take(Piece piece, IEnumerable<Mention> mentions, string task, List<DraftCommitment> commitments)
    {
        foreach (var mention in mentions)
            Take(piece, mention, task, commitments);
    }

    private void Take(Piece piece, Mention mention, string task, List<DraftCommitment> commitments)
    {
        var (start, end) = (piece.SourceStart(mention.Start), piece.SourceEnd(mention.End));
        var written = text[start..end];
        if (mention.Kind == MentionKind.Nominal)
        {
            var (clauseStart, clauseEnd) = ClauseAround(piece.Form, mention.Start, mention.End);
            var words = piece.Text[clauseStart..clauseEnd].Trim();
            commitments.Add(new(
                DraftCommitmentKind.Milestone, words, written, mention.Value, null, null, null, mention.Unit, mention.IsAspirational, [], Period(mention),
                points.At(start), points.At(end), piece.Cell, 0.4));
            questions.AddAt(
                "nominal", $"“{written}”是约数名称还是目标值({mention.Value:0}{mention.Unit})?", $"is \"{written}\" a round name, or a target of {mention.Value:0} {mention.Unit}?", task, start, end);
            return;
        }

        if (mention.Kind != MentionKind.Target)
        {
            _passedOver.Add(new(written, mention.Kind.ToString().ToLowerInvariant(), points.At(start), points.At(end), piece.Cell));
            return;
        }

        commitments.Add(new(
            DraftCommitmentKind.Quantity,
            mention.Measure,
            written,
            mention.Value,
            mention.Upper,
            mention.Bound,
            mention.IsDown ? DraftDirection.Down : DraftDirection.Up,
            mention.Unit,
            mention.IsAspirational,
            mention.Per,
            Period(mention),
            points.At(start),
            points.At(end),
            piece.Cell,
            mention.Confidence));
        if (mention.IsOpen)
        {
            questions.AddAt(
                "open_list", "名单以“等”结尾,没有列全,是否还有其他?", "the list is open (等): does the target hold for others too?", task, start, end);
        }

        if (mention.Unit.Length == 0)
            questions.AddAt("unit_missing", $"“{written}”没有计量单位,请填写", $"\"{written}\" has no unit: enter it", task, start, end);
        else if (mention.Confidence < 0.7)
            questions.AddAt("target_unsure", $"“{written}”是否目标值?", $"is \"{written}\" a target?", task, start, end);
        if (mention.Bound == Bound.Growth)
            questions.AddAt("baseline_missing", $"“{written}”的基数是多少?", $"what is \"{written}\" measured against?", task, start, end);
    }

    private string? Period(Mention mention) => (mention.Period ?? _plan)?.ToString();

    // The same figure told in the text and again in a cell is one commitment.
    private static void Repeated(List<DraftCommitment> commitments)
    {
        for (var i = commitments.Count - 1; i > 0; i--)
        {
            var again = commitments[i];
            if (again.Cell is not null && commitments.Take(i).Any(c => c.Cell != again.Cell && c.Value == again.Value && c.Upper == again.Upper && c.Unit == again.Unit && c.Kind == again.Kind && (c.Period == again.Period || again.Period is null)
                && c.Per.SequenceEqual(again.Per, StringComparer.Ordinal) && !AreOfTwoColumns(c, again)))
                commitments.RemoveAt(i);
        }
    }

    // 早诊率(%)|90 and 系统管理率(%)|90: what only happens to be as much.
    private static bool AreOfTwoColumns(DraftCommitment one, DraftCommitment other)
        => one.Cell is not null && one.Measure != other.Measure && !one.AsWritten.Any(Signs.IsHan) && !other.AsWritten.Any(Signs.IsHan);

    private void AddMilestones(FoundTask task, List<DraftCommitment> commitments)
    {
        var onlyDated = commitments.Exists(c => c.Kind == DraftCommitmentKind.Quantity);
        foreach (var piece in task.Prose)
        {
            foreach (var milestone in Milestones.Of(piece, _plan, onlyDated))
            {
                var (start, end) = (piece.SourceStart(milestone.Start), piece.SourceEnd(milestone.End));
                commitments.Add(Milestone(milestone.Words, text[start..end], start, end, piece.Cell, milestone.Due, milestone.Due is null ? 0.5 : 0.7));
            }
        }

        if (commitments.Count > 0)
            return;
        var (from, till) = (task.TitlePiece.SourceStart(0), task.TitlePiece.SourceEnd(Math.Min(task.TitlePiece.Text.Length, Math.Max(1, task.Title.Length))));
        commitments.Add(Milestone(task.Title, text[from..till], from, till, task.TitlePiece.Cell, null, 0.3));
    }

    private DraftCommitment Milestone(string words, string written, int start, int end, string? cell, DateOnly? due, double confidence)
        => new(DraftCommitmentKind.Milestone, words, written, null, null, null, null, null, Aspirational: false, [], _plan?.ToString(), points.At(start), points.At(end), cell, confidence, due);

    private DraftDeadline? Deadline(FoundTask task, string name)
    {
        if (task.UnreadDeadline is { } unread && task.Due is null)
        {
            questions.AddAt(
                "deadline_unread", $"完成时限“{unread.Text}”读不出日期,请填写", $"no date can be read from the deadline \"{unread.Text}\": enter it", name, unread.SourceStart(0), unread.SourceEnd(unread.Text.Length));
        }

        var due = task.Due ?? Deadlines.InProse(task.Prose.ConvertAll(p => new Paragraph(p.Text, _plan)));
        return due switch
        {
            null => null,
            { IsOngoing: true } => DraftDeadline.Ongoing,
            { Recurrence: { } recurrence } => new(Recurrence: recurrence),
            _ => new(Date: due.Day),
        };
    }

    private List<DraftUnit> Units(FoundTask task, string name)
    {
        var hasLead = task.Units.Exists(u => u.Role == StatedRole.Lead);
        var inferredLead = hasLead ? null : task.Units.Find(u => !u.Unit.IsGroup && u.Role != StatedRole.Co);
        var units = new List<DraftUnit>();
        var named = new HashSet<(string, string?)>();
        foreach (var answering in task.Units)
        {
            var unit = answering.Unit;
            var written = unit.Alias is null ? unit.Name : $"{unit.Name}({unit.Alias})";
            if (!named.Add((unit.Name, unit.Side)))
                continue;
            var leads = answering.Role == StatedRole.Lead || answering == inferredLead || (inferredLead?.Unit.Side is not null && answering.Unit.Side is not null && answering.Group == inferredLead.Group && unit.Start == inferredLead.Unit.Start);
            var role = unit.IsGroup ? DraftRole.Group
                : leads ? DraftRole.Lead
                : answering.Role == StatedRole.Co || hasLead || firstNamedLeads ? DraftRole.Co
                : DraftRole.Unspecified;
            var inferred = role == DraftRole.Lead && !hasLead && !firstNamedLeads;
            var side = unit.Side is "1" ? sides?.First ?? "1" : unit.Side is "2" ? sides?.Second ?? "2" : null;
            var called = side is not null && side.Length > 1 ? side + unit.Name : unit.Name;
            units.Add(new(called, role, inferred, answering.Group, unit.Kind, unit.Alias, unit.IsOpen, side, written));
            AskAboutUnit(unit, name);
        }

        if (units.Count == 0)
            questions.Add("units_missing", $"任务“{name}”没有写明责任单位", $"task \"{name}\" names no responsible unit", name, points.At(task.TitlePiece.SourceStart(0)));
        else if (units.Exists(u => u.Inferred))
            questions.Add("lead_inferred", $"任务“{name}”按首位推定牵头单位为{string.Join('、', units.Where(u => u.Inferred).Select(u => u.Name))},请确认", $"the lead of task \"{name}\" is inferred: it is named first", name, points.At(task.TitlePiece.SourceStart(0)));
        return units;
    }

    private void AskAboutUnit(NamedUnit unit, string task)
    {
        if (unit.Alias is { } alias)
            questions.Add("unit_alias", $"“{unit.Name}({alias})”是同一单位的别名吗?", $"is \"{alias}\" another name of \"{unit.Name}\"?", task, null);
        if (unit.IsGroup || unit.IsOpen)
            questions.Add("unit_group", $"“{unit.Name}”包括哪些单位?", $"which units are \"{unit.Name}\"?", task, null);
        if (unit.Side == "1")
            questions.Add("two_sides", $"“{unit.Name}”等两地单位:目标是合计还是各自?", "two equal leads: is the target joint or each side's own?", task, null);
    }

    private static (int Start, int End) ClauseAround(string form, int start, int end)
    {
        while (start > 0 && !Signs.IsClauseEnd(form[start - 1]))
            start--;
        while (end < form.Length && !Signs.IsClauseEnd(form[end]))
            end++;
        return (start, end);
    }
}
