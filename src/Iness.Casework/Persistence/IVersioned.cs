namespace Iness.Casework.Persistence;

/// <summary>A row that two people may change at once: the second is told. The number is set by the application, since both databases must agree.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes.</summary>
    int Version { get; set; }
}
