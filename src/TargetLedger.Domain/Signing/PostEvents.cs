namespace TargetLedger.Domain.Signing;

/// <summary>任职: somebody holds a post of a unit from a day on.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Assignment">Later events name it.</param>
/// <param name="To">The last day; null while it lasts. A substitute always has one.</param>
/// <param name="Account">With which the holder signs; null where he only can be phoned.</param>
/// <param name="Substitute">代理: stands in for the post's holder.</param>
/// <param name="Contact">Personal data in a member of its own, so that it can be sealed.</param>
public sealed record PostAssigned(
    string Unit,
    Guid Assignment,
    PostKind Post,
    DateOnly From,
    DateOnly? To = null,
    string? Account = null,
    bool Substitute = false,
    Contact? Contact = null);

/// <summary>离任.</summary>
/// <param name="On">The last day.</param>
public sealed record PostLeft(string Unit, Guid Assignment, DateOnly On, string Reason);

/// <summary>Whom to ask for and where; nobody but the unit itself and supervisors reads it.</summary>
public sealed record Contact(string Name, string? Phone = null);

/// <summary>A post of a unit in the reporting cycle.</summary>
public enum PostKind
{
    /// <summary>经办人. A unit has several.</summary>
    Clerk,

    /// <summary>联络员.</summary>
    Liaison,

    /// <summary>分管领导.</summary>
    Leader,

    /// <summary>主要负责人.</summary>
    Principal,
}
