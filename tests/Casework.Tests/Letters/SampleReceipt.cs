using Iness.Casework.Letters;
using Iness.Regulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Letters;

/// <summary>An acknowledgement of receipt as an association would get it.</summary>
internal static class SampleReceipt
{
    public static AcknowledgementOfReceipt Complete { get; } = new()
    {
        FileNumber = "INESS-2026-000123",
        FiledAt = new(2026, 2, 6, 13, 5, 0, DateTimeKind.Utc),
        Organisation = "L'Atelier des Possibles",
        Siren = Siren.TryParse("010000016", out var siren) ? siren : throw new InvalidOperationException("The sample number is wrong."),
        Address = ["12 rue des Tisserands", "59100 Roubaix"],
        FiledBy = "Amina Lefèvre",
        ProjectTitle = "Boutique en ligne et outil de suivi des adhérents",
        TotalCosts = new(1_234_550),
        EstimatedAid = new(493_820),
        Documents =
        [
            new("Statuts (statuts-2024.pdf)", ReceivedDocumentState.Clean),
            new("Devis de la boutique en ligne (devis-boutique.pdf)", ReceivedDocumentState.BeingScanned),
            new("Attestation de vigilance (urssaf.pdf)", ReceivedDocumentState.Clean),
        ],
        Fetched =
        [
            new("nom, adresse, catégorie juridique, activité et tranche d'effectif de la structure", "INSEE (répertoire SIRENE)"),
            new("aides de minimis déjà reçues", "Plateforme nationale des aides d'État"),
        ],
    };

    public static AcknowledgementOfReceipt Incomplete { get; } = Complete with
    {
        EstimatedAid = null,
        Siren = null,
        Documents = [new("Devis (devis.pdf)", ReceivedDocumentState.NotScanned), new("Statuts (statuts.pdf)", ReceivedDocumentState.Infected)],
        Missing = new(["l'attestation de régularité fiscale", "le mandat de la personne qui dépose"], new(2026, 2, 27)),
        Fetched = [],
    };

    public static ServiceInCharge Service { get; } = new();

    public static string Html(AcknowledgementOfReceipt receipt) => LetterHtml.Write(receipt.ToLetter(Service));

    public static WeasyPrintRenderer Renderer(string program = "weasyprint", TimeSpan? timeout = null) =>
        new(Options.Create(new LettersOptions { WeasyPrint = program, Timeout = timeout ?? TimeSpan.FromSeconds(60) }), NullLogger<WeasyPrintRenderer>.Instance);
}
