using System.Diagnostics.CodeAnalysis;

namespace TargetLedger.Boards;

/// <summary>A few values by key; the least recently used is forgotten first.</summary>
internal sealed class LatestUsed<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly OrderedDictionary<TKey, TValue> byUse = [];

    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        lock (gate)
        {
            if (!byUse.Remove(key, out value))
                return false;
            byUse.Add(key, value);
            return true;
        }
    }

    public void Put(TKey key, TValue value)
    {
        lock (gate)
        {
            byUse.Remove(key);
            byUse.Add(key, value);
            if (byUse.Count > capacity)
                byUse.RemoveAt(0);
        }
    }

    public void Remove(TKey key)
    {
        lock (gate)
            byUse.Remove(key);
    }
}
