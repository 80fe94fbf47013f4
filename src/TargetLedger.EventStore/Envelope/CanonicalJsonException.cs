namespace TargetLedger.EventStore;

/// <summary>A text that has no canonical form.</summary>
/// <param name="code">
/// <c>not_json</c>, <c>not_an_object</c>, <c>duplicate_member</c>, <c>lone_surrogate</c>, <c>nul_character</c>,
/// <c>number_too_large</c> or <c>number_not_exact</c>.
/// </param>
public sealed class CanonicalJsonException(string code, string message, Exception? inner = null) : FormatException(message, inner)
{
    public string Code { get; } = code;
}
