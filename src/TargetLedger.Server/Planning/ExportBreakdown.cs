using System.Globalization;
using System.Runtime.CompilerServices;
using TargetLedger.Boards;
using TargetLedger.Documents.Official;
using TargetLedger.Domain.Commitments;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>责任分解表 of a plan as an official document: tasks, what is to be reached, who leads and who helps, by when.</summary>
internal static class ExportBreakdownEndpoint
{
    private static readonly OfficialTable Table = new(
    [
        new("序号", 11, IsCentred: true), new("重点任务", 27), new("责任事项及目标", 38), new("牵头单位", 20), new("配合单位", 38), new("完成时限", 22, IsCentred: true),
    ]);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/plans/{plan}/breakdown.docx", async (HttpContext http, string plan, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var read = await ReadQuery.ReadAsync(http, visibility, time);
            var filter = new BoardFilter(Plan: plan);
            var first = await boards.ListAsync(filter, read.At, read.On, ExportRows.First, http.RequestAborted);
            var position = new AsOf.AtPosition(first.Answer.Position);
            var head = (await boards.PlansAsync(position, http.RequestAborted)).Plans.FirstOrDefault(p => p.Code == plan || p.Plan == plan)
                ?? throw new ProblemException(ProblemKind.NotFound);
            var known = await ExportRows.KnownAsync(boards, time, first.Answer.Position, http.RequestAborted);
            var rows = ExportRows.OfAsync(first, (page, token) => boards.ListAsync(filter, read.At, read.On, page, token), l => l.Rows, http.RequestAborted);
            return new ExportResult($"breakdown-{head.Code}.docx", OfficialDocument.MediaType, (target, token) => WriteAsync(target, head, known, rows, token));
        })
        .Needs(Right.ReadLists)
        .TakesKnowledge()
        .Produces<Stream>(contentType: OfficialDocument.MediaType)
        .WithRequestTimeout(Limits.LongRequests)
        .WithSummary("导出责任分解表 / A plan's breakdown of responsibilities as a document");

    private static async Task WriteAsync(Stream target, PlanHead plan, string known, IAsyncEnumerable<ListRow> rows, CancellationToken cancellationToken)
    {
        await using var document = await OfficialDocument.BeginAsync(target, known, cancellationToken);
        await document.TitleAsync($"{plan.Title}责任分解表");
        await document.SubtitleAsync($"（{plan.Issuer}　{(plan.DocumentNumber is { } number ? $"{number}　" : "")}{Day(plan.IssuedOn)}）");
        await document.TableAsync(Table, RowsOf(rows, cancellationToken), cancellationToken);
        await document.FinishAsync();
    }

    /// <summary>A section's heading, then its commitments; what those of one task share is one cell.</summary>
    private static async IAsyncEnumerable<OfficialRow> RowsOf(IAsyncEnumerable<ListRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListRow? before = null, current = null;
        await foreach (var after in rows.WithCancellation(cancellationToken))
        {
            foreach (var row in Rows(before, current, after))
                yield return row;
            (before, current) = (current, after);
        }

        foreach (var row in Rows(before, current, null))
            yield return row;
    }

    private static IEnumerable<OfficialRow> Rows(ListRow? before, ListRow? row, ListRow? after)
    {
        if (row is null)
            yield break;
        if (before?.Section != row.Section)
            yield return OfficialRow.Heading(row.SectionTitle is null ? row.Section : $"{row.Section}、{row.SectionTitle}");
        var (leads, partners) = (string.Join('、', row.Leads), string.Join('、', row.Partners));
        yield return new(
        [
            Shared(row.Task, r => r.Task),
            Shared(row.TaskTitle ?? "", r => r.Task),
            new(Wanted(row)),
            Shared(leads, r => string.Join('、', r.Leads)),
            Shared(partners, r => string.Join('、', r.Partners)),
            Shared(Day(row.Period.End), r => Day(r.Period.End)),
        ]);

        OfficialCell Shared(string text, Func<ListRow, string> of)
            => new(text, IsSame(before, of), IsSame(after, of));

        bool IsSame(ListRow? other, Func<ListRow, string> of)
            => other is not null && other.Section == row.Section && other.Task == row.Task && of(other) == of(row);
    }

    private static string Wanted(ListRow row)
    {
        var lines = new List<string> { row.Target is { } target ? $"{row.Title}：{(row.Strength == Strength.Stretch ? "力争" : "")}{target.AsWritten}" : row.Title };
        lines.AddRange(row.Nodes.Select(n => $"{n.Node.Name}（{Day(n.Node.Planned)}）"));
        return string.Join('\n', lines);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
