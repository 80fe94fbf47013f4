using System.Globalization;
using TargetLedger.Boards;
using TargetLedger.Documents.Forms;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Units;

/// <summary>
/// The drafts that rows of forms became. The id of a row's draft is made of unit, commitment, period and how many there were
/// before it, so that however often and wherever a form is sent in, a row has one open draft.
/// </summary>
internal sealed class FormDrafts
{
    private readonly Dictionary<(string Commitment, string Unit, Period Period), (Guid Id, ReportDraft? Open)> byReport = [];

    /// <summary>The open draft of a row, or the id its draft will have.</summary>
    public (Guid Id, ReportDraft? Open) Of(FormCode code) => byReport[code.Report];

    public static async Task<FormDrafts> ReadAsync(LedgerReader reader, IEnumerable<FormCode> codes, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var drafts = new FormDrafts();
        (string Commitment, string Unit, Period Period)[] wanted = [.. codes.Select(c => c.Report).Distinct()];
        for (var earlier = 0; wanted.Length > 0; earlier++)
        {
            var ids = wanted.ToDictionary(c => c, c => IdOf(c, earlier));
            string[] streams = [.. ids.Values.Select(StreamIds.Draft)];
            var found = (await reader.ReadStreamsAsync(streams, [.. streams.Select(_ => long.MaxValue)], cancellationToken))
                .GroupBy(e => e.Stream, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(e => RecordedEvent.Of(e, zone)).ToList(), StringComparer.Ordinal);
            foreach (var (code, id) in ids)
            {
                var draft = found.TryGetValue(StreamIds.Draft(id), out var history) ? ReportDraft.Fold(id, history) : null;
                if (draft is null or { Status: DraftStatus.Open })
                    drafts.byReport[code] = (id, draft);
            }

            wanted = [.. wanted.Where(c => !drafts.byReport.ContainsKey(c))];
        }

        return drafts;
    }

    private static Guid IdOf((string Commitment, string Unit, Period Period) code, int earlier) => StreamIds.NameBased(
        "form draft",
        code.Unit,
        code.Commitment,
        $"{code.Period.Start:yyyy-MM-dd}",
        $"{code.Period.End:yyyy-MM-dd}",
        earlier.ToString(CultureInfo.InvariantCulture));
}
