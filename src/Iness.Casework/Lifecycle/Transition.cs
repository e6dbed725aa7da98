namespace Iness.Casework.Lifecycle;

/// <summary>One line of the lifecycle: who may take a file from a status to another, and on what ground.</summary>
/// <param name="From">Status before.</param>
/// <param name="Action">What is done.</param>
/// <param name="To">Status after.</param>
/// <param name="By">The role that may do it.</param>
/// <param name="Basis">The text or provision it rests on.</param>
public sealed record Transition(FileStatus From, FileAction Action, FileStatus To, Role By, string Basis);
