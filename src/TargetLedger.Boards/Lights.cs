using TargetLedger.Domain.Compliance;

namespace TargetLedger.Boards;

/// <summary>How many commitments show each light; they add up to the commitments counted.</summary>
public sealed record Lights(int Green, int Yellow, int Red, int Done, int None, int Paused, int Orange = 0)
{
    internal int Sum => Green + Yellow + Red + Done + None + Paused + Orange;

    public static Lights Of(IReadOnlyCollection<Light> lights) => new(
        lights.Count(l => l == Light.Green),
        lights.Count(l => l == Light.Yellow),
        lights.Count(l => l == Light.Red),
        lights.Count(l => l == Light.Done),
        lights.Count(l => l == Light.None),
        lights.Count(l => l == Light.Paused),
        lights.Count(l => l == Light.Orange));
}
