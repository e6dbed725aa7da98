using System.Globalization;
using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.Extensions.Options;

namespace Iness.TestKit;

/// <summary>Granted files whose payment can be claimed, and invoices for them.</summary>
public static class ClaimWorld
{
    /// <summary>SIREN of the supplier of the invoices.</summary>
    public const string Supplier = "338365059";

    private static readonly PortalAddress Portal = new(() => "https://iness.exemple.fr");

    /// <summary>A file granted and notified: of the organisation given, or of one that has no other file.</summary>
    public static async Task<Application> NotifiedAsync(
        this InessDbContext db, TimeProvider clock, DecisionPeople people, Func<DateOnly, AssessmentRequest>? request = null, Organisation? organisation = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        var file = await db.UnderReviewAsync(clock, people, request, organisation);
        var proposal = (await new ProposeDecision(db, clock).ExecuteAsync(file.Id, file.Version, DecisionKind.Grant, null, people.Officer.AsActor(), CancellationToken.None)).Value;
        var version = db.Proposals.Single(found => found.Id == proposal).Version;
        await new CheckProposal(db, clock).ExecuteAsync(proposal, version, null, people.Lead.AsActor(), CancellationToken.None);
        var decision = (await new DecideFile(db, clock, Options.Create(new ServiceInCharge())).ExecuteAsync(proposal, null, people.Signatory.AsActor(), CancellationToken.None)).Value;
        await new NotifyDecision(db, clock, Portal).ExecuteAsync(decision, CancellationToken.None);
        db.ChangeTracker.Clear();
        return db.Applications.Single(found => found.Id == file.Id);
    }

    /// <summary>An electronic invoice (UBL) to an organisation; negative lines of a credit note are written without their sign.</summary>
    public static SentFile Electronic(string number, Organisation buyer, DateOnly issuedOn, DateOnly? orderedOn, params (string Label, decimal Amount)[] lines)
    {
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentNullException.ThrowIfNull(lines);
        var isCredit = lines.Sum(line => line.Amount) < 0;
        var net = Math.Abs(lines.Sum(line => line.Amount));
        var xml = new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"""
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
              <ID>{number}</ID><IssueDate>{issuedOn:yyyy-MM-dd}</IssueDate><InvoiceTypeCode>{(isCredit ? 381 : 380)}</InvoiceTypeCode><DocumentCurrencyCode>EUR</DocumentCurrencyCode>

            """);
        if (orderedOn is { } ordered) xml.Append(CultureInfo.InvariantCulture, $"<OrderReference><ID>BC-1</ID><IssueDate>{ordered:yyyy-MM-dd}</IssueDate></OrderReference>");
        xml.Append(CultureInfo.InvariantCulture, $"<AccountingSupplierParty><Party><PartyLegalEntity><RegistrationName>Atelier du Web</RegistrationName><CompanyID>{Supplier}</CompanyID></PartyLegalEntity></Party></AccountingSupplierParty>");
        xml.Append(CultureInfo.InvariantCulture, $"<AccountingCustomerParty><Party><PartyLegalEntity><RegistrationName>{buyer.Name}</RegistrationName><CompanyID>{buyer.Siren}</CompanyID></PartyLegalEntity></Party></AccountingCustomerParty>");
        xml.Append(CultureInfo.InvariantCulture, $"<TaxTotal><TaxAmount currencyID=\"EUR\">{net / 5:0.00}</TaxAmount></TaxTotal>");
        xml.Append(CultureInfo.InvariantCulture, $"<LegalMonetaryTotal><TaxExclusiveAmount>{net:0.00}</TaxExclusiveAmount><TaxInclusiveAmount>{net * 6 / 5:0.00}</TaxInclusiveAmount><PayableAmount>0.00</PayableAmount></LegalMonetaryTotal>");
        foreach (var (label, amount) in lines)
            xml.Append(CultureInfo.InvariantCulture, $"<InvoiceLine><ID>1</ID><InvoicedQuantity>1</InvoicedQuantity><LineExtensionAmount>{(isCredit ? -amount : amount):0.00}</LineExtensionAmount><Item><Name>{label}</Name></Item></InvoiceLine>");
        return File($"{number}.xml", Encoding.UTF8.GetBytes(xml.Append("</Invoice>").ToString()));
    }

    /// <summary>A picture of an invoice: nothing to read in it. Each is another file.</summary>
    public static SentFile Picture(string name) => File(name, [.. Convert.FromBase64String(Pixel), .. Encoding.UTF8.GetBytes(name), .. "IEND"u8]);

    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static SentFile File(string name, byte[] content) => new(name, () => new MemoryStream(content));
}
