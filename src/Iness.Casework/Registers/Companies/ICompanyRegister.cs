namespace Iness.Casework.Registers.Companies;

/// <summary>The register of companies and associations.</summary>
public interface ICompanyRegister
{
    /// <summary>Looks a number up.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every failure of the register is an answer instead.</exception>
    Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken);

    /// <summary>Looks a name up, for a person to choose from the answers.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; every failure of the register is an answer instead.</exception>
    Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken);
}

/// <summary>What became of a search.</summary>
public abstract record CompanySearch
{
    private CompanySearch()
    {
    }

    /// <summary>The register answered with at least one record.</summary>
    /// <param name="Records">The records, the likeliest first.</param>
    public sealed record Found(IReadOnlyList<CompanyRecord> Records) : CompanySearch;

    /// <summary>The register answered that it knows nothing of it.</summary>
    public sealed record NothingKnown : CompanySearch;

    /// <summary>The register did not answer.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unavailable(Unavailability Reason) : CompanySearch;
}

/// <summary>Why the register did not answer.</summary>
public enum Unavailability
{
    /// <summary>It took too long.</summary>
    Timeout,

    /// <summary>Too many searches at once, here or there.</summary>
    TooMany,

    /// <summary>It failed, could not be reached, or answered something unreadable.</summary>
    Error,

    /// <summary>It failed so often that it is left alone for a while.</summary>
    CircuitOpen,

    /// <summary>Searching is switched off by the configuration.</summary>
    SwitchedOff,
}
