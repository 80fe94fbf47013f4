using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Documents.YearScripts;

public static class YearScriptReader
{
    public static FileReading<YearScript> Read(ReadOnlyMemory<byte> utf8)
    {
        if (!JsonText.TryParse(utf8, out var document, out var fault))
            return FileReading<YearScript>.Faulty(fault);

        using (document)
        {
            var shape = JsonShape.Check<YearScript>(document.RootElement);
            if (shape.Count > 0)
                return FileReading<YearScript>.Faulty(shape);

            var script = document.RootElement.Deserialize<YearScript>(LedgerJson.Options)!;
            Fault[] faults = [.. Check(script)];
            return faults.Length > 0 ? FileReading<YearScript>.Faulty(faults) : FileReading<YearScript>.Sound(script);
        }
    }

    private static IEnumerable<Fault> Check(YearScript script)
    {
        if (script.Format != YearScript.CurrentFormat)
            yield return new("/format", "format_unknown", $"格式应为 {YearScript.CurrentFormat}", $"the format must be {YearScript.CurrentFormat}");

        for (var i = 1; i < script.Boards.Count; i++)
        {
            if (script.Boards[i].At <= script.Boards[i - 1].At)
                yield return NotAscending($"/boards/{i}/at");
        }

        var labels = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < script.Steps.Count; i++)
        {
            var step = script.Steps[i];
            if (i > 0 && step.At <= script.Steps[i - 1].At)
                yield return NotAscending($"/steps/{i}/at");
            if (step.Commitment is null != (step.Act is Act.AdoptRules or Act.AnnounceCalendar or Act.AdoptReportingTerms or Act.AdoptSubmissionRules or Act.AssignPost or Act.RecordCall or Act.AddCommitment or Act.AdoptVerificationTerms or Act.VerifyMany or Act.DrawSample or Act.RegisterUnit or Act.FormGroup or Act.ApproveLink or Act.SubmitForm or Act.TryRules or Act.JoinGroup or Act.LeaveGroup or Act.RefuseLink or Act.LiftPlanRules or Act.CheckSample))
                yield return Misplaced($"/steps/{i}/commitment");
            if (step.Label is null != (step.Act is not (Act.Report or Act.Draft or Act.ReportNoProgress or Act.DraftWithdrawal or Act.ProposeLink or Act.Link or Act.DrawSample)))
                yield return Misplaced($"/steps/{i}/label");
            if (step.Unit is null != (step.Act is not (Act.AssignPost or Act.RecordCall or Act.SubmitForm or Act.LeaveGroup)))
                yield return Misplaced($"/steps/{i}/unit");
            if (step.Of is null != (step.Act is not (Act.Correct or Act.Withdraw or Act.Verify or Act.Return or Act.ReviseDraft or Act.PutUpDraft or Act.SignDraft or Act.ReturnDraft or Act.SubmitDraft or Act.ReviewReport or Act.ReturnToMember or Act.ReportClasses or Act.DraftWithdrawal or Act.ApproveLink or Act.RefuseLink or Act.Unlink or Act.CheckSample)))
                yield return Misplaced($"/steps/{i}/of");
            if (step.Reports is null != (step.Act != Act.VerifyMany))
                yield return Misplaced($"/steps/{i}/reports");
            if (step.Rows is null != (step.Act != Act.SubmitForm))
                yield return Misplaced($"/steps/{i}/rows");
            if (step.Group is null != (step.Act is not (Act.JoinGroup or Act.LeaveGroup)))
                yield return Misplaced($"/steps/{i}/group");
            if (step.Drawn is null != (step.Act != Act.CheckSample))
                yield return Misplaced($"/steps/{i}/drawn");
            foreach (var (place, label) in (step.Reports ?? []).Index())
            {
                if (!labels.Contains(label))
                    yield return new($"/steps/{i}/reports/{place}", "label_unknown", $"前面没有填报 {label}", $"no earlier step makes {label}");
            }

            if (step.Of is not null && !labels.Contains(step.Of))
                yield return new($"/steps/{i}/of", "label_unknown", $"前面没有填报 {step.Of}", $"no earlier step makes {step.Of}");
            foreach (var label in step.Label is { } made ? [made] : (step.Rows ?? []).Select(r => r.Label))
            {
                if (!labels.Add(label))
                    yield return new($"/steps/{i}/label", "label_repeated", $"{label} 重复", $"{label} appears twice");
            }
        }
    }

    private static Fault NotAscending(string pointer) => new(pointer, "times_not_ascending", "时间应逐步向后", "moments must ascend");

    private static Fault Misplaced(string pointer) => new(pointer, "member_misplaced", "此动作须有或不应有该成员", "the act requires this member or has no use for it");
}
