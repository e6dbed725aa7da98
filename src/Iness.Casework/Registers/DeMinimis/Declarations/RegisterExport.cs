using System.Globalization;
using System.Text;
using Iness.Casework.Assessments;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>Writes declarations in the columns of the national register, in their order. The same export is written the same whenever it is asked for.</summary>
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

    /// <summary>The file of the declarations that left at an instant; null when none did, or none of them is still of that export.</summary>
    public async Task<byte[]?> ReadAsync(DateTime exportedAt, CancellationToken cancellationToken)
    {
        var rows = await (from declaration in db.AidDeclarations.AsNoTracking()
                          join decision in db.Decisions on declaration.DecisionId equals decision.Id
                          join application in db.Applications on declaration.ApplicationId equals application.Id
                          where declaration.ExportedAt == exportedAt
                          orderby declaration.GrantedOn, application.Number
                          select new { application.Organisation!.Name, application.Organisation.Siren, application.Organisation.RegisterRecord, application.Listing!.Town, declaration.Amount, declaration.GrantedOn, decision.Facts })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0) return null;
        var text = new StringBuilder(CsvText.Row(Separator, Columns)).Append("\r\n");
        foreach (var row in rows)
        {
            text.Append(CsvText.Row(Separator,
            [
                "Minimis", OneLine.Of(row.Name), row.Siren, row.Amount.ToEuros().ToString("0.00", CultureInfo.InvariantCulture), "Subvention directe", SectorOf(row.Facts, row.RegisterRecord),
                row.Town ?? Unknown, "France", Day(row.GrantedOn), Day(exportedAt.DayInParis()), "", Authority, Authority,
            ])).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
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
