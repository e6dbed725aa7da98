using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Review;
using Iness.Web.Applying;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;

namespace Iness.Web.Reviewing;

/// <summary>What of a file is shown to whom an opinion is asked of: what the officer chose, and no more.</summary>
/// <param name="Organisation">Name of the organisation; null when it is not shared.</param>
/// <param name="Project">The project.</param>
/// <param name="Costs">The costs, each with its amount.</param>
/// <param name="Funding">How the rest is paid.</param>
/// <param name="Aids">The other public aids, each with its amount.</param>
/// <param name="Documents">The documents.</param>
public sealed record SharedFile(
    string? Organisation,
    IReadOnlyList<SummaryRow> Project,
    IReadOnlyList<(string What, string? Amount)> Costs,
    IReadOnlyList<SummaryRow> Funding,
    IReadOnlyList<(string What, string? Amount)> Aids,
    IReadOnlyList<StoredDocument> Documents)
{
    /// <summary>Reads it.</summary>
    /// <param name="application">The application, with its organisation and answers.</param>
    /// <param name="scope">What is shared.</param>
    /// <param name="documents">The documents of the application that were not taken out.</param>
    public static SharedFile Of(Application application, OpinionScope scope, IReadOnlyList<StoredDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(scope);
        var sheet = new AnswerSheet(application.CreatedOn, application.Answers);
        var facts = new ApplicationFacts(sheet);
        bool Has(SharedParts part) => scope.Parts.HasFlag(part);
        return new(
            Has(SharedParts.Organisation) ? application.Organisation!.Name : null,
            Has(SharedParts.Project)
                ?
                [
                    new("Nom du projet", sheet.Text(Answer.TitleKey)),
                    new("Point de départ", sheet.Text(ProjectSection.Need)),
                    new("Description", sheet.Text(ProjectSection.Description)),
                    new("Résultats attendus", sheet.Text(ProjectSection.Results)),
                ]
                : [],
            Has(SharedParts.Costs) ? Lines(CostItems.Instance, sheet) : [],
            Has(SharedParts.Funding) ? new FundingSection().Summary(facts) : [],
            Has(SharedParts.Funding) && PublicAidItems.Instance.IsCalledFor(sheet) ? Lines(PublicAidItems.Instance, sheet) : [],
            [.. documents.Where(document => IsShared(document, scope))]);
    }

    /// <summary>Whether a document is shared; an infected one is given to nobody.</summary>
    public static bool IsShared(StoredDocument document, OpinionScope scope)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Documents.Contains(document.Id) && document.Scan != ScanState.Infected;
    }

    private static IReadOnlyList<(string What, string? Amount)> Lines(ItemList list, AnswerSheet sheet) => [.. list.Lines(sheet).Select(line => (line.What, line.Amount))];
}
