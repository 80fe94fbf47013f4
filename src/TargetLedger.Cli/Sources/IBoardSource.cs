using TargetLedger.Boards;
using TargetLedger.Domain.Compliance;

namespace TargetLedger.Cli;

/// <summary>Answers questions in JSON, the same bytes whether a server or the database is asked.</summary>
internal interface IBoardSource : IAsyncDisposable
{
    /// <summary>Returns once the boards hold the position.</summary>
    Task WaitForAsync(long position, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>> BoardAsync(BoardFilter filter, string? at, DateOnly? on, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>> TimelinessAsync(TimelinessFilter filter, TimelinessBy by, string? at, DateOnly? on, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>> CommitmentAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>> ExplainAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>> ForecastAsync(string commitment, string? at, DateOnly? on, CancellationToken cancellationToken);

    /// <summary>A board under rules nobody has adopted, with every commitment whose light would change.</summary>
    Task<ReadOnlyMemory<byte>> WhatIfAsync(BoardFilter filter, WhatIfWish wish, string? at, DateOnly? on, CancellationToken cancellationToken);

    /// <summary>One commitment under rules nobody has adopted.</summary>
    Task<ReadOnlyMemory<byte>> WhatIfAsync(string commitment, WhatIfWish wish, string? at, DateOnly? on, CancellationToken cancellationToken);

    /// <param name="member">A unit's code; null for the commitment's own figure.</param>
    Task<ReadOnlyMemory<byte>> ExplainFigureAsync(string commitment, RowFigure figure, string? member, string? at, DateOnly? on, CancellationToken cancellationToken);

    Task<ReadOnlyMemory<byte>> HistoryAsync(string commitment, string? at, CancellationToken cancellationToken);
}
