using System.CommandLine;
using System.Text.Json;

namespace TargetLedger.Cli;

/// <summary>Where a server is and on whose behalf it is asked.</summary>
internal sealed class ServerOptions
{
    public const string AddressVariable = "LEDGER_SERVER";
    public const string TokenVariable = "LEDGER_TOKEN";

    private readonly Option<Uri?> server = new("--server")
    {
        Description = $"服务器地址 / the server's address [{AddressVariable}]",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            result.AddError("--server 应为 http(s) 地址 / must be an http(s) address");
            return null;
        },
    };

    private readonly Option<string?> token = new("--token")
    {
        Description = $"访问令牌 / bearer token [{TokenVariable}]",
        HelpName = "TOKEN",
    };

    private readonly Option<string?> account = new("--as")
    {
        Description = "开发登录的账号,仅演示环境 / sign in as this account; development servers only (keeper, supervisor, auditor, unit:CODE)",
        HelpName = "ACCOUNT",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(server);
        command.Options.Add(token);
        command.Options.Add(account);
    }

    /// <summary>True when the command line itself names a server.</summary>
    public bool IsStated(ParseResult parsed) => parsed.GetResult(server) is not null;

    public Uri? Address(ParseResult parsed)
    {
        if (parsed.GetValue(server) is { } stated)
            return stated;
        var fromEnvironment = Environment.GetEnvironmentVariable(AddressVariable);
        return string.IsNullOrEmpty(fromEnvironment) ? null
            : Uri.TryCreate(fromEnvironment, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw new Failure(ExitCode.Usage, "usage", $"{AddressVariable} 应为 http(s) 地址", $"{AddressVariable} must be an http(s) address");
    }

    public async Task<LedgerClient> ConnectAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = Address(parsed) ?? throw new Failure(
            ExitCode.Usage, "usage", $"请用 --server 或 {AddressVariable} 指明服务器", $"name a server with --server or {AddressVariable}");
        var client = LedgerClient.For(address, parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable));
        return parsed.GetValue(account) is { } name ? client.As(await DevelopmentSignIn.TokenAsync(client, name, cancellationToken)) : client;
    }
}

/// <summary>Only a server in development answers to this.</summary>
internal static class DevelopmentSignIn
{
    public static async Task<string> TokenAsync(LedgerClient client, string account, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { account }, AnswerJson.Options);
        var answer = await client.PostAsync("dev/sign-in", body, key: null, ifMatch: null, cancellationToken);
        return JsonSerializer.Deserialize<SignedIn>(answer.Body.Span, AnswerJson.Options)!.Token;
    }

    private sealed record SignedIn(string Token);
}
