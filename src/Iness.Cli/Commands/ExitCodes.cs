namespace Iness.Cli.Commands;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCodes
{
    /// <summary>An answer was given, whatever its verdict.</summary>
    public const int Answered = 0;

    /// <summary>The input is not right; nothing was guessed.</summary>
    public const int BadInput = 2;
}
