namespace TargetLedger.Server.Hosting;

internal static class WriteRoutes
{
    public static RouteHandlerBuilder MapWrite<TBody, TSubject>(
        this IEndpointRouteBuilder routes, string method, string pattern, WriteUseCase<TBody, TSubject> useCase)
        where TBody : notnull
        where TSubject : class
        => routes
            .MapMethods(pattern, [method], (HttpContext http, CommandRunner runner) => runner.RunAsync(http, useCase))
            .Accepts<TBody>(isOptional: true, "application/json")
            .Produces<WriteAnswer>(StatusCodes.Status201Created)
            .Produces<WriteAnswer>();

    public static RouteHandlerBuilder RequiresIfMatch(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new IfMatchRequired());

    public static RouteHandlerBuilder RequiresKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new KeyRequired());
}
