namespace TargetLedger.Domain.Units;

public enum UnitKind
{
    /// <summary>党委部门.</summary>
    PartyOrgan,

    /// <summary>政府部门.</summary>
    Department,

    /// <summary>区、市、县.</summary>
    District,

    /// <summary>群团组织.</summary>
    PeoplesOrganisation,

    /// <summary>事业单位、企业、领导小组 and others.</summary>
    Other,
}
