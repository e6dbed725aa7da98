using Microsoft.AspNetCore.Hosting;

namespace Iness.TestKit;

/// <summary>Folders of the tests' own, erased when the run ends.</summary>
public static class ScratchFolder
{
    private static readonly string Root = Create();

    /// <summary>A new, empty folder.</summary>
    public static string New() => Directory.CreateDirectory(Path.Combine(Root, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>A portal that keeps its data in a folder of its own: database, documents, mail.</summary>
    public static IWebHostBuilder UseScratchData(this IWebHostBuilder builder)
    {
        var folder = New();
        return builder
            .UseSetting("Database:File", Path.Combine(folder, "iness.db"))
            .UseSetting("Documents:Folder", Path.Combine(folder, "documents"))
            .UseSetting("Mail:Folder", Path.Combine(folder, "mail"));
    }

    private static string Create()
    {
        var root = Directory.CreateTempSubdirectory("iness-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(root, recursive: true);
            }
            catch (IOException)
            {
                // A file still open is left to the system's own cleaning of its temporary folder.
            }
        };
        return root;
    }
}
