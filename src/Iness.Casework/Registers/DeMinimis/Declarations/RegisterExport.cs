using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>Writes declarations in the columns of the national register, in their order, and reads what was written.</summary>
public sealed class RegisterExport(InessDbContext db)
{
    private const char Separator = ';';

    // What the register itself writes where it knows nothing.
    private const string Unknown = "-";

    /// <summary>The columns.</summary>
    public static readonly string[] Columns =
    [
        "regime", "nom_beneficiaire", "identifiant_beneficiaire", "montant_esb", "instrument_aide", "secteur_aide", "commune_beneficiaire",
        "pays_beneficiaire", "date_octroi", "date_declaration", "date_publication", "autorite", "operateur",
    ];

    /// <summary>The file that left at an instant; null for none.</summary>
    public async Task<byte[]?> ReadAsync(DateTime exportedAt, CancellationToken cancellationToken) =>
        await db.DeclarationExports.Where(export => export.At == exportedAt).Select(export => export.Csv).SingleOrDefaultAsync(cancellationToken) is { } csv ? Encoding.UTF8.GetBytes(csv) : null;

    /// <summary>Writes the file of declarations that leave now, with their amounts as they are in the context.</summary>
    internal async Task<DeclarationExport> WriteAsync(IReadOnlyList<AidDeclaration> leaving, DateTime at, CancellationToken cancellationToken)
    {
        var ids = leaving.Select(declaration => declaration.Id).ToList();
        var named = await (from declaration in db.AidDeclarations.AsNoTracking()
                           join decision in db.Decisions on declaration.DecisionId equals decision.Id
                           join application in db.Applications on declaration.ApplicationId equals application.Id
                           where EF.Parameter(ids).Contains(declaration.Id)
                           select new { declaration.Id, application.Number, application.Organisation!.Name, application.Organisation.Siren, application.Organisation.RegisterRecord, application.Listing!.Town, decision.Facts })
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        var text = new StringBuilder(CsvText.Row(Separator, Columns)).Append("\r\n");
        foreach (var (declaration, row) in leaving.Select(declaration => (declaration, named[declaration.Id])).OrderBy(pair => pair.declaration.GrantedOn).ThenBy(pair => pair.Item2.Number, StringComparer.Ordinal))
        {
            text.Append(CsvText.Row(Separator,
            [
                "Minimis", OneLine.Of(row.Name), row.Siren, declaration.Amount.ToEuros().ToString("0.00", CultureInfo.InvariantCulture), "Subvention directe", SectorOf(row.Facts, row.RegisterRecord),
                row.Town ?? Unknown, "France", Day(declaration.GrantedOn), Day(at.DayInParis()), "", Authority, Authority,
            ])).Append("\r\n");
        }

        var csv = text.ToString();
        return new() { At = at, Count = leaving.Count, Csv = csv, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv))) };
    }

    /// <summary>Who grants, as the register is to know us.</summary>
    public const string Authority = "Région Hauts-de-France";

    /// <summary>The sector: of the facts decided on, else of the company register.</summary>
    internal static string SectorOf(string facts, string? record)
    {
        var activity = AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(facts), [])?.Undertaking.MainActivity ?? CompanyRecordJson.Read(record)?.MainActivity;
        return activity is { } known && NaceSector.Of(known) is { } sector ? sector : Unknown;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
