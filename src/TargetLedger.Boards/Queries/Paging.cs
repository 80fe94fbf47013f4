namespace TargetLedger.Boards;

internal static class Paging
{
    /// <summary>Where the page after this one begins, or null.</summary>
    public static int? Next(int offset, int limit, int count) => (long)offset + limit < count ? offset + limit : null;
}
