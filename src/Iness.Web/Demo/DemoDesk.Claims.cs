using System.Globalization;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Demo;

/// <content>What beneficiaries do.</content>
internal sealed partial class DemoDesk
{
    private const string Bic = "AGRIFRPP";

    /// <summary>Starts a claim with an electronic invoice for each cost.</summary>
    public async Task ClaimAsync(DemoStory story, int ordered)
    {
        await DoAsync<StartClaim>(async (start, _) => (await start.ExecuteAsync(files[story.Rank], people[story.Applicant], stop)).Plain());
        await SendAsync(story, InvoiceOf(story, $"F-{story.Rank}-1", ordered), isElectronic: true);
    }

    /// <summary>Adds an invoice that is printed, still to be typed.</summary>
    public Task AddPrintedAsync(DemoStory story, string number, int ordered) => SendAsync(story, InvoiceOf(story, number, ordered), isElectronic: false);

    /// <summary>Says how each invoice was paid, gives the account, and files.</summary>
    public async Task FileClaimAsync(DemoStory story, bool isProved = true)
    {
        var (id, who) = (files[story.Rank], people[story.Applicant]);
        if (isProved) await ProveAsync(story);
        await GiveAccountAsync(story, story.Rank);
        await DoAsync<SaveOtherAid>(async (aid, db) => await aid.ExecuteAsync(id, (await ClaimOfAsync(db, story.Rank)).Version, [], who, stop));
        await FileAgainAsync(story);
    }

    /// <summary>Files what was prepared.</summary>
    public Task FileAgainAsync(DemoStory story) => DoAsync<FileClaim>(async (file, db) =>
        await file.ExecuteAsync(files[story.Rank], people[story.Applicant], $"demo-{story.Rank}-{clock.GetUtcNow().Ticks}", (await ClaimOfAsync(db, story.Rank)).Version, isDeclared: true, stop));

    /// <summary>Gives an account, the one of a number.</summary>
    public Task GiveAccountAsync(DemoStory story, int number) => DoAsync<GiveBankAccount>((give, _) => give.ExecuteAsync(
        files[story.Rank], new(story.Organisation, IbanOf(number), Bic), new("rib.pdf", () => DemoPdf.Of("Relevé d'identité bancaire (fictif)", story.Organisation, IbanOf(number))), people[story.Applicant], stop));

    /// <summary>Is heard.</summary>
    public Task ObserveAsync(int rank, string applicant, string words) => DoAsync<GiveObservations>((give, _) => give.ExecuteAsync(files[rank], words, people[applicant], stop));

    private async Task ProveAsync(DemoStory story)
    {
        List<ClaimedInvoice> invoices = [];
        await WithAsync(async services => invoices = (await ClaimOfAsync(services.GetRequiredService<InessDbContext>(), story.Rank)).Invoices);
        foreach (var invoice in invoices)
        {
            await DoAsync<SaveProof>((save, _) => save.ExecuteAsync(
                files[story.Rank], invoice.Id, invoice.Version, new(PaymentProofKind.SupplierMention, invoice.IssuedOn ?? Today, PaymentMeans.Transfer, $"VIR {invoice.Number}"), null, people[story.Applicant], stop));
        }
    }

    private Task SendAsync(DemoStory story, DemoInvoice invoice, bool isElectronic) => DoAsync<AddInvoice>(async (add, _) => (await add.ExecuteAsync(
        files[story.Rank], new($"{invoice.Number}.{(isElectronic ? "xml" : "pdf")}", isElectronic ? invoice.ToUbl : invoice.ToPdf), people[story.Applicant], stop)).Plain());

    private DemoInvoice InvoiceOf(DemoStory story, string number, int ordered) =>
        new(number, story.Organisation, SirenOf(story.Rank), Today.AddDays(-2), Today.AddDays(-ordered), [.. story.Costs.Select(cost => (cost.Label, cost.Euros))]);

    private Task<PaymentClaim> ClaimOfAsync(InessDbContext db, int rank) =>
        db.PaymentClaims.AsNoTracking().AsSplitQuery().Include(claim => claim.Invoices).ThenInclude(invoice => invoice.Lines).SingleAsync(claim => claim.ApplicationId == files[rank], stop);

    /// <summary>An account of nobody at an invented branch, whose keys are right.</summary>
    private static string IbanOf(int number)
    {
        const long Bank = 30_006, Branch = 1;
        var key = 97 - (((89 * Bank) + (15 * Branch) + (3L * number)) % 97);
        var account = string.Create(CultureInfo.InvariantCulture, $"{Bank:00000}{Branch:00000}{number:00000000000}{key:00}");
        // « FR » is 1527, and the check digits are 00 while they are computed (ISO 13616).
        var rest = $"{account}152700".Aggregate(0, (sum, digit) => ((sum * 10) + (digit - '0')) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"FR{98 - rest:00}{account}");
    }
}
