using System.Diagnostics;
using System.Net.Sockets;

namespace TargetLedger.LocalPostgres;

/// <summary>The server process of a data directory, found by what is true and not by what its pid file says.</summary>
/// <param name="Pid">Of the postmaster itself, not of a backend.</param>
/// <param name="SocketDirectory">Where it listens.</param>
internal sealed record Postmaster(int Pid, string SocketDirectory)
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
            return File.ReadAllLines(PidFile(data)) is [var pid, _, _, _, var socketDirectory, ..] && int.TryParse(pid, out var number)
                ? new Postmaster(number, socketDirectory)
                : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The running postmaster, or null. After a crash the file remains and its pid may belong to a stranger by now; a postmaster
    /// is a <c>postgres</c> whose current directory is the data directory, or whatever accepts on the private socket (seen from
    /// another pid namespace).
    /// </summary>
    public static Postmaster? Running(string data) =>
        Claimed(data) is { } claimed && (WorksIn(claimed.Pid, data) || Accepts(claimed.SocketDirectory)) ? claimed : null;

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

    private static bool WorksIn(int pid, string data)
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

    private static bool Accepts(string socketDirectory)
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
