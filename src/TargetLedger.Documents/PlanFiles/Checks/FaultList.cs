using System.Globalization;
using System.Text.Json;
using TargetLedger.Domain;

namespace TargetLedger.Documents.PlanFiles.Checks;

/// <summary>
/// Collects what the checks find. A place whose shape or text is wrong is not blamed again for what follows from that.
/// </summary>
internal sealed class FaultList
{
    private readonly int _max;
    private readonly List<Fault> _faults;
    private readonly HashSet<string> _unreadable;
    private int _more;

    /// <param name="max">How many are kept; of a file full of faults the others are only counted.</param>
    public FaultList(IReadOnlyList<Fault> shape, int max)
    {
        _max = max;
        _faults = [.. shape];
        _unreadable = [.. shape.Select(f => f.Pointer)];
    }

    public void AddText(Fault fault)
    {
        if (_unreadable.Add(fault.Pointer))
            Keep(fault);
    }

    public void Add(string pointer, string code, string zh, string en)
    {
        if (!_unreadable.Contains(pointer))
            Keep(new(pointer, code, zh, en));
    }

    /// <summary>Faults of a part, whose pointers are relative to it.</summary>
    public void Add(FilePart part, IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
            Add(part.Pointer + fault.Pointer, fault.Code, fault.Zh, fault.En);
    }

    /// <summary>From the file's top to its bottom; after them, where some were left out, how many.</summary>
    public List<Fault> InOrderOf(JsonElement root)
    {
        var ordered = _faults
            .Select(f => (Fault: f, Place: PlaceOf(root, f.Pointer)))
            .OrderBy(f => f.Place, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .Select(f => f.Fault)
            .ToList();
        if (_more > 0)
            ordered.Add(new("", "too_many_faults", $"另有 {_more} 处错误未列出", $"{_more} more faults are not listed"));
        return ordered;
    }

    private void Keep(Fault fault)
    {
        if (_faults.Count < _max)
            _faults.Add(fault);
        else
            _more++;
    }

    /// <summary>How far down each segment of the pointer stands among its siblings; a missing member comes after them.</summary>
    private static int[] PlaceOf(JsonElement element, string pointer)
    {
        var segments = pointer.Split('/').Skip(1).ToArray();
        var place = new List<int>(segments.Length);
        JsonElement? current = element;
        foreach (var segment in segments)
        {
            var (index, next) = Step(current, segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
            place.Add(index);
            current = next;
        }

        return [.. place];
    }

    private static (int Index, JsonElement? Next) Step(JsonElement? element, string segment)
    {
        switch (element)
        {
            case { ValueKind: JsonValueKind.Array } list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < list.GetArrayLength():
                return (i, list[i]);
            case { ValueKind: JsonValueKind.Object } holder:
                var index = 0;
                foreach (var member in holder.EnumerateObject())
                {
                    if (JsonShape.TryGetName(member, out var name) && name == segment)
                        return (index, member.Value);
                    index++;
                }

                break;
        }

        return (int.MaxValue, null);
    }
}
