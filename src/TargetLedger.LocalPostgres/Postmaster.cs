using System.Diagnostics;
using System.Net.Sockets;

namespace TargetLedger.LocalPostgres;

/// <summary>The server of a data directory as its pid file names it, and the means to see whether that is true.</summary>
/// <param name="Pid">Of the postmaster itself, not of a backend.</param>
/// <param name="Data">The data directory it serves: another one's when the file was copied along with a running cluster.</param>
/// <param name="SocketDirectory">Where it listens; empty while it is only just starting.</param>
internal sealed record Postmaster(int Pid, string Data, string SocketDirectory)
{
    /// <summary>A cluster has its socket directory to itself, so the number that ends the socket's name is always free.</summary>
    public const int Port = 5432;

    public static string PidFile(string data) => Path.Combine(data, "postmaster.pid");

    public static string SocketFile(string socketDirectory) => Path.Combine(socketDirectory, $".s.PGSQL.{Port}");

    /// <summary>What postmaster.pid says: lines of pid, data directory, start time, port, socket directory (miscadmin.h, LOCK_FILE_LINE_*).</summary>
    public static Postmaster? Claimed(string data)
    {
        try
        {
            return File.ReadAllLines(PidFile(data)) is [var pid, var served, _, _, var socketDirectory, ..] && int.TryParse(pid, out var number)
                ? new Postmaster(number, served, socketDirectory)
                : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Server processes of the data directory: backends outlive a killed postmaster for a moment, a busy one for longer.</summary>
    public static IReadOnlyList<int> ProcessesOf(string data) =>
        Directory.Exists("/proc")
            ? [.. from entry in Directory.EnumerateDirectories("/proc") let name = Path.GetFileName(entry)
                  where int.TryParse(name, out var pid) && WorksIn(pid, data)
                  select int.Parse(name)]
            : [];

    public static bool Exists(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>True for a server process whose current directory is this one, which PostgreSQL makes its data directory.</summary>
    public static bool WorksIn(int pid, string data)
    {
        try
        {
            return string.Equals(new FileInfo($"/proc/{pid}/cwd").LinkTarget, data, StringComparison.Ordinal)
                && string.Equals(File.ReadAllText($"/proc/{pid}/comm").TrimEnd(), "postgres", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false; // Ended meanwhile, or somebody else's: not ours either way.
        }
    }

    public static bool Accepts(string socketDirectory)
    {
        if (socketDirectory.Length == 0)
            return false;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(SocketFile(socketDirectory)));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
