using Iness.Regulation;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>The national de minimis register, asked about one undertaking.</summary>
public interface IDeMinimisRegister
{
    /// <summary>Whether it may be asked at all.</summary>
    bool IsOpen { get; }

    /// <summary>Every row of an undertaking; null when the register did not answer, or not in full.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every failure of the register is an answer instead.</exception>
    Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>?> FindAsync(Siren siren, CancellationToken cancellationToken);
}

/// <summary>Stands in when the configuration does not open it.</summary>
internal sealed class ClosedDeMinimisRegister : IDeMinimisRegister
{
    public bool IsOpen => false;

    public Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>?> FindAsync(Siren siren, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<IReadOnlyDictionary<string, string?>>?>(null);
}
