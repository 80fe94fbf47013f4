namespace TargetLedger.Boards;

/// <summary>
/// The first few of very many in some order; what is equal stays in the order it came. A page is found so without keeping, or putting in order, what stands on
/// no page asked for.
/// </summary>
internal sealed class Foremost<T>(int count, Comparer<T> order)
{
    private List<T> kept = [];
    private bool isFull;

    public void Add(in T item)
    {
        // Once there are enough, most come too late to matter.
        if (count == 0 || (isFull && order.Compare(item, kept[count - 1]) >= 0))
            return;
        kept.Add(item);
        if (kept.Count >= 2L * count)
        {
            kept = ToList();
            isFull = true;
        }
    }

    public List<T> ToList() => [.. kept.OrderBy(item => item, order).Take(count)];
}
