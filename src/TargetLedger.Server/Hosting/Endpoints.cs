using TargetLedger.Server.Audit;
using TargetLedger.Server.Planning;
using TargetLedger.Server.Supervision;
using TargetLedger.Server.Telling;
using TargetLedger.Server.Units;

namespace TargetLedger.Server.Hosting;

/// <summary>Everything the server does for its users, one line each.</summary>
internal static class Endpoints
{
    public static void MapUseCases(this IEndpointRouteBuilder routes)
    {
        MapForListKeepers(routes.MapGroup("").WithTags("目标办 / List keepers"));
        MapForUnits(routes.MapGroup("").WithTags("责任单位 / Responsible units"));
        MapForSupervisors(routes.MapGroup("").WithTags("督查 / Supervisors"));
        MapForAuditors(routes.MapGroup("").WithTags("审计 / Auditors"));
    }

    private static void MapForListKeepers(IEndpointRouteBuilder routes)
    {
        ImportPlanEndpoint.Map(routes);
        PlanDraftEndpoints.Map(routes);
        ReadPlansEndpoint.Map(routes);
        ExportListEndpoint.Map(routes);
        ExportBreakdownEndpoint.Map(routes);
        AddCommitmentEndpoint.Map(routes);
        RegisterUnitEndpoint.Map(routes);
        RenameUnitEndpoint.Map(routes);
        ReadUnitsEndpoint.Map(routes);
        FormGroupEndpoint.Map(routes);
        JoinGroupEndpoint.Map(routes);
        LeaveGroupEndpoint.Map(routes);
        AdoptRulesEndpoint.Map(routes);
        LiftPlanRulesEndpoint.Map(routes);
        ReadRulesEndpoint.Map(routes);
        AnnounceCalendarEndpoint.Map(routes);
        AdoptReportingTermsEndpoint.Map(routes);
        AdoptVerificationTermsEndpoint.Map(routes);
        ReadReportingScheduleEndpoint.Map(routes);
        ReviseTargetEndpoint.Map(routes);
        RevisePeriodEndpoint.Map(routes);
        ReassignResponsibilityEndpoint.Map(routes);
        ApportionTargetEndpoint.Map(routes);
        ReadDivisionsEndpoint.Map(routes);
        AgreeJointLeadEndpoint.Map(routes);
        ReceiveCounterpartFigureEndpoint.Map(routes);
        LinkCommitmentsEndpoint.Map(routes);
        ReadLinkProposalsEndpoint.Map(routes);
        AnswerLinkProposalEndpoint.Map(routes);
        PlanNodeEndpoint.Map(routes);
        SuspendCommitmentEndpoint.Map(routes);
        ResumeCommitmentEndpoint.Map(routes);
        WithdrawCommitmentEndpoint.Map(routes);
        AdoptSubmissionRulesEndpoint.Map(routes);
        ReadSubmissionRulesEndpoint.Map(routes);
    }

    private static void MapForUnits(IEndpointRouteBuilder routes)
    {
        ReportProgressEndpoint.Map(routes);
        ReadReportEndpoint.Map(routes);
        CorrectProgressEndpoint.Map(routes);
        WithdrawProgressEndpoint.Map(routes);
        ReportClassesEndpoint.Map(routes);
        ReviewProgressEndpoint.Map(routes);
        DraftReportEndpoint.Map(routes);
        ReadDraftsEndpoint.Map(routes);
        ReviseDraftEndpoint.Map(routes);
        SubmitDraftEndpoint.Map(routes);
        DiscardDraftEndpoint.Map(routes);
        ClaimCompletionEndpoint.Map(routes);
        ReadUnitEndpoint.Map(routes);
        DraftCorrectionEndpoint.Map(routes);
        DraftWithdrawalEndpoint.Map(routes);
        ProposeLinkEndpoint.Map(routes);
        PutUpDraftEndpoint.Map(routes);
        SignDraftEndpoint.Map(routes);
        ReturnDraftEndpoint.Map(routes);
        ReportNoProgressEndpoint.Map(routes);
        AssignPostEndpoint.Map(routes);
        LeavePostEndpoint.Map(routes);
        ReadPostsEndpoint.Map(routes);
        ReadHandoverEndpoint.Map(routes);
        ReadInboxEndpoint.Map(routes);
        MarkInboxEndpoint.Map(routes);
        StreamInboxEndpoint.Map(routes);
        ExportFormEndpoint.Map(routes);
        SubmitFormEndpoint.Map(routes);
    }

    private static void MapForSupervisors(IEndpointRouteBuilder routes)
    {
        ReadBoardEndpoint.Map(routes);
        ExportBoardEndpoint.Map(routes);
        ReadQueueEndpoint.Map(routes);
        ReadTimelinessEndpoint.Map(routes);
        ReadCommitmentEndpoint.Map(routes);
        TryRulesEndpoint.Map(routes);
        ExplainLightEndpoint.Map(routes);
        ForecastCommitmentEndpoint.Map(routes);
        VerifyProgressEndpoint.Map(routes);
        VerifyReportsEndpoint.Map(routes);
        ReturnProgressEndpoint.Map(routes);
        DrawSampleEndpoint.Map(routes);
        CheckSampleEndpoint.Map(routes);
        ReadSamplesEndpoint.Map(routes);
        ReadWarningsEndpoint.Map(routes);
        ExplainFigureEndpoint.Map(routes);
        AllowLateReportEndpoint.Map(routes);
        ExcuseReportEndpoint.Map(routes);
        AcceptCompletionEndpoint.Map(routes);
        RejectCompletionEndpoint.Map(routes);
        JudgeSideEndpoint.Map(routes);
        ReopenCommitmentEndpoint.Map(routes);
        ReadCallListEndpoint.Map(routes);
        RecordCallEndpoint.Map(routes);
        ReadCallsEndpoint.Map(routes);
    }

    private static void MapForAuditors(IEndpointRouteBuilder routes)
    {
        ReadHistoryEndpoint.Map(routes);
        ReadEventsEndpoint.Map(routes);
    }
}
