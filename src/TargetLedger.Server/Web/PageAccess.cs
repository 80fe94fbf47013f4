using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Web;

/// <summary>How somebody with a browser gets in.</summary>
/// <param name="Visitor">As whom somebody who has not signed in reads; null for nobody.</param>
/// <param name="DevelopmentSignIn">Whether anybody may choose whom to be.</param>
internal sealed record PageAccess(Caller? Visitor, bool DevelopmentSignIn)
{
    /// <summary>Marks, in a principal, the reader who has not signed in.</summary>
    public const string VisitorScheme = "visitor";
}

/// <summary>On an endpoint: it is read by a person, so it answers faults with a page too.</summary>
internal sealed class PageMark;
