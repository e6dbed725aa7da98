using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Iness.Casework.Assessments;
using Iness.Casework.Letters;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Casework.OpenData;

/// <summary>A grant in force as open data tells it (SCDL « subventions » 2.1.1).</summary>
internal sealed partial record OpenGrant
{
    /// <summary>The columns, in their order.</summary>
    public static readonly string[] Columns =
    [
        "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire", "idBeneficiaire", "rnaBeneficiaire", "objet", "montant", "nature", "conditionsVersement",
        "datesPeriodeVersement", "idRAE", "notificationUE", "pourcentageSubvention", "dispositifAide",
    ];

    private const int LongestObject = 256;
    private const string Region = "Région Hauts-de-France";
    private const string RegionSiret = "20005374200017";

    public required Guid DecisionId { get; init; }

    public required DateOnly On { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string? Siret { get; init; }

    public required string? RegisterRecord { get; init; }

    public required string Facts { get; init; }

    public required DateOnly? ClaimBy { get; init; }

    public required DateOnly? PaidOn { get; init; }

    public required DateTime? PaymentRecordedAt { get; init; }

    /// <summary>Its row once reduced; null when it is not published: nothing left of it, or a beneficiary who is, or may be, a natural person.</summary>
    public string? Row(Money left)
    {
        if (left <= Money.Zero || AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(Facts), []) is not { } request) return null;
        var record = CompanyRecordJson.Read(RegisterRecord);
        // Both the answers and the register, where they speak: whoever is a natural person to one of them is not named.
        if (!IsLegalPerson(request.Undertaking.LegalCategory ?? record?.LegalCategory) || (record?.LegalCategory is { } registered && !IsLegalPerson(registered))) return null;
        return CsvText.Row(',',
        [
            Region, RegionSiret, Day(On), Number, OneLine.Of(Name), Siret ?? record?.Siret, record?.AssociationNumber is { } rna && AssociationNumber().IsMatch(rna) ? rna : null, ObjectOf(request),
            left.ToEuros().ToString("0.00", CultureInfo.InvariantCulture), "aide en numéraire", "unique", Payment(), null, "oui", "1.00", null,
        ]);
    }

    /// <summary>INSEE's categories 1 (natural persons) and 2 (groups without legal personality, called by their members' names) are not; a category nobody knows may be one of them.</summary>
    private static bool IsLegalPerson(LegalCategory? category) => category is { Code: >= 3000 };

    // Never what the applicant wrote: a title may name a person.
    private static string ObjectOf(AssessmentRequest request)
    {
        var lines = EligibilityAssessment.Assess(request).Costs.Lines;
        var categories = string.Join(", ", Enumerable.Range(0, lines.Count).Select(i => lines[i]).Where(line => line.Retained > Money.Zero).Select(line => line.Line.Category).Distinct().Select(category => category.InFrench()));
        var text = categories.Length == 0 ? "Transition numérique (INESS)" : $"Transition numérique (INESS) : {categories}";
        return text.CutTo(LongestObject);
    }

    private string Payment() => (PaidOn ?? PaymentRecordedAt?.DayInParis()) is { } day ? Day(day) : $"{Day(On)}/{Day(ClaimBy ?? On.AddMonths(DecisionLetter.MonthsToClaim))}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("^W[0-9]{9}$")]
    private static partial Regex AssociationNumber();
}
