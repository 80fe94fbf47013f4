using System.Diagnostics;

namespace TargetLedger.LocalPostgres.Tests;

public sealed class RefusalTests
{
    [Fact]
    public async Task Without_PostgreSQL_one_line_says_what_to_install()
    {
        using var place = new Place();
        Directory.CreateDirectory(place.Path);

        var missing = await Should.ThrowAsync<PostgresNotFoundException>(() => LocalCluster.StartAsync(Given.Fast() with { BinaryDirectories = [place.Path] }, Given.Ct));

        missing.Message.ShouldBe("找不到 PostgreSQL 15 或更高版本,请安装,例如 `apt-get install postgresql` / PostgreSQL 15+ not found; install it, e.g. `apt-get install postgresql`");
    }

    [Theory]
    [InlineData("postgres (PostgreSQL) 14.11", null)]
    [InlineData("postgres (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)", "15.13")]
    [InlineData("postgres (PostgreSQL) 18beta1", "18.0")]
    [InlineData("something else", null)]
    public void Programs_older_than_15_do_not_count(string answer, string? version)
    {
        using var place = new Place();
        Directory.CreateDirectory(place.Path);
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            var path = Path.Combine(place.Path, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{answer}'\n");
#pragma warning disable CA1416 // The private cluster is for Unix, and so are its tests.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        }

        PostgresBinaries.Find([place.Path])?.Version.ToString().ShouldBe(version);
        (PostgresBinaries.Find([place.Path]) is null).ShouldBe(version is null);
    }

    [Fact]
    public async Task Data_of_another_major_version_is_named_and_left_alone()
    {
        using var place = new Place();
        await using (await Given.ACluster(place.Path))
        {
        }
        var versionFile = Path.Combine(place.Data, "PG_VERSION");
        await File.WriteAllTextAsync(versionFile, "9\n", Given.Ct);

        var refused = await Should.ThrowAsync<LocalPostgresException>(() => Given.ACluster(place.Path));

        refused.Message.ShouldContain("PostgreSQL 9");
        (await File.ReadAllTextAsync(versionFile, Given.Ct)).ShouldBe("9\n");
    }

    [Fact]
    public async Task A_foreign_data_directory_is_not_taken_over()
    {
        using var place = new Place();
        Directory.CreateDirectory(place.Path);
        await File.WriteAllTextAsync(Path.Combine(place.Path, "PG_VERSION"), "15\n", Given.Ct);

        await Should.ThrowAsync<LocalPostgresException>(() => Given.ACluster(place.Path));

        Directory.EnumerateFileSystemEntries(place.Path).Select(Path.GetFileName).ShouldBe(["PG_VERSION"]);
    }

    [Fact]
    public async Task A_directory_the_database_user_cannot_reach_is_refused_in_one_line()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root steps down to another user");
        using var place = new Place();
        Run("install", "-d", "-m", "0700", place.Path).ShouldBe(0);

        var refused = await Should.ThrowAsync<LocalPostgresException>(() => Given.ACluster(Path.Combine(place.Path, "deeper", "data")));

        refused.Message.ShouldContain(place.Path);
        refused.Message.ShouldNotContain("\n");
        Directory.EnumerateFileSystemEntries(place.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_can_reach_the_socket()
    {
        using var place = new Place();
        await using var cluster = await Given.ACluster(place.Path);
        var socket = Path.Combine(cluster.SocketDirectory, $".s.PGSQL.{cluster.Port}");
        File.Exists(socket).ShouldBeTrue();

#pragma warning disable CA1416 // The private cluster is for Unix, and so are its tests.
        File.GetUnixFileMode(cluster.SocketDirectory).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        if (Environment.IsPrivilegedProcess)
        {
            Run("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--", "test", "-e", socket).ShouldNotBe(0);
            Run("test", "-e", socket).ShouldBe(0);
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
