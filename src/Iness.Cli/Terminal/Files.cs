namespace Iness.Cli.Terminal;

/// <summary>Reading and writing that may fail, told in one line.</summary>
internal static class Files
{
    public static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    public static int TellUnreadable(string path, Exception exception)
    {
        var why = exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => "fichier introuvable",
            UnauthorizedAccessException when Directory.Exists(path) => "c’est un dossier, un fichier est attendu",
            UnauthorizedAccessException => "lecture refusée",
            _ => "fichier illisible",
        };
        return UsageErrors.Tell([$"{Paragraph.Printable(path)} : {why}."]);
    }

    public static int Write(ReadOnlySpan<byte> answer)
    {
        try
        {
            using var output = StandardStreams.OpenOutput();
            output.Write(answer);
            return ExitCode.Success;
        }
        catch (IOException exception)
        {
            return TellUnwritten(exception);
        }
    }

    /// <summary>Nobody reading any longer is no failure: the reader took what it wanted.</summary>
    public static int TellUnwritten(IOException exception)
    {
        if (StandardStreams.IsBrokenPipe(exception)) return ExitCode.Success;
        Console.Error.WriteLine("La réponse n’a pas pu être écrite.");
        return ExitCode.OutputFailure;
    }
}
