namespace TargetLedger.Boards;

/// <summary>What every commitment adds to the lists of one day, as known at one position, by number. A copy shares what does not change.</summary>
internal sealed class DayMatters
{
    private const int PageSize = 256;

    private readonly Page?[] pages;
    private readonly bool[] own;

    private DayMatters(LightView view, DateOnly on, Page?[] pages)
    {
        (Frame, Position, On) = (view.Frame, view.Position, on);
        this.pages = new Page?[(view.Entries.Count + PageSize - 1) / PageSize];
        own = new bool[this.pages.Length];
        Array.Copy(pages, this.pages, Math.Min(pages.Length, this.pages.Length));
    }

    public Knowledge Frame { get; }

    public long Position { get; }

    public DateOnly On { get; }

    /// <summary>Null where it has not been asked for.</summary>
    public SignCandidates? Signs { get; set; }

    public static DayMatters None(LightView view, DateOnly on) => new(view, on, []);

    /// <summary>To be brought to a view's position: another may still be counting by the one it is made of.</summary>
    public DayMatters Copy(LightView view) => new(view, On, pages);

    /// <summary>Null where it was never read, or its plan is not in force.</summary>
    public CommitmentMatters? Of(int number) => pages[number / PageSize]?.Matters[number % PageSize];

    public int VersionOf(int number) => pages[number / PageSize]?.Versions[number % PageSize] ?? 0;

    public void Set(int number, int version, CommitmentMatters? matters)
    {
        var index = number / PageSize;
        if (!own[index])
        {
            pages[index] = pages[index]?.Copy() ?? new();
            own[index] = true;
        }

        pages[index]!.Versions[number % PageSize] = version;
        pages[index]!.Matters[number % PageSize] = matters;
    }

    private sealed class Page
    {
        public int[] Versions { get; private init; } = new int[PageSize];

        public CommitmentMatters?[] Matters { get; private init; } = new CommitmentMatters?[PageSize];

        public Page Copy() => new() { Versions = [.. Versions], Matters = [.. Matters] };
    }
}
