using Iness.Casework.Letters;

namespace Iness.Casework.Decisions;

/// <summary>
/// What a letter states that may change elsewhere later: the names and address of that day, the service in charge, the edited text. Kept with
/// the decision, so that the letter written anew comes out as it was issued.
/// </summary>
/// <param name="Organisation">Name of the organisation.</param>
/// <param name="Address">Its postal address, a line each.</param>
/// <param name="ProjectTitle">What the project was called.</param>
/// <param name="Text">The edited text, both parts joined.</param>
/// <param name="Service">The service in charge.</param>
/// <param name="Retained">What was retained in place of the facts filed, in words.</param>
internal sealed record KeptLetterInputs(string Organisation, IReadOnlyList<string> Address, string ProjectTitle, string Text, ServiceInCharge Service, IReadOnlyList<string> Retained)
{
    public static KeptLetterInputs Of(DecisionLetter letter, ServiceInCharge service) => new(letter.Organisation, letter.Address, letter.ProjectTitle, letter.Text.Joined, service, letter.Retained);

    public DecisionLetter On(DecisionLetter letter) => letter with
    {
        Organisation = Organisation,
        Address = Address,
        ProjectTitle = ProjectTitle,
        Text = LetterTextBody.Parse(Text),
        Retained = Retained,
    };
}
