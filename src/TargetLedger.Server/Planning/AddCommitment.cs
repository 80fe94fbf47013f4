using FluentValidation;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Compliance;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>立项: a commitment is added to a task of a list in force.</summary>
internal static class AddCommitmentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/plans/{plan}/commitments", new WriteUseCase<NewCommitment, ListInView>(
            "add-commitment",
            new Shape(),
            FindAsync,
            _ => 0,
            (_, _) => Access.Granted,
            (command, list) => Decide(command.Body, list, command.At.Day)))
        .Needs(Right.KeepLists)
        .WithSummary("立项 / Add a commitment to a list");

    private static async Task<ListInView?> FindAsync(Command<NewCommitment> command, LedgerView view, CancellationToken cancellationToken)
    {
        if (await view.PlanAsync(PlanNames.Stream(command.RouteText("plan")), cancellationToken) is not { Confirmed: true } plan)
            return null;

        var ordinal = 1;
        while (await view.CommitmentAsync(StreamIds.Commitment(plan.Code, $"{command.Body.Task}-{ordinal}"), cancellationToken) is not null)
            ordinal++;

        var named = command.Body.Responsible ?? [];
        var groups = named.Select(r => r.Group).Append(command.Body.Apportionment?.Group).OfType<string>().ToList();
        var directory = await view.DirectoryAsync(named.Select(r => r.Unit).OfType<string>(), groups, cancellationToken);
        // The members a quota may be for must be known as units too.
        var members = directory.Groups.Values.SelectMany(g => g.Members).Select(m => m.Unit);
        directory = await view.DirectoryAsync([.. directory.Units.Keys, .. members], groups, cancellationToken);
        return new(plan, ordinal, directory, await view.RulesAsync(cancellationToken));
    }

    private static Proposal Decide(NewCommitment wanted, ListInView list, DateOnly today)
    {
        var plan = list.Plan;
        var (section, task) = plan.Sections.SelectMany(s => s.Tasks.Select(t => (Section: s, Task: t))).FirstOrDefault(t => t.Task.Number == wanted.Task);
        if (task is null)
            return new Proposal.Refuse([new("task_unknown", $"方案中没有任务 {wanted.Task}", $"the plan has no task {wanted.Task}", "/task")]);

        var item = wanted.AsItem();
        var faults = PlanFileReader.CheckCommitment(item, plan.Period, list.Directory);
        if (faults.Count > 0)
            return new Proposal.Refuse([.. faults.Select(f => new Refusal(f.Code, f.Zh, f.En, f.Pointer))]);

        var made = PlanImport.Made(plan.Id, plan.Period, plan.Sources, section.Number, task.Number, task.Responsible, list.Ordinal, item, list.Rules.On(today, plan.Id));
        var stream = StreamIds.Commitment(plan.Code, made.Number);
        return Proposal.Of(Decision.Of(made), StreamIds.CommitmentType, stream, version: 0, location: $"/commitments/{stream}");
    }

    private sealed class Shape : AbstractValidator<NewCommitment>
    {
        public Shape()
        {
            RuleFor(c => c.Task).IsStated();
            RuleFor(c => c.Title).IsStated().FitsIn(500);
            RuleFor(c => c.Nodes!).HasAtMost(200);
            RuleFor(c => c.Responsible!).HasAtMost(200);
        }
    }
}

/// <summary>One target or, without one, an item that lives by its nodes. What it does not say it has from its task and plan.</summary>
/// <param name="Task">The task's number in the document.</param>
internal sealed record NewCommitment(
    string Task,
    string Title,
    Cadence Cadence,
    Measure? Measure = null,
    Target? Target = null,
    Strength Strength = Strength.Forecast,
    Period? Period = null,
    DateOnly? PaceStart = null,
    IReadOnlyList<Node>? Nodes = null,
    IReadOnlyList<Responsibility>? Responsible = null,
    Apportionment? Apportionment = null)
{
    public PlanFileCommitment AsItem() => new(Title, Cadence, Measure, Target, Strength, Period, PaceStart, Nodes, Responsible, Apportionment);
}

/// <param name="Ordinal">The next free one of the task.</param>
internal sealed record ListInView(Plan Plan, int Ordinal, UnitDirectory Directory, RulesBook Rules);
