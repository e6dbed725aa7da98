using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Review;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;

namespace Iness.Web.Reviewing;

/// <summary>The form by which an officer asks for an opinion: a colleague or somebody else, a question, and what is shared.</summary>
public sealed class OpinionForm
{
    /// <summary>Name of the choice of a colleague.</summary>
    public const string WithAccount = "collegue";

    private const string Name = "nom";
    private const string Email = "courriel";
    private const string Question = "question";
    private const string Parts = "parties";
    private const string Documents = "pieces";

    private OpinionForm(FormView view, string? chosen) => (View, Chosen) = (view, chosen);

    /// <summary>Its fields but the choice of a colleague, with every error.</summary>
    public FormView View { get; }

    /// <summary>The colleague chosen, as it was sent.</summary>
    public string? Chosen { get; }

    /// <summary>What is asked; null while something is wrong.</summary>
    public OpinionDemand? Demand { get; private init; }

    /// <summary>The form as it is first shown: the project and its costs are proposed, nothing of who asks for the aid is.</summary>
    public static OpinionForm Propose(IReadOnlyList<StoredDocument> documents) => new(new(
        Fields(documents, null, [nameof(SharedParts.Project), nameof(SharedParts.Costs)], []), []), null);

    /// <summary>The form as it was typed.</summary>
    public static OpinionForm Read(IFormCollection typed, IReadOnlyList<Colleague> colleagues, IReadOnlyList<StoredDocument> documents)
    {
        var form = new FormReader(typed);
        var chosen = form.Values.GetValueOrDefault(WithAccount).ToString();
        var colleague = colleagues.FirstOrDefault(account => account.Id.ToString() == chosen);
        if (colleague is null && chosen.Length > 0) form.Refuse(WithAccount, "Cette personne n'a plus de compte : choisissez-en une autre.");
        var (name, email) = (colleague?.Name, colleague?.Email);
        if (chosen.Length > 0 && new[] { Name, Email }.Any(field => !string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(field))))
            form.Refuse(WithAccount, "Choisissez un collègue, ou écrivez un nom et une adresse : la question part à une seule personne.");
        if (chosen.Length == 0)
        {
            name = form.Required(Name, OpinionDemand.LongestName, "Choisissez un collègue, ou écrivez le nom de la personne.");
            email = form.Required(Email, EmailAddress.Longest, "Écrivez son adresse électronique.");
            if (email is not null && !EmailAddress.IsOne(email)) form.Refuse(Email, "Écrivez une adresse électronique, par exemple prenom.nom@exemple.fr.");
        }

        var question = form.Required(Question, OpinionDemand.LongestQuestion, "Écrivez votre question.");
        var (parts, files) = (Ticked(form, Parts), Ticked(form, Documents));
        var shared = documents.Where(document => files.Contains(document.Id.ToString())).Select(document => document.Id).ToList();
        if (shared.Count > OpinionScope.MostDocuments) form.Refuse(Documents, $"Communiquez {OpinionScope.MostDocuments} pièces au plus.");
        var scope = new OpinionScope(SharedPartsWords.All.Where(one => parts.Contains(one.Part.ToString())).Aggregate(SharedParts.None, (all, one) => all | one.Part), shared);
        return new(new(Fields(documents, form, parts, files), form.Errors), chosen)
        {
            Demand = form.Errors.Count == 0 ? new(name!, email!, question!, scope) : null,
        };
    }

    /// <summary>The same, with what the use case refused.</summary>
    public OpinionForm Refused(string message) => new(View with { Errors = [.. View.Errors, new(Question, message)] }, Chosen);

    private static List<string> Ticked(FormReader form, string name) => [.. form.Values.GetValueOrDefault(name).OfType<string>()];

    private static Field[] Fields(IReadOnlyList<StoredDocument> documents, FormReader? form, IReadOnlyCollection<string> parts, IReadOnlyCollection<string> files)
    {
        Field[] fields =
        [
            new TextField(Name, "Ou son nom", "Pour une personne qui n'a pas de compte, à la Région ou ailleurs.") { Value = Typed(Name), MaxLength = OpinionDemand.LongestName },
            new TextField(Email, "Et son adresse électronique", "Le lien y est envoyé. Il est personnel et ne sert qu'une fois.") { Value = Typed(Email), Type = "email", InputMode = "email", MaxLength = EmailAddress.Longest },
            new TextAreaField(Question, "Votre question") { Value = Typed(Question), MaxLength = OpinionDemand.LongestQuestion },
            new CheckboxesField(Parts, "Ce que la personne verra du dossier", [.. SharedPartsWords.All.Select(one => new Choice(one.Part.ToString(), char.ToUpperInvariant(one.Name[0]) + one.Name[1..]))],
                "Rien d'autre ne lui est montré, hors votre question et le numéro du dossier. Ne communiquez que ce qui lui est utile.") { Values = parts },
        ];
        return documents.Count == 0 ? fields :
        [
            .. fields,
            new CheckboxesField(Documents, "Les pièces qu'elle pourra ouvrir", [.. documents.Select(document => new Choice(document.Id.ToString(), $"{document.FileName}, {DocumentWords.Size(document.Length)}"))],
                $"{OpinionScope.MostDocuments} au plus. Une pièce peut porter des coordonnées : ouvrez-la avant de la communiquer.") { Values = files },
        ];

        string? Typed(string name) => form?.Values.GetValueOrDefault(name).ToString();
    }
}

/// <summary>Somebody of the Région.</summary>
/// <param name="Id">Their account.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Role">What they are.</param>
public sealed record Colleague(Guid Id, string Name, string Email, Role Role);
