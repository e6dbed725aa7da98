namespace Iness.Casework.Assessments;

/// <summary>Something wrong in a request.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) of the value at fault; empty for the document itself.</param>
/// <param name="Message">What is wrong and what is expected, in French.</param>
public readonly record struct InputError(string Pointer, string Message);
