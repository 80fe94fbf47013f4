namespace TargetLedger.LocalPostgres;

/// <summary>The private cluster cannot be had; the message is one line, Chinese then English, fit to show as it is.</summary>
public class LocalPostgresException : Exception
{
    public LocalPostgresException(string chinese, string english, Exception? inner = null)
        : base($"{chinese} / {english}", inner)
    {
    }
}

/// <summary>No PostgreSQL of a usable version is installed; the message says what to install.</summary>
public sealed class PostgresNotFoundException : LocalPostgresException
{
    public PostgresNotFoundException()
        : base(
            $"找不到 PostgreSQL {PostgresBinaries.OldestMajor} 或更高版本,请安装,例如 `apt-get install postgresql`",
            $"PostgreSQL {PostgresBinaries.OldestMajor}+ not found; install it, e.g. `apt-get install postgresql`")
    {
    }
}
