using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TargetLedger.Domain.Tests;

public sealed class PurityTests
{
    private static readonly Assembly Domain = typeof(Decision).Assembly;

    [Fact]
    public void The_domain_references_nothing_but_the_base_library()
        => Domain.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_domain_reaches_for_no_file_network_database_process_or_thread()
        => Domain.GetReferencedAssemblies().Select(a => a.Name!).Intersect(
            [
                "System.Net.Http", "System.Net.Sockets", "System.Net.Primitives", "System.IO.FileSystem", "System.Data.Common", "System.Console",
                "System.Diagnostics.Process", "System.Threading.Thread", "System.Security.Cryptography.RandomNumberGenerator",
            ],
            StringComparer.Ordinal).ShouldBeEmpty();

    /// <summary>The analyser refuses these while the source is compiled; the compiled references show that nothing got past it.</summary>
    [Fact]
    public void The_domain_calls_no_clock_and_no_chance()
    {
        var called = MembersCalled();
        called.ShouldContain("System.DateOnly.AddDays");
        called.Intersect(
            [
                "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
                "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.TimeProvider.GetUtcNow",
                "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random..ctor", "System.Random.get_Shared",
                "System.Diagnostics.Stopwatch.StartNew", "System.Diagnostics.Stopwatch.GetTimestamp", "System.Environment.get_TickCount64",
            ],
            StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static HashSet<string> MembersCalled()
    {
        using var file = File.OpenRead(Domain.Location);
        using var pe = new PEReader(file);
        var metadata = pe.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => (Type: metadata.GetTypeReference((TypeReferenceHandle)m.Parent), Member: metadata.GetString(m.Name)))
            .Select(m => $"{metadata.GetString(m.Type.Namespace)}.{metadata.GetString(m.Type.Name)}.{m.Member}")];
    }
}
