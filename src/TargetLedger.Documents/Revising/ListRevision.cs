using TargetLedger.Documents.Comparing;
using TargetLedger.Documents.Confirming;
using TargetLedger.Documents.PlanFiles;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Drafting;
using TargetLedger.Domain.Plans;
using TargetLedger.Domain.Units;

namespace TargetLedger.Documents.Revising;

/// <summary>
/// A list in force made to follow a revised document where the keeper accepts it: the events of every stream this touches,
/// to be recorded in one append, or everything that stands against it.
/// </summary>
/// <param name="Streams">The draft's comes first; it holds every choice.</param>
/// <param name="Commitments">How many are changed, taken up and withdrawn.</param>
/// <param name="Units">How many units and groups are registered.</param>
public sealed record ListRevision(IReadOnlyList<ImportedStream> Streams, int Commitments, int Units, IReadOnlyList<Refusal> Refusals)
{
    // Of an entry's 65,535 bytes: a choice of all fields of an item is some 150.
    private const int ChoicesInOneEvent = 200;

    /// <param name="seen">The comparison the keeper chose by.</param>
    /// <param name="units">The draft's names, as the keeper has said what they mean.</param>
    /// <param name="commitments">Of the list, withdrawn ones included.</param>
    /// <param name="rest">What becomes of changes and new items that are not named; null where all are to be named.</param>
    public static ListRevision Of(
        ListComparison seen,
        PlanDraft draft,
        UnitResolution units,
        Plan plan,
        IReadOnlyList<Commitment> commitments,
        IReadOnlyList<RevisionChoice> named,
        bool? rest,
        RevisionTerms terms)
    {
        var choices = RevisionChoices.Of(seen.Items, named, rest);
        if (choices.Refusals.Count > 0)
            return new([], 0, 0, choices.Refusals);
        return new Making(ComparedList.Of(draft, units, plan, commitments, seen.On), choices, draft, units, commitments, terms).Make(seen);
    }

    private sealed class Making(
        ComparedList compared, RevisionChoices choices, PlanDraft draft, UnitResolution units, IReadOnlyList<Commitment> commitments, RevisionTerms terms)
    {
        private readonly List<Refusal> _refusals = [];
        private readonly List<ImportedStream> _changed = [];
        private readonly List<object> _ofPlan = [];
        private readonly HashSet<string> _readings = new(StringComparer.Ordinal);
        private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);
        private readonly List<Responsibility> _named = [];
        private readonly UnitDirectory _directory = units.Directory();
        private readonly ListPlaces _places = new(compared, commitments);

        public ListRevision Make(ListComparison seen)
        {
            // Names change nothing of what is which, so that the pairs are those the keeper has seen.
            var pairs = compared.Pairs.ToDictionary(p => p.Item.Item, StringComparer.Ordinal);
            var accepted = seen.Items.Select(i => (Pair: pairs[i.Item], Fields: choices.AcceptedOf(i))).Where(a => a.Fields.Count > 0).ToList();
            Retitle(seen, accepted);
            foreach (var (pair, fields) in accepted)
                Add(pair, fields);
            _refusals.AddRange(DraftQuestions.InTheWayOf(draft, _readings, _tasks));
            _refusals.AddRange(UnknownNames(accepted));
            if (_refusals.Count > 0)
                return new([], 0, 0, _refusals);

            var register = units.Registered(_named);
            IReadOnlyList<object> ofPlan = [.. _places.Events, .. _ofPlan];
            return new(
                [
                    Chosen(),
                    .. register,
                    .. ofPlan.Count > 0 ? [new ImportedStream(compared.Plan.Id, StreamIds.PlanType, compared.Plan.Version, ofPlan)] : Array.Empty<ImportedStream>(),
                    .. _changed,
                ],
                _changed.Count,
                register.Count,
                []);
        }

        private ImportedStream Chosen() => new(
            StreamIds.PlanDraft(draft.Id),
            StreamIds.PlanDraftType,
            draft.Version,
            [
                .. choices.All.Chunk(ChoicesInOneEvent).DefaultIfEmpty([])
                    .Select(some => new PlanDraftChosen(compared.Plan.Id, terms.EffectiveFrom, terms.Reason, terms.Authority, some)),
                new PlanDraftConfirmed(compared.Plan.Id),
            ]);

        private void Add(ComparedPair pair, IReadOnlySet<string> fields)
        {
            if (pair is { Drafted: null, Known: { } gone })
                Add(ChangedCommitment.Withdrawn(gone, terms), gone);
            else if (pair is { Drafted: { } added, Known: null })
                AddNew(added);
            else
                AddChanged(pair.Drafted!, pair.Known!, fields);
        }

