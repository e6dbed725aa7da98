using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>A bank account typed.</summary>
/// <param name="Holder">Its holder, as the bank writes it.</param>
/// <param name="Iban">IBAN.</param>
/// <param name="Bic">BIC.</param>
public sealed record TypedAccount(string Holder, string Iban, string Bic)
{
    private string CompactIban => Claims.Iban.Compact(Iban);

    /// <summary>What is wrong with it; null for nothing.</summary>
    internal string? WhyNot()
    {
        if (Holder.Length is 0 or > ClaimedInvoice.LongestName) return "Écrivez le titulaire du compte, comme sur le RIB.";
        if (!Claims.Iban.TryParse(Iban, out _, out var why)) return why;
        return Claims.Bic.Parse(Bic) is null ? "Écrivez le BIC en 8 ou 11 caractères, comme sur le RIB." : null;
    }

    /// <summary>Whether a known account is the same.</summary>
    internal bool Is(BankAccount account) => account.Iban == CompactIban && account.Bic == Claims.Bic.Parse(Bic) && account.Holder == Holder;

    internal BankAccount ToBankAccount(Guid organisation, Guid document, Guid? replaces, Guid by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = organisation,
        Holder = Holder,
        Iban = CompactIban,
        Bic = Claims.Bic.Parse(Bic)!,
        DocumentId = document,
        GivenAt = now,
        GivenBy = by,
        ReplacesId = replaces,
    };
}

/// <summary>The accounts of an organisation.</summary>
public static class BankAccounts
{
    /// <summary>
    /// The account that officers last accepted: the first one once checked, a change once confirmed; null when none was. One that the bank
    /// or an officer refused since still counts: what comes in its place is a change.
    /// </summary>
    public static Task<BankAccount?> ConfirmedAccountAsync(this InessDbContext db, Guid organisationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.BankAccounts.AsNoTracking().Where(account => account.OrganisationId == organisationId && (account.ConfirmedAt != null || (account.CheckedAt != null && account.ReplacesId == null)))
            .OrderByDescending(account => account.ConfirmedAt ?? account.CheckedAt).FirstOrDefaultAsync(cancellationToken);
    }
}
