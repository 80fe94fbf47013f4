using System.Runtime.InteropServices;

namespace TargetLedger.Documents.Quantities;

/// <summary>Lists in the order of their places: a line of a hundred thousand figures is not searched through for each of them.</summary>
internal static class Sorted
{
    /// <summary>The index of the first whose place is not before <paramref name="least"/>; the count where there is none.</summary>
    public static int First<T>(List<T> list, int least, Func<T, int> place)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (place(list[middle]) < least)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Those whose places are from <paramref name="from"/> on and before <paramref name="till"/>.</summary>
    public static ReadOnlySpan<T> Within<T>(List<T> list, int from, int till, Func<T, int> place)
    {
        var first = First(list, from, place);
        return CollectionsMarshal.AsSpan(list)[first..Math.Max(first, First(list, till, place))];
    }
}
