using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Control;

/// <summary>A file that risk rules point at.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="Findings">The rules that point at it.</param>
public sealed record RiskyFile(RiskFigures Figures, IReadOnlyList<RiskFinding> Findings)
{
    /// <summary>Why, in words, for its control.</summary>
    public string Why => string.Join(' ', Findings.Select(finding => finding.Sentence));
}

/// <summary>Finds the paid files that risk rules point at. The database computes the figures and keeps those that a rule points at; the rules then say why.</summary>
public static class RiskyFiles
{
    /// <summary>The most files proposed at once.</summary>
    public const int Most = 200;

    /// <summary>Those paid between two days and never controlled, the most pointed at first.</summary>
    public static async Task<IReadOnlyList<RiskyFile>> RiskyFilesAsync(this InessDbContext db, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var figures = await db.Database.SqlQuery<RiskFigures>($"""
            WITH paid AS (
                SELECT claim."Id" AS "ClaimId", file."Id" AS "ApplicationId", file."Number", file."OrganisationId", organisation."Name", organisation."Siren",
                    COALESCE(claim."Payable", 0) AS "Paid", COALESCE(claim."Retained", 0) AS "Retained", claim."BankAccountId"
                FROM "PaymentClaims" AS claim
                INNER JOIN "Applications" AS file ON file."Id" = claim."ApplicationId"
                INNER JOIN "Organisations" AS organisation ON organisation."Id" = file."OrganisationId"
                WHERE claim."PaidOn" >= {from} AND claim."PaidOn" <= {until}
                    AND NOT EXISTS (SELECT 1 FROM "FileControls" AS known WHERE known."ApplicationId" = file."Id")),
            suppliers AS (
                SELECT invoice."ClaimId", SUM(line."Amount") AS "Presented", SUM(COALESCE(line."Retained", 0)) AS "Kept"
                FROM "ClaimedInvoices" AS invoice
                INNER JOIN paid ON paid."ClaimId" = invoice."ClaimId"
                INNER JOIN "ClaimedLines" AS line ON line."InvoiceId" = invoice."Id"
                WHERE invoice."RemovedAt" IS NULL
                GROUP BY invoice."ClaimId", COALESCE(invoice."SupplierId", invoice."SupplierName", '')),
            sums AS (
                SELECT "ClaimId", SUM("Presented") AS "Presented", SUM("Kept") AS "Kept", MAX("Kept") AS "TopSupplier" FROM suppliers GROUP BY "ClaimId"),
            invoices AS (
                SELECT invoice."ClaimId", COUNT(*) AS "Invoices", SUM(CASE WHEN invoice."Source" = 'Typed' THEN 1 ELSE 0 END) AS "Typed",
                    SUM(CASE WHEN EXISTS (SELECT 1 FROM "ClaimedInvoices" AS other WHERE other."Identity" = invoice."Identity" AND other."Id" <> invoice."Id" AND other."RemovedAt" IS NULL) THEN 1 ELSE 0 END) AS "Collisions",
                    SUM(CASE WHEN REPLACE(invoice."SupplierId", ' ', '') LIKE '%' || paid."Siren" || '%' THEN 1 ELSE 0 END) AS "OwnInvoices"
                FROM "ClaimedInvoices" AS invoice
                INNER JOIN paid ON paid."ClaimId" = invoice."ClaimId"
                WHERE invoice."RemovedAt" IS NULL
                GROUP BY invoice."ClaimId"),
            figures AS (
                SELECT paid."ApplicationId", paid."Number", paid."Name" AS "Organisation", paid."Paid", paid."Retained",
                    CAST(COALESCE(sums."Presented", 0) AS BIGINT) AS "Presented", CAST(COALESCE(sums."Kept", 0) AS BIGINT) AS "Kept", CAST(COALESCE(sums."TopSupplier", 0) AS BIGINT) AS "TopSupplier",
                    CAST(COALESCE(invoices."Invoices", 0) AS INTEGER) AS "Invoices", CAST(COALESCE(invoices."Typed", 0) AS INTEGER) AS "Typed",
                    CAST(COALESCE(invoices."Collisions", 0) AS INTEGER) AS "Collisions", CAST(COALESCE(invoices."OwnInvoices", 0) AS INTEGER) AS "OwnInvoices",
                    CAST((SELECT COUNT(*) FROM "BankAccounts" AS account WHERE account."Id" = paid."BankAccountId" AND account."ReplacesId" IS NOT NULL) AS INTEGER) AS "AccountChanges",
                    CAST((SELECT COUNT(*) FROM "FileControls" AS control INNER JOIN "Applications" AS earlier ON earlier."Id" = control."ApplicationId"
                        WHERE earlier."OrganisationId" = paid."OrganisationId" AND control."Outcome" = 'Irregular') AS INTEGER) AS "Irregularities"
                FROM paid LEFT JOIN sums ON sums."ClaimId" = paid."ClaimId" LEFT JOIN invoices ON invoices."ClaimId" = paid."ClaimId")
            SELECT * FROM (
                SELECT figures.*,
                    CASE WHEN "Retained" BETWEEN {RiskRules.Floor} AND {RiskRules.Floor + RiskRules.FloorMargin} THEN 1 ELSE 0 END
                    + CASE WHEN "Kept" > 0 AND "Invoices" >= {RiskRules.SupplierInvoices} AND "TopSupplier" * 100 >= {RiskRules.SupplierPercent} * "Kept" THEN 1 ELSE 0 END
                    + CASE WHEN "Invoices" >= {RiskRules.TypedInvoices} AND "Typed" * 100 >= {RiskRules.TypedPercent} * "Invoices" THEN 1 ELSE 0 END
                    + CASE WHEN "Presented" > 0 AND ("Presented" - "Kept") * 100 >= {RiskRules.DeductedPercent} * "Presented" THEN 1 ELSE 0 END
                    + CASE WHEN "AccountChanges" > 0 THEN 1 ELSE 0 END + CASE WHEN "Collisions" > 0 THEN 1 ELSE 0 END
                    + CASE WHEN "OwnInvoices" > 0 THEN 1 ELSE 0 END + CASE WHEN "Irregularities" > 0 THEN 1 ELSE 0 END AS "Rules"
                FROM figures) AS scored
            WHERE "Rules" > 0 ORDER BY "Rules" DESC, "Number" LIMIT {Most}
            """).ToListAsync(cancellationToken);
        return [.. figures.Select(file => new RiskyFile(file, RiskRules.Of(file))).Where(file => file.Findings.Count > 0).OrderByDescending(file => file.Findings.Count).ThenBy(file => file.Figures.Number, StringComparer.Ordinal)];
    }
}
