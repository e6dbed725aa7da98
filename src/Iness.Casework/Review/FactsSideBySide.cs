using Iness.Casework.Assessments;
using Iness.Casework.Registers.Communes;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Casework.Review;

/// <summary>The facts declared beside those of the company register, differences first. What one of the two does not know is no difference.</summary>
public static class FactsSideBySide
{
    private static readonly Provision[] Sectors = [Provision.Exc1, Provision.Exc2, Provision.Exc3, Provision.Exc4, Provision.Exc6];

    /// <summary>The rows.</summary>
    /// <param name="request">The facts declared.</param>
    /// <param name="record">What the register said; null when it never answered.</param>
    public static IReadOnlyList<FactRow> Of(AssessmentRequest request, CompanyRecord? record)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [.. Rows(request.Undertaking, record).OrderBy(row => row.Agreement)];
    }

    /// <summary>What a new answer of the register changes, each in words; none when it says the same.</summary>
    public static IReadOnlyList<string> Changes(CompanyRecord? before, CompanyRecord after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var nothing = new Undertaking();
        return
        [
            .. Rows(nothing, before).Zip(Rows(nothing, after)).Where(pair => pair.First.Registered != pair.Second.Registered)
                .Select(pair => $"{pair.Second.Name} : {pair.First.Registered ?? "inconnu"} auparavant, {pair.Second.Registered ?? "inconnu"} maintenant"),
        ];
    }

    private static IEnumerable<FactRow> Rows(Undertaking declared, CompanyRecord? record)
    {
        yield return Row("Situation", StageOf(declared), CeasedOf(record), record?.HasCeased is { } ceased ? ceased == (declared.Stage == Stage.Ceased) : null, Provision.Eli1);
        yield return Row("Catégorie juridique", declared.LegalCategory?.ToString(), record?.LegalCategory?.ToString(), null, Provision.Ben);
        yield return Row("Agréments d'insertion", Names(declared.Approvals & Approvals.WorkIntegration), record is null ? null : Names(record.WorkIntegration),
            declared.Approvals is { } held && record is not null ? (held & Approvals.WorkIntegration) == record.WorkIntegration : null, Provision.Ben, Provision.Exc5);
        yield return Row("Commune", CommuneOf(declared.Commune), CommuneOf(record?.Commune), null, Provision.Eli1);
        yield return Row("Activité principale", declared.MainActivity?.ToString(), record?.MainActivity?.ToString(), null, Sectors);
        yield return Row("Date de création", declared.FoundedOn is { } day ? French.Date(day) : null, record?.FoundedOn is { } known ? French.Date(known) : null, null, Provision.Eli5);
        yield return Row("Chiffre d'affaires ou produits", declared.Turnover?.ToString(), TurnoverOf(record), declared.Turnover is { } turnover && record?.Turnover is { } published ? turnover == published : null, Provision.Eli2);
        yield return Row("Effectif", declared.Headcount is { } people ? $"{French.Number(people)} ETP" : null, StaffOf(record?.StaffBand),
            declared.Headcount is { } count && record?.StaffBand is { Least: { } least } band ? count >= least && count <= (band.Most ?? decimal.MaxValue) : null, Provision.Eli3);
    }

    private static FactRow Row(string name, string? declared, string? registered, bool? agrees, params Provision[] provisions) => new(
        name,
        declared,
        registered,
        declared is null || registered is null ? FactAgreement.OneSided : agrees ?? declared == registered ? FactAgreement.Same : FactAgreement.Differs,
        provisions);

    private static string StageOf(Undertaking declared) => declared.Stage switch
    {
        Stage.Creation => "En création",
        Stage.Takeover => "En reprise",
        Stage.Ceased => "A cessé son activité",
        _ => "En activité",
    };

    private static string? CeasedOf(CompanyRecord? record) => record?.HasCeased switch { null => null, true => "A cessé son activité", false => "En activité" };

    private static string? CommuneOf(CommuneCode? code) => code?.ToString() is { } insee ? CommuneDirectory.Find(insee) is { } commune ? $"{commune.Name} ({insee})" : insee : null;

    private static string? TurnoverOf(CompanyRecord? record) => record?.Turnover is { } amount ? record.TurnoverYear is { } year ? $"{amount} en {year}" : amount.ToString() : null;

    private static string? StaffOf(StaffBand? band) => band is null ? null : band.Year is { } year ? $"{band.Label} en {year}" : band.Label;

    private static string? Names(Approvals? approvals) => approvals switch
    {
        null => null,
        Approvals.None => "Aucun",
        { } held => string.Join(", ", ContractCodes.Approvals.Names.Zip(ContractCodes.Approvals.Values).Where(code => ((int)held & code.Second) != 0).Select(code => code.First.ToUpperInvariant())),
    };
}
