using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Web.Applying.Items;

namespace Iness.Web.Applying.Attachments;

/// <summary>The blocks of an application: what its facts call for, then whatever else was given. No document is ever left unseen.</summary>
public static class DocumentBlocks
{
    /// <summary>The blocks, in the order they are asked.</summary>
    /// <param name="facts">The facts of the application.</param>
    /// <param name="given">Its documents, not taken out.</param>
    /// <param name="awaited">What the service awaits once it is filed; null while it is a draft, where all may be given.</param>
    public static IReadOnlyList<DocumentBlock> Of(ApplicationFacts facts, IReadOnlyList<StoredDocument> given, IReadOnlyList<AwaitedDocument>? awaited = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var required = DocumentRequirements.For(facts.Request).SelectMany(requirement => Required(requirement, facts, given)).ToList();
        var covered = required.SelectMany(block => block.Files).Select(file => file.Id).ToHashSet();
        var others = given.Where(file => !covered.Contains(file.Id) && KindOf(file) is not (null or DocumentKind.Other))
            .GroupBy(file => KindOf(file)!.Value)
            .Select(group => new DocumentBlock(group.Key, null, DocumentRequirements.NameOf(group.Key), [.. group]) { WhereToFind = "Cette pièce n'est plus demandée d'après vos réponses : gardez-la ou retirez-la." });
        List<DocumentBlock> blocks = [.. required, .. others.Where(block => required.All(known => known.Id != block.Id))];
        foreach (var kind in (awaited ?? []).Select(document => Parse(document.Kind)).OfType<DocumentKind>().Distinct().Where(kind => kind != DocumentKind.Other && blocks.All(block => block.Kind != kind)))
            blocks.Add(new(kind, null, DocumentRequirements.NameOf(kind), []) { IsRequired = true });
        blocks.Add(new(DocumentKind.Other, null, "Autre document", [.. given.Where(file => KindOf(file) == DocumentKind.Other)])
        {
            WhereToFind = "Tout ce qui aide à comprendre votre projet. Rien n'est obligatoire ici.",
        });
        return awaited is null ? blocks : [.. blocks.Select(block => Asked(block, awaited)).OrderByDescending(block => block.IsAsked)];
    }

    private static IEnumerable<DocumentBlock> Required(DocumentRequirement requirement, ApplicationFacts facts, IReadOnlyList<StoredDocument> given)
    {
        var files = given.Where(file => KindOf(file) == requirement.Kind).ToList();
        if (!requirement.PerCostLine)
        {
            yield return Block(requirement, null, requirement.Name, files);
            yield break;
        }

        var lines = CostItems.Instance.Lines(facts.Sheet);
        foreach (var line in lines)
        {
            var amount = string.IsNullOrWhiteSpace(line.Amount) ? "" : $", {line.Amount}";
            yield return Block(requirement, line.Id, $"{DocumentRequirements.NameOf(requirement.Kind)} : {line.What}{amount}", [.. files.Where(file => file.CostLine == line.Id)]);
        }

        // Before the first cost is typed, and for quotes whose cost was taken out.
        var apart = files.Where(file => lines.All(line => line.Id != file.CostLine)).ToList();
        if (lines.Count == 0) yield return Block(requirement, null, requirement.Name, apart);
        else if (apart.Count > 0) yield return Block(requirement, null, "Devis d'une dépense retirée", apart) with { IsRequired = false };
    }

    private static DocumentBlock Block(DocumentRequirement requirement, string? line, string name, IReadOnlyList<StoredDocument> files) => new(requirement.Kind, line, name, files)
    {
        WhereToFind = requirement.WhereToFind,
        Provisions = requirement.Provisions,
        NeedsValidity = requirement.NeedsValidity,
        IsRequired = true,
    };

    private static DocumentBlock Asked(DocumentBlock block, IReadOnlyList<AwaitedDocument> awaited)
    {
        var asked = awaited.Where(document => document.Kind == block.Kind.ToString()).ToList();
        return block with
        {
            IsOpen = asked.Count > 0,
            IsAsked = asked.Count > 0,
            IsRequired = asked.Count > 0,
            // The service asks for a kind, not for a line: any new quote answers, and a line that has one is not said to lack it.
            Awaited = block.CostLine is null ? [.. asked.Select(document => document.ItemId)] : [],
            WhereToFind = asked.Count > 0 ? $"La Région vous demande : {string.Join(" ; ", asked.Select(document => document.Label))}" : block.WhereToFind,
        };
    }

    private static DocumentKind? KindOf(StoredDocument document) => Parse(document.Kind);

    private static DocumentKind? Parse(string kind) => Enum.TryParse<DocumentKind>(kind, out var known) && Enum.IsDefined(known) ? known : null;
}
