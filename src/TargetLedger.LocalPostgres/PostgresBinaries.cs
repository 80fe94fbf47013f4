using System.Diagnostics;

namespace TargetLedger.LocalPostgres;

/// <summary>A directory with the server's programs, and their version.</summary>
public sealed record PostgresBinaries(string Directory, Version Version)
{
    /// <summary>The ledger's tables and grants need PostgreSQL 15.</summary>
    public const int OldestMajor = 15;

    internal string Initdb => Path.Combine(Directory, "initdb");

    internal string PgCtl => Path.Combine(Directory, "pg_ctl");

    /// <summary>
    /// The programs to use, or null: the first on PATH that is new enough, else the newest that a package installed.
    /// With <paramref name="major"/>, only that major version, since a data directory can be opened by no other.
    /// </summary>
    public static PostgresBinaries? Find(IReadOnlyList<string>? directories = null, int? major = null)
    {
        bool Fits(PostgresBinaries found) => major is { } only ? found.Version.Major == only : found.Version.Major >= OldestMajor;

        if (directories is not null)
            return Among(directories).FirstOrDefault(Fits);

        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return Among(path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(Fits)
            ?? Among(PackageDirectories()).Where(Fits).MaxBy(found => found.Version);
    }

    private static IEnumerable<PostgresBinaries> Among(IEnumerable<string> directories) =>
        from directory in directories
        where Array.TrueForAll(["postgres", "initdb", "pg_ctl"], program => File.Exists(Path.Combine(directory, program)))
        let version = VersionOf(Path.Combine(directory, "postgres"))
        where version is not null
        select new PostgresBinaries(Path.GetFullPath(directory), version);

    // Debian keeps majors side by side in /usr/lib/postgresql/15/bin, the PGDG packages for Red Hat in /usr/pgsql-15/bin;
    // neither is on PATH.
    private static IEnumerable<string> PackageDirectories() =>
        Subdirectories("/usr/lib/postgresql", "*").Concat(Subdirectories("/usr", "pgsql-*")).Select(directory => Path.Combine(directory, "bin"));

    private static IEnumerable<string> Subdirectories(string directory, string pattern) =>
        System.IO.Directory.Exists(directory) ? System.IO.Directory.EnumerateDirectories(directory, pattern) : [];

    // "postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)"; a beta says "18beta1".
    private static Version? VersionOf(string postgres)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(postgres, "--version")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
            process.WaitForExit();
            return words.Length < 3 ? null
                : Version.TryParse(words[2], out var version) ? version
                : int.TryParse(string.Concat(words[2].TakeWhile(char.IsAsciiDigit)), out var major) ? new Version(major, 0)
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // Not executable here: another machine's build, or no right to run it.
        }
    }
}
