using TargetLedger.Boards;
using TargetLedger.Domain;
using TargetLedger.EventStore;
using TargetLedger.Server.Telling;
using TargetLedger.Server.Web;

namespace TargetLedger.Server.Hosting;

/// <summary>Puts the server together: settings, database, ledger, boards, use cases.</summary>
internal static class ServerHost
{
    private const int CachedStates = 10_000;

    /// <summary>A server that is ready to run, its database open and of the right schema.</summary>
    /// <exception cref="StartRefusedException">The settings make no sense.</exception>
    /// <exception cref="LedgerSchemaException">The database has another schema than this program.</exception>
    public static async Task<WebApplication> CreateAsync(string[] args, CancellationToken cancellationToken = default)
    {
        // Settings are read once. Watching their files would mean watching the directory the server was started in, with all that goes on there.
        var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        ((IConfigurationBuilder)builder.Configuration).AddDefaultLevels();
        builder.Logging.AddLedgerLogging();
        var settings = ServerSettings.Read(builder.Configuration, builder.Environment);
        builder.AddLimits();
        builder.Services.AddCallerAuthentication(settings.DataDirectory, ownDirectory: settings.ConnectionString is null);
        builder.Services.ConfigureHttpJsonOptions(json => LedgerJson.Configure(json.SerializerOptions));
        builder.Services.AddApiDescription();
        builder.Services.AddPages(new(settings.Visitor is null ? null : DevelopmentSignIn.CallerOf(settings.Visitor), settings.DevelopmentSignIn));

        using var startLoggers = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddLedgerLogging());
        var database = await ServerDatabase.OpenAsync(settings, startLoggers, cancellationToken);
        try
        {
            var clock = await ClockOfAsync(settings, new LedgerReader(database.DataSource, TimeProvider.System), cancellationToken);
            AddLedger(builder.Services, database, new LedgerTime(clock, LedgerZone.Default));
            builder.Services.AddSingleton(_ => Telemetry.Start(builder.Configuration));
            return Assemble(builder.Build(), settings, clock);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Made by the container, so that it disposes of them: the database, asked for first, goes last.</summary>
    private static void AddLedger(IServiceCollection services, ServerDatabase database, LedgerTime time)
    {
        services.AddSingleton(_ => database);
        services.AddSingleton(s => s.GetRequiredService<ServerDatabase>().DataSource);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(time);
        services.AddSingleton(s => new Ledger(s.GetRequiredService<ServerDatabase>().DataSource, time.Business, loggers: s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(s => new LedgerReader(s.GetRequiredService<ServerDatabase>().Reads, time.Business));
        services.AddSingleton(s => new LedgerFollower(s.GetRequiredService<ServerDatabase>().DataSource, s.GetRequiredService<Ledger>().Reader, loggers: s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(new BoardsProjection(time.Zone));
        services.AddSingleton(new LightsProjection(time.Zone));
        services.AddSingleton(s => BoardRunners.Of(
            s.GetRequiredService<ServerDatabase>(),
            s.GetRequiredService<BoardsProjection>(),
            s.GetRequiredService<LightsProjection>(),
            s.GetRequiredService<LedgerFollower>(),
            s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(s => new BoardsWatch(
            s.GetRequiredService<ServerDatabase>().DataSource,
            s.GetRequiredService<LightsProjection>(),
            s.GetRequiredService<BoardRunners>().Boards.Watch,
            s.GetRequiredService<BoardRunners>().Lights.Watch));
        services.AddSingleton(s => new ProjectionReader(s.GetRequiredService<ServerDatabase>().Reads));
        services.AddSingleton<BoardQueries>();
        services.AddSingleton<CommitmentSlices>();
        services.AddSingleton<TimelinessQueries>();
        services.AddSingleton<InboxQueries>();
        services.AddSingleton<CallListQueries>();
        services.AddSingleton<LedgerTail>();
        services.AddSingleton<FeedEvents>();
        services.AddSingleton<InboxFeed>();
        services.AddSingleton<WarningQueries>();
        services.AddSingleton<SampleQueries>();
        services.AddHostedService<BoardsWorker>();
        services.AddHostedService<ListsWorker>();

        services.AddSingleton(s => new StateCache(s.GetRequiredService<Ledger>().Reader, time, TimeProvider.System, CachedStates));
        services.AddSingleton<ServerMetrics>();
        services.AddSingleton<StreamTurns>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<ReadRights>();
        services.AddSingleton<Visibility>();
        services.AddSingleton<Planning.PlanImporter>();
        services.AddSingleton(s => new OriginalFiles(s.GetRequiredService<ServerDatabase>().DataSource));
        services.AddSingleton<Planning.DocumentReading>();
        services.AddSingleton<Planning.ListItems>();
        services.AddSingleton<Planning.PlanDraftQueries>();
        services.AddSingleton<Planning.PlanDraftMaker>();
        services.AddSingleton<Planning.PlanDraftConfirmer>();
        services.AddSingleton<Planning.PlanDraftReviser>();
        services.AddSingleton<Units.FormIntake>();
        services.AddSingleton<PeriodCloser>();
        services.AddHostedService<PeriodsWorker>();
    }

    private static WebApplication Assemble(WebApplication app, ServerSettings settings, TimeProvider clock)
    {
        _ = app.Services.GetRequiredService<ServerDatabase>();
        _ = app.Services.GetRequiredService<Telemetry>();

        app.UseProblems();
        app.UseNoStore();
        app.UseRouting();
        app.UseLimits();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapUseCases();
        app.MapPages();
        Health.Map(app.MapGroup("").WithTags("运维 / Operators"));
        app.MapApiDescription();
        if (settings.DevelopmentSignIn)
            DevelopmentSignIn.Map(app);
        if (clock is SteppedClock stepped)
            DevelopmentClock.Map(app, stepped, app.Services.GetRequiredService<LedgerTime>(), app.Services.GetRequiredService<PeriodCloser>());
        return app;
    }

    /// <summary>Answers are about a moment and for one caller; nobody in between keeps them.</summary>
    private static void UseNoStore(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return next(http);
    });

    /// <summary>A stepped clock goes on from where the ledger stands: what is recorded, or was asked about, lies in the past.</summary>
    private static async Task<TimeProvider> ClockOfAsync(ServerSettings settings, LedgerReader reader, CancellationToken cancellationToken)
    {
        if (!settings.SteppedClock)
            return TimeProvider.System;

        var start = settings.ClockStart ?? TimeProvider.System.GetUtcNow();
        var latest = await reader.LatestMomentAsync(cancellationToken);
        start = latest > start ? latest.Value : start;
        return new SteppedClock(start, TimeProvider.System);
    }
}
