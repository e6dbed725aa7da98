using Xunit;

namespace Iness.TestKit;

/// <summary>A generated document kept in the repository: a test fails when it no longer says what the code does.</summary>
public static class Snapshot
{
    private const string UpdateVariable = "UPDATE_SNAPSHOTS";

    /// <summary>Compares a file with what it should hold; with UPDATE_SNAPSHOTS=1, writes it instead.</summary>
    public static void Matches(string expected, params string[] path)
    {
        var file = RepositoryRoot.PathOf(path);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        Assert.True(File.Exists(file), $"{string.Join('/', path)} is missing: run the tests once with {UpdateVariable}=1.");
        Assert.True(File.ReadAllText(file) == expected, $"{string.Join('/', path)} is out of date: run the tests once with {UpdateVariable}=1 and review the change.");
    }
}