        private void AddChanged(DraftedItem drafted, ListedItem known, IReadOnlySet<string> fields)
        {
            if (fields.Contains("lead") || fields.Contains("partners"))
            {
                _tasks.Add(drafted.Source.Id);
                _named.AddRange(drafted.Responsible);
            }

            if (fields.Any(f => f is not ("lead" or "partners" or "task")))
                _readings.Add(drafted.Reading.Id);
            Add(ChangedCommitment.Of(drafted, known, fields, terms, _directory), known);
        }

        private void Add(ChangedCommitment changed, ListedItem known)
        {
            _refusals.AddRange(changed.Refusals);
            if (changed.Events.Count > 0)
                _changed.Add(new(known.Commitment.Id, StreamIds.CommitmentType, known.Commitment.Version, changed.Events));
        }

        private void AddNew(DraftedItem drafted)
        {
            _readings.Add(drafted.Reading.Id);
            _tasks.Add(drafted.Source.Id);
            _named.AddRange(drafted.TaskResponsible);
            _named.AddRange(drafted.Responsible);
            var plan = compared.Plan;
            // Nobody is behind with what was not asked before this day.
            var item = drafted.Item with
            {
                Responsible = drafted.Responsible,
                PaceStart = drafted.Period.Start < terms.EffectiveFrom && drafted.Period.Contains(terms.EffectiveFrom) ? terms.EffectiveFrom : null,
            };
            if (PlanFileReader.CheckCommitment(item, plan.Period, _directory) is { Count: > 0 } faults)
            {
                _refusals.AddRange(faults.Select(f => Differing.Refusal(drafted.Reading.Id, ComparedItem.NewItem, new(f.Code, f.Zh, f.En))));
                return;
            }

            var (section, task, ordinal) = _places.Next(drafted, Storable.Line(draft.Title));
            var made = PlanImport.Made(plan.Id, plan.Period, DraftPlanFile.SourcesOf(draft), section, task, drafted.TaskResponsible, ordinal, item, terms.Rules);
            _changed.Add(new(StreamIds.Commitment(plan.Code, made.Number), StreamIds.CommitmentType, 0, [made]));
        }

        /// <summary>A task has one title, whichever of its commitments it is accepted by.</summary>
        private void Retitle(ListComparison seen, IReadOnlyList<(ComparedPair Pair, IReadOnlySet<string> Fields)> accepted)
        {
            var retitled = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (pair, _) in accepted.Where(a => a.Fields.Contains("task")))
            {
                var (drafted, task) = (pair.Drafted!, pair.Known!.Commitment.Task);
                if (compared.Tasks.GetValueOrDefault(drafted.Task) != task)
                    Refuse("moved_between_tasks", "事项移到了另一任务,编号随之不同,请保留,或退出后另立", "it has moved to another task, by which it is numbered: leave it, or withdraw it and take up another");
                else if (seen.Items.Any(i => i.Changes.Any(c => c.Field == "task") && !choices.AcceptedOf(i).Contains("task") && i.Commitment is { } other && TaskOf(other) == task))
                    Refuse("task_choices_differ", "同一任务的名称须一并采纳或保留", "a task's title is accepted or left for all its commitments");
                else if (retitled.Add(task))
                    _ofPlan.Add(new TaskRetitled(task, drafted.TaskTitle, terms.Reason, ChangedCommitment.PlaceIn(terms.Authority, drafted.Source.Source)));

                void Refuse(string code, string zh, string en)
                    => _refusals.Add(Differing.Refusal(pair.Item.Item, "task", new(code, zh, en)));
            }
        }

        private string? TaskOf(string number) => commitments.FirstOrDefault(c => c.Number == number)?.Task;

        /// <summary>A name matters where it is taken; whoever is named only in what is left need not be known.</summary>
        private IEnumerable<Refusal> UnknownNames(IEnumerable<(ComparedPair Pair, IReadOnlySet<string> Fields)> accepted)
        {
            var taken = accepted.Where(a => a.Fields.Contains("lead") || a.Fields.Contains("partners") || a.Fields.Contains(ComparedItem.NewItem))
                .SelectMany(a => a.Pair.Drafted!.Source.Units.Concat(a.Pair.Drafted.Reading.Units ?? []))
                .Select(UnitResolution.MemberOf).ToHashSet(StringComparer.Ordinal);
            return units.Faults.Where(f => taken.Contains(f.Member!));
        }
    }
}
