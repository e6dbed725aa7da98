using Iness.Casework.Assessments;
using Iness.Casework.Organisations;
using Iness.Casework.Registers.Communes;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Casework.Applications;

/// <summary>Writes the row that lists and searches read.</summary>
public static class FileListings
{
    /// <summary>The row of an application, from what an assessment says of it.</summary>
    public static FileListing Of(Application application, Organisation organisation, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(assessment);
        var commune = assessment.Request.Undertaking.Commune?.ToString();
        var town = commune is null ? null : CommuneDirectory.Find(commune)?.Name;
        var siret = CompanyRecordJson.Read(organisation.RegisterRecord)?.Siret;
        return new()
        {
            ApplicationId = application.Id,
            Siret = siret,
            Department = commune?[..2],
            Town = town,
            Verdict = assessment.Verdict,
            Eligible = assessment.Costs.Eligible,
            Aid = assessment.Aid.Amount,
            CostCategories = CategoriesOf(assessment.Request.Costs),
            Search = SearchOf(application.Number, organisation.Name, organisation.Siren, siret, town, application.Title),
        };
    }

    /// <summary>A text as searches compare it.</summary>
    public static string SearchOf(params string?[] texts)
    {
        var search = PlainName.Of(string.Join(' ', texts.Where(text => !string.IsNullOrWhiteSpace(text))));
        return search.Length <= FileListing.LongestSearch ? search : search[..FileListing.LongestSearch];
    }

    private static string CategoriesOf(IReadOnlyList<CostLine>? lines) => lines is not { Count: > 0 }
        ? ""
        : $"|{string.Join('|', lines.Select(line => ContractCodes.CostCategories.NameOf((int)line.Category)).Distinct())}|";
}
