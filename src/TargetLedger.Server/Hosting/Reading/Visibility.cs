using System.Globalization;
using TargetLedger.Boards;

namespace TargetLedger.Server.Hosting;

/// <summary>Lets a reader see what it has written: waits, bounded, until the boards hold a position.</summary>
internal sealed class Visibility(BoardsWatch boards)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    /// <exception cref="ProblemException">503 not_yet_visible.</exception>
    public async Task WaitForAsync(long position, CancellationToken cancellationToken)
    {
        if (!await boards.WaitForAsync(position, Bound, cancellationToken))
        {
            var at = position.ToString(CultureInfo.InvariantCulture);
            throw new ProblemException(ProblemKind.NotYetVisible, detail: $"位置 {at} / position {at}");
        }
    }
}
