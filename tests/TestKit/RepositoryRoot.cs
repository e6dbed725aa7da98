namespace Iness.TestKit;

/// <summary>Where the repository lies, whatever folder the tests run from.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Root = new(Find);

    /// <summary>Full path of a file of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root.Value, .. parts]);

    /// <summary>Full path of outside data beside the repository; null when this machine has none.</summary>
    public static string? OutsideData(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root.Value, "..", "shared", .. parts]));
        return Path.Exists(path) ? path : null;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Iness.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
