namespace TargetLedger.Domain;

/// <summary>What a pure decision says: record these events, nothing is to be done, or no and why.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    public sealed record Record(IReadOnlyList<object> Events) : Decision;

    /// <summary>The command is already satisfied; repeating it does no harm.</summary>
    public sealed record Nothing : Decision;

    public sealed record Refuse(IReadOnlyList<Refusal> Reasons) : Decision;

    public static Decision Of(params object[] events) => new Record(events);

    public static Decision Done { get; } = new Nothing();

    public static Decision No(params IReadOnlyList<Refusal> reasons) => new Refuse(reasons);
}

/// <summary>Why a rule says no: a stable code and the words for people in both languages.</summary>
/// <param name="Member">The member of the command at fault, as a JSON pointer, where there is one.</param>
public sealed record Refusal(string Code, string Zh, string En, string? Member = null);
