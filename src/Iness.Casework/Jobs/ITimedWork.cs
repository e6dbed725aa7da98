namespace Iness.Casework.Jobs;

/// <summary>
/// Work done by the clock. It may be run twice, by two nodes, or stopped half-way: it must then do what is left, and no more. Registered
/// as a scoped service; the portal finds all that are registered.
/// </summary>
public interface ITimedWork
{
    /// <summary>Its name in the lease and on the administrator's page, such as « send-mail ».</summary>
    string Name { get; }

    /// <summary>How often it is run.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due, and says in French what it did, for the administrator.</summary>
    Task<string> RunAsync(CancellationToken cancellationToken);
}
