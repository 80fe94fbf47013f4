using System.Security.Cryptography;
using FluentValidation;
using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;
using TargetLedger.Domain.Supervision;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Supervision;

/// <summary>抽查: reports drawn by a seed from what the boards hold, and recorded so that anybody can draw them again.</summary>
internal static class DrawSampleEndpoint
{
    private const int SeedBytes = 16;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/samples", [HttpMethods.Post], (HttpContext http, CommandRunner runner, SampleQueries samples) => runner.RunAsync(http, UseCase(samples)))
        .Accepts<SampleWish>(isOptional: true, "application/json")
        .Produces<WriteAnswer>(StatusCodes.Status201Created)
        .Produces<WriteAnswer>()
        .RequiresKey()
        .Needs(Right.Supervise)
        .WithSummary("抽查 / Draw a sample");

    private static WriteUseCase<SampleWish, SampleSource> UseCase(SampleQueries samples) => new(
        "draw-sample",
        new Shape(),
        async (command, _, cancellationToken) =>
        {
            var (population, reports) = await samples.PopulationAsync(command.Body.Population, cancellationToken);
            return new(population, reports);
        },
        _ => 0,
        (_, _) => Access.Granted,
        (command, found) => Proposal.Of(
            DrawSample.Decide(new(command.Body.Reason, command.Body.Size, command.Body.Seed ?? NewSeed()), found.Population, found.Reports),
            StreamIds.SampleType,
            StreamIds.Sample(command.NewId),
            0,
            command.NewId,
            $"/samples/{command.NewId}"));

    private static string NewSeed() => RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true);

    private sealed class Shape : AbstractValidator<SampleWish>
    {
        public Shape()
        {
            RuleFor(s => s.Reason).IsStated().FitsIn(1_000);
            RuleFor(s => s.Seed!).IsStated().FitsIn(200).When(s => s.Seed is not null);
            RuleFor(s => s.Status)
                .Must(s => s is null or ReportStatus.Submitted or ReportStatus.Verified)
                .Says("word_unknown", "应为 submitted 或 verified", "must be submitted or verified");
            RuleFor(s => s.To).Must((s, to) => !(to < s.From)).Says("dates_reversed", "结束早于开始", "it ends before it starts");
        }
    }
}

/// <param name="Seed">By lot, for example; without one the server makes one.</param>
/// <param name="Status">submitted or verified; both unless stated.</param>
/// <param name="Plan">A plan's code.</param>
/// <param name="Section">A section's number as written.</param>
/// <param name="Unit">The code of the unit that reported.</param>
/// <param name="From">The earliest last day of a report's period.</param>
/// <param name="To">The latest.</param>
internal sealed record SampleWish(
    string Reason,
    int Size,
    string? Seed = null,
    ReportStatus? Status = null,
    string? Plan = null,
    string? Section = null,
    string? Unit = null,
    DateOnly? From = null,
    DateOnly? To = null)
{
    internal SamplePopulation Population => new(0, Status, Plan, Section, Unit, From, To);
}

internal sealed record SampleSource(SamplePopulation Population, IReadOnlyList<SampledReport> Reports);
