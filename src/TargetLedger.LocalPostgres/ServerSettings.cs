using System.Text;
using System.Text.RegularExpressions;

namespace TargetLedger.LocalPostgres;

/// <summary>The file of settings that a cluster includes; rewritten at every start.</summary>
internal static partial class ServerSettings
{
    public const string FileName = "target_ledger.conf";

    public static string Render(LocalPostgresOptions options, string socketDirectory)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["shared_buffers"] = "256MB",
            ["max_wal_size"] = "2GB",
            ["max_connections"] = "200",
            // A forgotten transaction would hold the append lock for ever.
            ["idle_in_transaction_session_timeout"] = "60s",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_line_prefix"] = "%m [%p] %q%u@%d ",
        };
        if (!options.Durable)
        {
            foreach (var name in new[] { "fsync", "synchronous_commit", "full_page_writes" })
                settings[name] = "off";
        }
        foreach (var (name, value) in options.Settings)
            settings[name.ToLowerInvariant()] = value;

        settings["listen_addresses"] = "";
        settings["port"] = Postmaster.Port.ToString();
        // A list of quoted names inside a quoted string.
        settings["unix_socket_directories"] = $"\"{socketDirectory}\"";

        var file = new StringBuilder("# Written at every start of the private cluster; use ALTER SYSTEM for changes that last.\n");
        foreach (var (name, value) in settings)
        {
            if (!SettingName().IsMatch(name) || value.AsSpan().ContainsAny('\n', '\r', '\0'))
                throw new LocalPostgresException($"PostgreSQL 设置无效:{name}", $"invalid PostgreSQL setting: {name}");
            file.Append(name).Append(" = '").Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        }
        return file.ToString();
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SettingName();
}
