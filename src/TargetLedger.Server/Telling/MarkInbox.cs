using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Telling;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Telling;

/// <summary>已阅 and 已办 of items of an inbox. What an item is about is changed by doing it, not by marking it.</summary>
internal static class MarkInboxEndpoint
{
    private const int MostItems = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "seen", (command, marks) => InboxMarks.See(marks, command.Items)).WithSummary("已阅 / Mark items as seen");
        Map(routes, "done", (command, marks) => InboxMarks.Finish(marks, command.Items, command.Note)).WithSummary("已办 / Mark items as done");
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string act, Func<MarkItems, InboxMarks, Decision> decide) => routes
        .MapWrite(HttpMethods.Post, "/inbox/" + act, new WriteUseCase<MarkItems, InboxMarks>(
            $"mark-{act}",
            new Shape(),
            async (command, view, cancellationToken) => await view.MarksAsync(OwnerOf(command), cancellationToken),
            marks => marks.Version,
            // An office's inbox is found by its people's role alone.
            (command, marks) => ReadInboxEndpoint.OwnerOf(command.Caller) != InboxOwner.Units || command.Caller.ActsFor(marks.Owner) ? Access.Granted : Access.Denied,
            (command, marks) => Proposal.Of(decide(command.Body, marks), StreamIds.InboxType, StreamIds.Inbox(marks.Owner), marks.Version)))
        .Needs(Right.ReadInbox);

    /// <summary>Who acts for one unit need not name it.</summary>
    private static string OwnerOf(Command<MarkItems> command)
    {
        if (ReadInboxEndpoint.OwnerOf(command.Caller) is var owner && owner != InboxOwner.Units)
            return owner == InboxOwner.Supervision ? InboxMarks.Supervision : InboxMarks.Keeping;
        return command.Body.Unit ?? (command.Caller.Units is [var only]
            ? only
            : throw new ProblemException(ProblemKind.BodyInvalid, [new("/unit", "value_missing", "代表多个单位的账户须指明单位", "an account of several units has to name one")]));
    }

    private sealed class Shape : AbstractValidator<MarkItems>
    {
        public Shape()
        {
            RuleFor(m => m.Items).HasAtMost(MostItems);
            RuleFor(m => m.Items).Must(i => i.Count > 0).Says("value_missing", "至少指明一项", "name at least one item");
            RuleForEach(m => m.Items).Must(InboxKeys.IsSound).Says("item_invalid", "不是收件箱项目的 key", "this is no key of an item");
        }
    }
}

/// <param name="Items">Their keys.</param>
/// <param name="Unit">Whose inbox, for an account of several units.</param>
/// <param name="Note">Of what is done.</param>
internal sealed record MarkItems(IReadOnlyList<string> Items, string? Unit = null, string? Note = null);
