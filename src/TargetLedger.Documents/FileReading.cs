using System.Diagnostics.CodeAnalysis;
using TargetLedger.Domain;

namespace TargetLedger.Documents;

/// <summary>What reading a file came to: the file, or everything that is wrong with it.</summary>
public sealed record FileReading<T>
    where T : class
{
    private FileReading(T? file, IReadOnlyList<Fault> faults) => (File, Faults) = (file, faults);

    public T? File { get; }

    /// <summary>Empty exactly when <see cref="File"/> is there.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    [MemberNotNullWhen(true, nameof(File))]
    public bool IsSound => File is not null;

    internal static FileReading<T> Sound(T file) => new(file, []);

    internal static FileReading<T> Faulty(params IReadOnlyList<Fault> faults) => new(null, faults);
}
