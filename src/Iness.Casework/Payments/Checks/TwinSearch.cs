using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Checks;

/// <summary>Looks for the invoices of a claim over all files.</summary>
internal static class TwinSearch
{
    public static async Task<IReadOnlyList<InvoiceTwin>> TwinsAsync(this InessDbContext db, PaymentClaim claim, Guid organisationId, IReadOnlyList<ClaimedInvoice> invoices, Dictionary<Guid, string> shas, CancellationToken cancellationToken)
    {
        if (invoices.Count == 0) return [];
        var identities = invoices.Select(invoice => invoice.Identity).OfType<string>().ToList();
        var (hashes, days, totals) = (invoices.Select(invoice => shas.GetValueOrDefault(invoice.DocumentId)).OfType<string>().ToList(), invoices.Select(invoice => invoice.IssuedOn).OfType<DateOnly>().ToList(), invoices.Select(invoice => invoice.GrandTotal).ToList());
        var isByName = invoices.Any(invoice => invoice.SupplierId is null);
        var all =
            from invoice in db.ClaimedInvoices
            join document in db.Documents on invoice.DocumentId equals document.Id
            join other in db.PaymentClaims on invoice.ClaimId equals other.Id
            join application in db.Applications on other.ApplicationId equals application.Id
            where invoice.RemovedAt == null
            select new Candidate
            {
                Id = invoice.Id,
                ClaimId = invoice.ClaimId,
                Identity = invoice.Identity,
                TellsSupplier = invoice.SupplierId != null,
                Sha256 = document.Sha256,
                Number = invoice.Number,
                IssuedOn = invoice.IssuedOn,
                GrandTotal = invoice.GrandTotal,
                AddedAt = invoice.AddedAt,
                IsFiled = other.Receipt != null,
                IsSetAside = invoice.Lines.Any() && invoice.Lines.All(line => line.Retained == Money.Zero),
                IsRetained = invoice.Lines.Any(line => line.Retained != null && line.Retained != Money.Zero),
                OrganisationId = application.OrganisationId,
                FileNumber = application.Number ?? "",
            };
        // Four searches in one question: each uses its index. The last one is of the same organisation, for those typed without their supplier.
        var candidates = await all.Where(found => found.Identity != null && identities.Contains(found.Identity))
            .Concat(all.Where(found => hashes.Contains(found.Sha256)))
            .Concat(all.Where(found => found.IssuedOn != null && days.Contains(found.IssuedOn.Value) && totals.Contains(found.GrandTotal)))
            .Concat(all.Where(found => found.OrganisationId == organisationId && (isByName || !found.TellsSupplier))).ToListAsync(cancellationToken);
        var others = candidates.DistinctBy(found => found.Id).ToList();
        return
        [
            .. from invoice in invoices
            from other in others
            where other.Id != invoice.Id && KindOf(invoice, shas.GetValueOrDefault(invoice.DocumentId), other, organisationId) is not null
            orderby other.AddedAt, other.Id
            select new InvoiceTwin(invoice.Id, other.Id, KindOf(invoice, shas.GetValueOrDefault(invoice.DocumentId), other, organisationId)!.Value, other.FileNumber)
            {
                IsInSameClaim = other.ClaimId == claim.Id,
                IsOfSameOrganisation = other.OrganisationId == organisationId,
                IsFiled = other.IsFiled,
                IsSetAside = other.IsSetAside,
                IsRetained = other.IsRetained,
                CameFirst = other.AddedAt < invoice.AddedAt || (other.AddedAt == invoice.AddedAt && other.Id.CompareTo(invoice.Id) < 0),
            },
        ];
    }

    private static TwinKind? KindOf(ClaimedInvoice invoice, string? sha256, Candidate other, Guid organisationId)
    {
        if (sha256 is not null && sha256 == other.Sha256) return TwinKind.SameFile;
        if (invoice.Identity is not null && invoice.Identity == other.Identity) return TwinKind.SameNumber;
        if (InvoiceIdentity.NumberKey(invoice.Number) is not { Length: > 0 } number || number != InvoiceIdentity.NumberKey(other.Number)) return null;
        if (invoice.IssuedOn is not null && invoice.IssuedOn == other.IssuedOn && invoice.GrandTotal is not null && invoice.GrandTotal == other.GrandTotal) return TwinKind.Alike;
        return other.OrganisationId == organisationId && (invoice.SupplierId is null || !other.TellsSupplier) ? TwinKind.NumberAlone : null;
    }

    private sealed class Candidate
    {
        public required Guid Id { get; init; }

        public required Guid ClaimId { get; init; }

        public required string? Identity { get; init; }

        public required bool TellsSupplier { get; init; }

        public required string Sha256 { get; init; }

        public required string? Number { get; init; }

        public required DateOnly? IssuedOn { get; init; }

        public required Money? GrandTotal { get; init; }

        public required DateTime AddedAt { get; init; }

        public required bool IsFiled { get; init; }

        public required bool IsSetAside { get; init; }

        public required bool IsRetained { get; init; }

        public required Guid OrganisationId { get; init; }

        public required string FileNumber { get; init; }
    }
}
