using TargetLedger.Boards;
using TargetLedger.EventStore;

namespace TargetLedger.Server.Hosting;

/// <summary>Who keeps the read models of this server level with the ledger.</summary>
/// <param name="Boards">The rows boards are made of.</param>
/// <param name="Lights">The entries they are counted from.</param>
internal sealed record BoardRunners(ProjectionRunner Boards, ProjectionRunner Lights)
{
    public static BoardRunners Of(ServerDatabase database, BoardsProjection boards, LightsProjection lights, LedgerFollower follower, ILoggerFactory loggers) => new(
        new(database.DataSource, boards, follower, loggers: loggers),
        new(database.DataSource, lights, follower, loggers: loggers));
}
