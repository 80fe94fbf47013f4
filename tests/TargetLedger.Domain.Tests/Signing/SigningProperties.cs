using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Domain.Signing;
using static TargetLedger.Domain.Tests.UnitDraft;

namespace TargetLedger.Domain.Tests;

public sealed class SigningProperties
{
    private static readonly string[] People = [Clerk, Colleague, Leader, Principal];

    private static readonly SubmissionRules[] Rules =
        [SubmissionRules.Default, OneStep, TwoSteps, TwoSteps with { OwnDraft = true }, TwoSteps with { Recorded = false }, new([PostKind.Principal])];

    /// <summary>Whatever people do with a draft in whatever order, held against what they did and not against the draft's own fold.</summary>
    [Fact]
    public void What_is_submitted_was_signed_by_everybody_who_has_to_after_it_was_last_changed()
    {
        var submitted = 0;
        Prop.ForAll(Arb.From(Gen.Choose(0, Rules.Length - 1)), Arb.From(Gen.Choose(0, 1_000).ListOf(25)), (which, acts) =>
        {
            var draft = Begun(Rules[which]);
            var signed = new List<PostKind>();
            foreach (var (act, i) in acts.Select((a, i) => (a, i)))
            {
                var by = People[act % People.Length];
                switch (act / People.Length % 7)
                {
                    case 0 when draft.Revise(by, i) is Decision.Record:
                    case 1 when draft.Return(by, $"{i}") is Decision.Record:
                        signed.Clear();
                        break;
                    case 2 when draft.Sign(by) is Decision.Record:
                    case 3 when act % 3 == 0 && draft.RecordPage(by) is Decision.Record:
                        signed.Add(draft.Draft.Signatures[^1].Post);
                        break;
                    case 4 or 5:
                        draft.PutUp(by);
                        break;
                    case 6 when draft.Submit() is Decision.Record:
                        submitted++;
                        return signed.SequenceEqual(Rules[which].Steps);
                }
            }

            return true;
        }).Check(Stories.Cases(2_000));
        submitted.ShouldBeGreaterThan(100);
    }
}
