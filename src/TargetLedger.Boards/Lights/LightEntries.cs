namespace TargetLedger.Boards;

/// <summary>
/// The entry and the stream's version of every commitment, by number. A copy costs little: it shares what neither changes.
/// </summary>
internal sealed class LightEntries
{
    private const int PageSize = 256;

    private Page[] pages;

    // Which pages are this one's alone.
    private bool[] own;

    public LightEntries()
        : this([], 0)
    {
    }

    private LightEntries(Page[] pages, int count)
    {
        this.pages = pages;
        own = new bool[pages.Length];
        Count = count;
    }

    public int Count { get; private set; }

    public LightEntries Copy()
    {
        Array.Clear(own);
        return new([.. pages], Count);
    }

    public ReadOnlySpan<byte> EntryOf(int number) => pages[number / PageSize].Entries[number % PageSize];

    public int VersionOf(int number) => pages[number / PageSize].Versions[number % PageSize];

    /// <summary>See <see cref="LightEntry.OnlyPartiesOf"/>.</summary>
    public int OnlyPartiesOf(int number) => pages[number / PageSize].OnlyParties[number % PageSize];

    /// <summary>Who answers on a day; of most it takes one look.</summary>
    public int PartiesOn(int number, DateOnly day) => OnlyPartiesOf(number) is >= 0 and var only ? only : LightEntry.On(EntryOf(number), day.DayNumber).Parties;

    public void Add(int version, byte[] entry)
    {
        if (Count == pages.Length * PageSize)
        {
            pages = [.. pages, new()];
            own = [.. own, true];
        }

        Set(Count++, version, entry);
    }

    public void Set(int number, int version, byte[] entry)
    {
        var page = OwnPage(number / PageSize);
        page.Versions[number % PageSize] = version;
        page.Entries[number % PageSize] = entry;
        page.OnlyParties[number % PageSize] = LightEntry.OnlyPartiesOf(entry);
    }

    /// <summary>An event that changes nothing a board counts by.</summary>
    public void SetVersion(int number, int version) => OwnPage(number / PageSize).Versions[number % PageSize] = version;

    private Page OwnPage(int index)
    {
        if (!own[index])
        {
            pages[index] = pages[index].Copy();
            own[index] = true;
        }

        return pages[index];
    }

    private sealed class Page
    {
        public int[] Versions { get; private init; } = new int[PageSize];

        public byte[][] Entries { get; private init; } = new byte[PageSize][];

        public int[] OnlyParties { get; private init; } = new int[PageSize];

        public Page Copy() => new() { Versions = [.. Versions], Entries = [.. Entries], OnlyParties = [.. OnlyParties] };
    }
}
