using System.Net.Sockets;
using Npgsql;

namespace TargetLedger.EventStore;

/// <summary>Tells what the same work may survive when it is tried again from what it cannot.</summary>
internal static class DatabaseFault
{
    private const string IdleInTransactionSessionTimeout = "25P03";

    /// <summary>
    /// True for lost connections, serialization faults, exhausted resources and servers that stop or are read-only for now
    /// (PostgreSQL, appendix A: classes 08, 28, 40, 53, 57, 58).
    /// </summary>
    public static bool IsTransient(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException answer:
                    return IsTransient(answer.SqlState);
                case NpgsqlException or IOException or SocketException or TimeoutException or OperationCanceledException:
                    return true;
            }
        }

        return false;
    }

    private static bool IsTransient(string sqlState) =>
        sqlState[..2] is "08" or "28" or "40" or "53" or "57" or "58"
        || sqlState is PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.ReadOnlySqlTransaction
            or IdleInTransactionSessionTimeout;
}
