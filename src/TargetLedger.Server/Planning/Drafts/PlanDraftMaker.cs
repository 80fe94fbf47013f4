using System.Text.Json;
using TargetLedger.Documents.Confirming;
using TargetLedger.Domain;
using TargetLedger.Domain.Drafting;
using TargetLedger.EventStore;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>
/// Makes a draft of a document: read first, so that what cannot be read leaves nothing behind; then the bytes are kept, and
/// only then is the draft recorded that names them.
/// </summary>
internal sealed class PlanDraftMaker(DocumentReading documents, OriginalFiles originals, CommandRunner runner, Ledger ledger)
{
    /// <param name="formKey">The key a page's form carries.</param>
    public async Task<(IResult Answer, Guid Draft)> MakeAsync(HttpContext http, SentDocument sent, string? formKey = null)
    {
        var cancellationToken = http.RequestAborted;
        var key = formKey ?? RequestKeys.Read(http.Request) ?? throw new ProblemException(ProblemKind.KeyMissing);
        // The same id in every retry with the same key.
        var id = StreamIds.NameBased(http.Caller().Account, key);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent.Bytes.Span));
        var wish = JsonSerializer.SerializeToElement(new { sha256, name = sent.Name }, LedgerJson.Options);
        var answer = await runner.OnceAsync(
            http,
            wish,
            async (actor, keyFor) =>
            {
                var (document, draft) = await documents.ReadAsync(sent, cancellationToken);
                var events = DraftedPlan.Of(document, draft, new(await originals.KeepAsync(sent.Bytes, cancellationToken), sent.Name, sent.Bytes.Length));
                var stream = StreamIds.PlanDraft(id);
                var outcome = new Outcome(stream, Id: id, Location: $"/plan-drafts/{id}");
                var append = new StreamAppend(
                    stream, StreamIds.PlanDraftType, ExpectedVersion.None, [.. events.Select(e => new NewEvent(Guid.CreateVersion7(), EventCatalog.AliasOf(e), EventCatalog.Write(e)))]);
                return await ledger.AppendAsync(new([append], actor, keyFor(outcome)), cancellationToken) is AppendResult.Appended appended
                    ? outcome.Answer(appended.Versions[0], appended.LastPosition)
                    : null;
            },
            formKey);
        return (answer, id);
    }
}
