namespace TargetLedger.Boards;

/// <summary>Which part of a listing is wanted.</summary>
/// <param name="Limit">1 to <see cref="MaxLimit"/> rows.</param>
/// <param name="Cursor">From the page before; null for the first.</param>
public sealed record PageRequest(int Limit = PageRequest.DefaultLimit, string? Cursor = null)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 500;

    /// <summary>Everything on one page, for readers inside the house.</summary>
    public static PageRequest Whole { get; } = new(int.MaxValue);
}

/// <param name="Next">The cursor of the page after this one; null on the last.</param>
public sealed record Page<T>(T Answer, string? Next);
