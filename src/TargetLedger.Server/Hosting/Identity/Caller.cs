using System.Security.Claims;

namespace TargetLedger.Server.Hosting;

/// <summary>Who asks: the account, what it may do, and the units it acts for. Everything that decides rights looks at this alone.</summary>
/// <param name="Account">An id, never a person's name; it becomes the actor of events.</param>
/// <param name="Units">Codes of the units the account acts for.</param>
public sealed record Caller(string Account, CallerRole Role, IReadOnlyList<string> Units)
{
    private const string UnitClaim = "unit";

    public bool ActsFor(string unit) => Units.Contains(unit, StringComparer.Ordinal);

    /// <summary>Null for somebody who has not signed in.</summary>
    public static Caller? Of(ClaimsPrincipal principal)
        => principal.Identity?.IsAuthenticated == true
           && principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
           && Enum.TryParse<CallerRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(account, role, [.. principal.FindAll(UnitClaim).Select(c => c.Value)])
            : null;

    public ClaimsPrincipal ToPrincipal(string scheme)
        => new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, Account),
                new(ClaimTypes.Role, Role.ToString()),
                .. Units.Select(u => new Claim(UnitClaim, u)),
            ],
            scheme));
}

public enum CallerRole
{
    /// <summary>目标办.</summary>
    ListKeeper,

    /// <summary>责任单位.</summary>
    ResponsibleUnit,

    /// <summary>督查.</summary>
    Supervisor,

    /// <summary>审计.</summary>
    Auditor,

    /// <summary>Accounts and rules; nothing of business.</summary>
    Administrator,
}
