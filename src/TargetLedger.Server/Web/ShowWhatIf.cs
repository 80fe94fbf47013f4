using Microsoft.AspNetCore.Http.HttpResults;
using TargetLedger.Boards;
using TargetLedger.Server.Hosting;
using TargetLedger.Server.Supervision;

namespace TargetLedger.Server.Web;

/// <summary>The board under rules nobody has adopted, as a page: which lights would change.</summary>
internal static class ShowWhatIf
{
    public const string Path = "/what-if";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(Path, async (HttpContext http, BoardQueries boards, Visibility visibility, LedgerTime time) =>
        {
            var page = await TryRulesEndpoint.AskAsync(http, RulesDraftQuery.Read(http), boards, visibility, time);
            return new RazorComponentResult<WhatIfPage>(new
            {
                Board = page.Answer,
                Next = page.Next is { } cursor ? PageAddress.Next(http, ("cursor", cursor)) : null,
            });
        })
        .TakesKnowledgeAndPages([.. PageAddress.Filters, .. RulesDraftQuery.Names, "forPlan"]);
}
