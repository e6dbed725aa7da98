using Microsoft.Win32.SafeHandles;

namespace Iness.Cli.Terminal;

/// <summary>The standard streams as bytes.</summary>
internal static class StandardStreams
{
    private const int OutputDescriptor = 1;
    private const int BrokenPipeError = 32;

    /// <summary>
    /// The standard output. The console's own stream says nothing when the reader of a pipe has gone, and would let a million lines
    /// be computed for nobody; a file is left to it, as it keeps the position that other processes share.
    /// </summary>
    public static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        try
        {
            var output = new FileStream(new SafeFileHandle(OutputDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return output.CanSeek ? Console.OpenStandardOutput() : output;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }

    /// <summary>Whether a write failed only because nobody reads any longer: « | head ».</summary>
    public static bool IsBrokenPipe(IOException exception) => (exception.HResult & 0xFFFF) == BrokenPipeError;

    /// <summary>A file, or the standard input for « - ».</summary>
    public static Stream OpenInput(string path) => path == "-"
        ? Console.OpenStandardInput()
        : new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, BufferSize = 0, Options = FileOptions.SequentialScan });
}
