using Iness.Casework.Mail;

namespace Iness.Casework.Review;

/// <summary>An opinion to ask.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Email">Their address.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Scope">What they are shown of the file.</param>
public sealed record OpinionDemand(string Name, string Email, string Question, OpinionScope Scope)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 200;

    /// <summary>Longest question: what is shared is written after it, in what is left.</summary>
    public const int LongestQuestion = 2500;

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? WhyNot =>
        Name.Length is 0 or > LongestName || Question.Length is 0 or > LongestQuestion || !EmailAddress.IsOne(Email) ? "Écrivez un nom, une adresse électronique et une question."
        : Scope.Documents.Count > OpinionScope.MostDocuments ? $"Communiquez {OpinionScope.MostDocuments} pièces au plus."
        : null;
}
