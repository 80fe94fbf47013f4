namespace TargetLedger.Cli;

/// <summary>Each account signs in once.</summary>
internal sealed class Accounts(LedgerClient server)
{
    private readonly Dictionary<string, LedgerClient> signedIn = new(StringComparer.Ordinal);

    public async Task<LedgerClient> SignInAsync(string account, CancellationToken cancellationToken)
    {
        if (!signedIn.TryGetValue(account, out var client))
            signedIn[account] = client = server.As(await DevelopmentSignIn.TokenAsync(server, account, cancellationToken));
        return client;
    }
}
