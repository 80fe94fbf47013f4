namespace TargetLedger.Cli;

/// <summary>An answer that was kept as JSON, held against the same question asked again.</summary>
internal static class KeptAnswer
{
    public static async Task<bool> IsSameAsync(FileInfo kept, ReadOnlyMemory<byte> answer, Terminal terminal, CancellationToken cancellationToken)
    {
        // The line end after a document is no part of it.
        var before = (await File.ReadAllBytesAsync(kept.FullName, cancellationToken)).AsMemory().TrimEnd((byte)'\n');
        var same = before.Span.SequenceEqual(answer.Span);
        if (same)
            terminal.Say($"与 {kept.Name} 逐字节相同({answer.Length} 字节)", $"the same as {kept.Name} to the byte ({answer.Length} bytes)");
        else
            terminal.Say($"与 {kept.Name} 不同,自第 {before.Span.CommonPrefixLength(answer.Span)} 字节起", $"differs from {kept.Name} from byte {before.Span.CommonPrefixLength(answer.Span)} on");
        return same;
    }
}
