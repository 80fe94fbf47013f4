namespace TargetLedger.EventStore.Tests.Projections;

/// <summary>What a projection does about an event type that only a later release knows.</summary>
internal static class Unknown
{
    public static void Refuse(StoredEvent stored)
    {
        if (stored.Type == "from_a_later_release")
            throw new NotSupportedException($"Unknown event type {stored.Type}: upgrade this node.");
    }
}
