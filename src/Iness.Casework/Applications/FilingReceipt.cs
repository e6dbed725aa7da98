using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Letters;
using Iness.Regulation;

namespace Iness.Casework.Applications;

/// <summary>The acknowledgement of receipt of an application just filed.</summary>
internal static class FilingReceipt
{
    /// <summary>Writes what it states: what came, and at once what is missing.</summary>
    public static AcknowledgementOfReceipt Of(Application application, FiledFacts facts, string filedBy, IReadOnlyList<StoredDocument> documents)
    {
        var organisation = application.Organisation!;
        var missing = Missing(facts, documents);
        return new()
        {
            FileNumber = application.Number!,
            FiledAt = application.FiledAt!.Value,
            Organisation = organisation.Name,
            Siren = organisation.ParsedSiren,
            Address = facts.Address,
            FiledBy = filedBy,
            ProjectTitle = facts.ProjectTitle,
            TotalCosts = facts.Assessment.Costs.Claimed,
            EstimatedAid = facts.Assessment.Verdict == OverallVerdict.Undetermined ? null : facts.Assessment.Aid.Amount,
            Documents = [.. documents.Select(document => new ReceivedDocument($"{NameOf(document)} ({document.FileName})", State(document.Scan)))],
            Missing = missing.Count == 0 ? null : new(missing, null),
            Fetched = organisation.RegisterRecord is null
                ? []
                : [new("nom, forme juridique, activité, commune et tranche d'effectif de la structure", "INSEE (répertoire SIRENE), par l'Annuaire des entreprises")],
        };
    }

    private static List<string> Missing(FiledFacts facts, IReadOnlyList<StoredDocument> documents)
    {
        // A document set aside for a virus is as good as not sent.
        var usable = documents.Where(document => document.Scan != ScanState.Infected).ToList();
        var missing = new List<string>();
        foreach (var asked in DocumentRequirements.For(facts.Assessment.Request))
        {
            var given = usable.Where(document => document.Kind == asked.Kind.ToString()).ToList();
            if (asked.PerCostLine && facts.CostLines.Count > 0)
                missing.AddRange(facts.CostLines.Where(line => given.TrueForAll(document => document.CostLine != line.Id)).Select(line => $"{asked.Name} : {line.Name}"));
            else if (given.Count == 0)
                missing.Add(asked.Name);
        }

        return [.. missing, .. facts.IncompleteParts];
    }

    private static string NameOf(StoredDocument document) =>
        DocumentRequirements.NameOf(Enum.TryParse<DocumentKind>(document.Kind, out var kind) ? kind : DocumentKind.Other);

    private static ReceivedDocumentState State(ScanState scan) => scan switch
    {
        ScanState.Clean => ReceivedDocumentState.Clean,
        ScanState.Infected => ReceivedDocumentState.Infected,
        ScanState.NotScanned => ReceivedDocumentState.NotScanned,
        _ => ReceivedDocumentState.BeingScanned,
    };
}
