using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Iness.Web.Tests.Portal;

/// <summary>Counts the commands that the portal sends to its database.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    private readonly Lock gate = new();
    private List<string> commands = [];

    /// <summary>The commands since the last time they were asked for.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (gate)
        {
            var taken = commands;
            commands = [];
            return taken;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Counted(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Counted(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        new(Counted(command, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Counted(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Counted(command, result);

    private T Counted<T>(DbCommand command, T result)
    {
        lock (gate) commands.Add(command.CommandText);
        return result;
    }
}
