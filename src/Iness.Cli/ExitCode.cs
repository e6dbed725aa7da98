namespace Iness.Cli;

/// <summary>What the process answers to its caller. Being ineligible is an answer, not a failure.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The answer could not be written.</summary>
    public const int OutputFailure = 1;

    /// <summary>The audit log that was checked has been tampered with, or a decision that was replayed comes out otherwise.</summary>
    public const int Broken = 1;

    /// <summary>The input or the command line is not right.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
