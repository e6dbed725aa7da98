using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.Casework.Review;
using Iness.Regulation;
using Iness.Regulation.Review;

namespace Iness.Web.Reviewing;

/// <summary>One finding with all that an officer needs to judge it.</summary>
/// <param name="Key">The name under which it is ruled on.</param>
/// <param name="AsFiled">What the machine found in what was filed.</param>
/// <param name="Now">What it finds once costs are corrected, and the ruling beside.</param>
/// <param name="Ruling">The standing ruling; null when there is none.</param>
/// <param name="Note">What our own files say; null when they say nothing of it.</param>
public sealed record FindingRow(string Key, Finding AsFiled, ReviewedFinding Now, ProvisionRuling? Ruling, OwnFilesNote? Note)
{
    /// <summary>The documents that settle it, those that were given.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; private init; } = [];

    /// <summary>Names of the documents that would settle it and were not given.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    /// <summary>The facts it rests on, declared and registered.</summary>
    public IReadOnlyList<FactRow> Facts { get; private init; } = [];

    /// <summary>What the machine would find with the answers changed since the filing; null when that changes nothing.</summary>
    public Finding? WithAnswersNow { get; private init; }

    /// <summary>The provision.</summary>
    public Provision Provision => AsFiled.Provision;

    /// <summary>Its anchor on the page of the file.</summary>
    public string Anchor => Key.ToLowerInvariant();

    /// <summary>Whether corrected costs change what the machine finds.</summary>
    public bool HasMoved => AsFiled.Verdict != Now.Finding.Verdict || AsFiled.Explanation != Now.Finding.Explanation;

    /// <summary>Every finding of a file: those to settle first, then those not met.</summary>
    /// <param name="file">The file.</param>
    /// <param name="documents">Its documents.</param>
    /// <param name="now">What the regulation says of the answers as they now are; null when they are those filed.</param>
    public static IReadOnlyList<FindingRow> Of(FileUnderReview file, IReadOnlyList<StoredDocument> documents, FindingsNow? now = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var facts = FactsSideBySide.Of(file.Declared, CompanyRecordJson.Read(file.Application.Organisation!.RegisterRecord));
        var asked = DocumentRequirements.For(file.Request);
        return
        [
            .. file.AsFiled.Findings.Zip(file.Reviewed.Findings).Select(pair => Row(file, pair.First, pair.Second, asked, documents, facts) with { WithAnswersNow = now?.OtherThan(pair.Second.Finding) })
                .OrderBy(row => row.Now.IsOpen ? 0 : row.Now.Verdict == Verdict.NotMet ? 1 : 2),
        ];
    }

    /// <summary>Reads every finding of a file with its evidence, and what the regulation would say of the answers as they now are.</summary>
    public static async Task<(IReadOnlyList<FindingRow> Rows, FindingsNow? Now)> ReadAsync(InessDbContext db, FileUnderReview file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var documents = await FileDocuments.OfAsync(db, file.Application, cancellationToken);
        var now = (await CurrentAnswers.ReadAsync(db, file, cancellationToken)).Findings(file);
        return (Of(file, documents, now), now);
    }

    /// <summary>The provisions that a document bears on.</summary>
    public static IEnumerable<FindingRow> SettledBy(StoredDocument document, IEnumerable<FindingRow> rows) => rows.Where(row => row.Documents.Any(found => found.Id == document.Id));

    private static FindingRow Row(FileUnderReview file, Finding asFiled, ReviewedFinding now, IReadOnlyList<DocumentRequirement> asked, IReadOnlyList<StoredDocument> documents, IReadOnlyList<FactRow> facts)
    {
        // A door of a beneficiary is ruled on under the name of all four; so is its evidence.
        var key = OfficerRuling.KeyOf(asFiled.Provision);
        var settling = asked.Where(one => one.Provisions.Any(provision => OfficerRuling.KeyOf(provision) == key)).ToList();
        return new(key, asFiled, now, file.RulingOn(key), file.OwnFiles.NoteOn(asFiled.Provision))
        {
            Documents = [.. documents.Where(document => settling.Exists(one => one.Kind.ToString() == document.Kind))],
            Missing = [.. settling.Where(one => documents.All(document => document.Kind != one.Kind.ToString())).Select(one => one.Name)],
            Facts = [.. facts.Where(fact => fact.Provisions.Any(provision => OfficerRuling.KeyOf(provision) == key))],
        };
    }
}
