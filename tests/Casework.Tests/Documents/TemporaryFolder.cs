namespace Iness.Casework.Tests.Documents;

/// <summary>A folder of its own for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("iness-documents-");

    public string FullPath => folder.FullName;

    public IEnumerable<string> Files => folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(FullPath, file.FullName));

    public string PathOf(params string[] parts) => Path.Combine([FullPath, .. parts]);

    public void Dispose() => folder.Delete(recursive: true);
}
