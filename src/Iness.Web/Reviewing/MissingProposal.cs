using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Messages;
using Iness.Regulation;
using Iness.Regulation.Review;
using Iness.Web.Applying;
using Iness.Web.Applying.Attachments;
using Iness.Web.Applying.Sections;

namespace Iness.Web.Reviewing;

/// <summary>Something that a file lacks, proposed to the officer who asks for missing items.</summary>
/// <param name="Key">Its name in the form; it says what kind of thing it is, whatever the file says by then.</param>
/// <param name="Why">Why it is proposed.</param>
/// <param name="Label">What would be asked, in words that the officer may change.</param>
/// <param name="IsLacking">Whether it is plainly absent, rather than to be judged.</param>
public sealed record MissingProposal(string Key, string Why, string Label, bool IsLacking)
{
    private const char Between = '-';
    private const string Document = "document";
    private const string Part = "partie";
    private const string Finding = "constat";

    /// <summary>What a file lacks: documents, parts not complete, findings that facts would settle.</summary>
    /// <param name="facts">The facts of the application.</param>
    /// <param name="documents">Its documents, not taken out.</param>
    /// <param name="ruled">The provisions that an officer has ruled on: they lack nothing any more.</param>
    public static IReadOnlyList<MissingProposal> Of(ApplicationFacts facts, IReadOnlyList<StoredDocument> documents, IReadOnlyCollection<string> ruled)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(ruled);
        return
        [
            .. DocumentBlocks.Of(facts, documents).Where(block => block.IsMissing).Select(OfDocument),
            .. ApplicationForm.Sections.Where(section => section.State(facts) != SectionState.Complete)
                .Select(section => new MissingProposal($"{Part}{Between}{section.Slug}", "Partie incomplète", $"Complétez la partie « {section.Name} ».", IsLacking: true)),
            .. facts.Assessment.Findings.Where(finding => finding.Verdict == Verdict.Unknown && !ruled.Contains(OfficerRuling.KeyOf(finding.Provision)))
                .Select(finding => new MissingProposal(
                    string.Join(Between, Finding, SectionOf(finding.Missing), finding.Provision.Id), $"{finding.Provision.Id}, à préciser", finding.Explanation, IsLacking: false)),
        ];
    }

    /// <summary>What a key of the form asks for, with the words typed; null when the key is none.</summary>
    public static DemandedItem? Read(string? key, string label) => (key ?? "").Split(Between, 3) switch
    {
        [Document, var kind, ..] when Enum.TryParse<DocumentKind>(kind, out var known) && known.ToString() == kind => new(kind, null, label),
        [Part or Finding, var slug, ..] when ApplicationForm.Find(slug) is not null => new(null, slug, label),
        _ => null,
    };

    /// <summary>Where a thing asked freely is to be given.</summary>
    public static IReadOnlyList<(string Key, string Name)> Places { get; } =
        [($"{Document}{Between}{DocumentKind.Other}", "Une pièce à envoyer"), .. ApplicationForm.Sections.Select(section => ($"{Part}{Between}{section.Slug}", $"La partie « {section.Name} »"))];

    private static MissingProposal OfDocument(DocumentBlock block)
    {
        var isInfected = block.Files.Any(file => file.Scan == ScanState.Infected);
        var key = string.Join(Between, new[] { Document, block.Kind.ToString(), block.CostLine }.Where(part => part is not null));
        return new(key, isInfected ? "Pièce infectée" : "Pièce absente", isInfected ? $"{block.Name} (le fichier envoyé contenait un virus)" : block.Name, IsLacking: true);
    }

    private static string SectionOf(Fact missing) =>
        missing.HasFlag(Fact.Costs) ? "depenses"
        : missing.HasFlag(Fact.DeMinimisAids) ? "minimis"
        : missing.HasFlag(Fact.OtherPublicAid) ? "financement"
        : missing.HasFlag(Fact.LegalCategory) || missing.HasFlag(Fact.Commune) ? "structure"
        : "eligibilite";
}
