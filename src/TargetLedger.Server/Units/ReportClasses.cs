using FluentValidation;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Reporting;
using TargetLedger.Domain.Signing;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>班次明细: which classes a report's amount is made of.</summary>
internal static class ReportClassesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .PostToCommitment<ClassList>(
            "reports/{report}/classes",
            new Shape(),
            Right.Report,
            w => Rights.MayCorrect(w.Caller, w.Report),
            w => SubmitDraft.ClassesDirectly(
                w.Commitment, new(w.Report.Id, w.Body.Classes), w.InView.Schedule, w.InView.SubmissionRulesOf(w.Report.Unit, w.At.Day), w.At))
        .WithSummary("班次明细 / Classes of a report");

    private sealed class Shape : AbstractValidator<ClassList>
    {
        public Shape()
        {
            RuleFor(c => c.Classes).HasAtMost(200);
            RuleForEach(c => c.Classes).SetValidator(new ClassShape());
        }
    }
}

/// <summary>What holds for a class, said of a report or in a draft.</summary>
internal sealed class ClassShape : AbstractValidator<ReportedClass>
{
    public ClassShape()
    {
        RuleFor(c => c.Name).IsStated().FitsIn(100);
        RuleFor(c => c.Place).IsStated().FitsIn(100);
        RuleFor(c => c.RosterSha256)
            .Must(h => h is null || (h.Length == 64 && h.All(char.IsAsciiHexDigitLower)))
            .Says("hash_invalid", "应为 64 位小写十六进制", "must be 64 lower-case hexadecimal digits");
    }
}

/// <summary>What is given takes the place of what was given before.</summary>
internal sealed record ClassList(IReadOnlyList<ReportedClass> Classes);
