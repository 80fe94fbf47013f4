namespace TargetLedger.Domain;

/// <summary>One thing wrong with an input: where (a JSON pointer), a stable code, and the words in both languages.</summary>
public sealed record Fault(string Pointer, string Code, string Zh, string En);
