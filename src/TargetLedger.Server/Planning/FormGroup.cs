using FluentValidation;
using TargetLedger.Domain;
using TargetLedger.Domain.Units;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Planning;

/// <summary>建立单位组: a dated list of units under one code.</summary>
internal static class FormGroupEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapWrite(HttpMethods.Post, "/groups", new WriteUseCase<NewGroup, GroupInView>(
            "form-group",
            new Shape(),
            async (command, view, cancellationToken) => new(
                await view.GroupAsync(command.Body.Code, cancellationToken),
                await view.DirectoryAsync(command.Body.Members.Select(m => m.Unit), [], cancellationToken)),
            found => found.Group?.Version ?? 0,
            (_, _) => Access.Granted,
            (command, found) => Proposal.Of(
                Decide(found, command.Body), StreamIds.GroupType, StreamIds.Group(command.Body.Code), found.Group?.Version ?? 0)))
        .Needs(Right.KeepLists)
        .WithSummary("建立单位组 / Form a group of units");

    private static Decision Decide(GroupInView found, NewGroup wanted)
    {
        if (found.Group is { } known)
        {
            return known.Name == wanted.Name && known.Open == wanted.Open && known.Members.SequenceEqual(wanted.Members)
                ? Decision.Done
                : Decision.No(new Refusal("group_exists", $"编码 {wanted.Code} 已用于“{known.Name}”", $"the code {wanted.Code} belongs to “{known.Name}”", "/code"));
        }

        Refusal[] unknown =
        [
            .. wanted.Members.Index().Where(m => !found.Directory.Units.ContainsKey(m.Item.Unit)).Select(m => UnitRefusals.Unknown(m.Item.Unit, $"/members/{m.Index}/unit")),
        ];
        return unknown.Length > 0
            ? Decision.No(unknown)
            : Decision.Of(new GroupFormed(wanted.Code, wanted.Name, wanted.Open, wanted.Members));
    }

    private sealed class Shape : AbstractValidator<NewGroup>
    {
        public Shape()
        {
            RuleFor(g => g.Code).IsCode();
            RuleFor(g => g.Name).IsStated().FitsIn(200);
            RuleForEach(g => g.Members)
                .Must(m => m.To is not { } to || m.From <= to)
                .Says("dates_reversed", "退出日期早于加入日期", "it cannot leave before it joined");
            RuleFor(g => g.Members)
                .Must(members => members.Select(m => m.Unit).Distinct(StringComparer.Ordinal).Count() == members.Count)
                .Says("code_repeated", "成员重复", "a member appears twice");
        }
    }
}

/// <param name="Open">True when the document leaves the list open (等, 有关成员单位).</param>
internal sealed record NewGroup(string Code, string Name, bool Open, IReadOnlyList<Membership> Members);

/// <summary>A group, where there is one, and the units a request names.</summary>
internal sealed record GroupInView(UnitGroup? Group, UnitDirectory Directory);

internal static class UnitRefusals
{
    public static Refusal Unknown(string unit, string member) => new("unit_unknown", $"没有单位 {unit}", $"there is no unit {unit}", member);
}
