using System.Runtime.InteropServices;

namespace Iness.Casework.Documents.Storage;

/// <summary>
/// Folders whose new entries survive a power cut. Flushing a file writes its bytes, not its name: on Unix the name is on disk once the
/// folder that holds it is flushed too. Windows journals names itself.
/// </summary>
internal static class DurableFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates a folder and those above it that are missing.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path)) return;
        var above = Path.GetDirectoryName(path)!;
        Create(above);
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
        Flush(above);
    }

    /// <summary>Puts the names that a folder holds on disk.</summary>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Posix.Open(path, Posix.ReadOnly);
        if (folder < 0) throw new IOException($"The folder {path} cannot be flushed to disk (error {Marshal.GetLastPInvokeError()}).");
        try
        {
            // A file system that has no flush for folders answers EINVAL: there is nothing more to be done there.
            if (Posix.Flush(folder) != 0 && Marshal.GetLastPInvokeError() != Posix.InvalidArgument)
                throw new IOException($"The folder {path} cannot be flushed to disk (error {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Posix.Close(folder);
        }
    }

    private static class Posix
    {
        public const int ReadOnly = 0;
        public const int InvalidArgument = 22;

        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Flush(int file);

        [DllImport("libc", EntryPoint = "close", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int file);
    }
}
