using System.Text.Json;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>Reads, for the claims of a batch, all that its file says of them.</summary>
internal static class GatherLiquidation
{
    private const string AddressKey = "adresse";

    /// <summary>The claims with their accounts and what the file says, by number; what may no longer be paid is left out, with its reason.</summary>
    public static async Task<Gathered> GatherAsync(this InessDbContext db, IReadOnlyList<SettledClaim> settled, CancellationToken cancellationToken)
    {
        var (claimIds, ids) = (settled.Select(claim => claim.ClaimId).ToList(), settled.Select(claim => claim.ApplicationId).ToList());
        var claims = await db.PaymentClaims.AsNoTracking().Include(claim => claim.Invoices).Where(claim => claimIds.Contains(claim.Id)).ToDictionaryAsync(claim => claim.Id, cancellationToken);
        var files = await db.Applications.AsNoTracking().Where(application => ids.Contains(application.Id))
            .Select(application => new { application.Id, application.Title, application.Organisation!.Name, application.Organisation.Siren, application.Listing!.Siret, application.Filing!.Answers })
            .ToDictionaryAsync(file => file.Id, cancellationToken);
        var decisions = (await db.Decisions.AsNoTracking().Where(decision => ids.Contains(decision.ApplicationId) && decision.Kind == DecisionKind.Grant)
            .Select(decision => new { decision.ApplicationId, decision.At, decision.On, decision.LetterSha256 }).ToListAsync(cancellationToken)).ToLookup(decision => decision.ApplicationId);
        var accountIds = claims.Values.Select(claim => claim.BankAccountId).OfType<Guid>().ToList();
        var accounts = await db.BankAccounts.AsNoTracking().Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancellationToken);
        var lists = (await db.Documents.AsNoTracking()
            .Where(document => document.ApplicationId != null && ids.Contains(document.ApplicationId.Value) && document.Kind == nameof(DocumentKind.AccountantList) && document.RemovedAt == null && document.Scan != ScanState.Infected)
            .Select(document => new { document.ApplicationId, document.Id, document.FileName, document.Sha256, document.UploadedAt }).ToListAsync(cancellationToken)).ToLookup(document => document.ApplicationId);
        var wanted = claims.Values.SelectMany(claim => DocumentsOf(claim, claim.BankAccountId is { } id ? accounts[id] : null)).Distinct().ToList();
        var documents = await db.Documents.AsNoTracking().Where(document => wanted.Contains(document.Id)).Select(document => new { document.Id, document.FileName, document.Sha256 }).ToDictionaryAsync(document => document.Id, cancellationToken);
        var people = claims.Values.Select(claim => claim.ValidatedBy).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.FullName, cancellationToken);

        var gathered = new Gathered([], []);
        foreach (var one in settled.OrderBy(claim => claim.Number, StringComparer.Ordinal))
        {
            var (claim, file, decision) = (claims[one.ClaimId], files[one.ApplicationId], decisions[one.ApplicationId].MaxBy(found => found.At)!);
            var account = claim.BankAccountId is { } id ? accounts[id] : null;
            if (account.WhyNotPaid() is { IsDone: false } unsure)
            {
                gathered.LeftOut.Add($"{one.Number} : {unsure.Message}");
                continue;
            }

            var item = new LiquidationItem
            {
                FileNumber = one.Number,
                CommitmentNumber = $"{one.BudgetYear}/{one.Number}",
                OrderNumber = one.Number,
                OrderDate = decision.On,
                Siret = file.Siret ?? file.Siren,
                Name = OneLine(file.Name),
                Address = AddressIn(file.Answers),
                AccountHolder = account!.Holder,
                Iban = account.Iban,
                Bic = account.Bic,
                Amount = one.Payable,
                Object = ObjectOf(one.Number, file.Title),
                ClaimCompleteOn = claim.CompleteOn!.Value,
                Documents =
                [
                    new($"arrete-{one.Number}", decision.LetterSha256),
                    .. DocumentsOf(claim, account).Distinct().Where(documents.ContainsKey).Select(document => new LiquidationDocument(documents[document].FileName, documents[document].Sha256)),
                    // Certified by an accountant, it stands for every proof of payment.
                    .. claim.IsAccountantListed == true ? lists[one.ApplicationId].OrderBy(list => list.UploadedAt).Select(list => new LiquidationDocument(list.FileName, list.Sha256)) : [],
                ],
                ValidatedBy = claim.ValidatedBy is { } validator ? names.GetValueOrDefault(validator, "") : "",
                ValidatedOn = claim.ValidatedAt!.Value.DayInParis(),
            };
            gathered.Lines.Add((one, account, item));
        }

        return gathered;
    }

    /// <summary>What a payment is for, on one line that a bank carries.</summary>
    internal static string ObjectOf(string number, string? title)
    {
        return OneLine($"{Scheme.Name} {number} {title}").Trim().CutTo(LiquidationItem.LongestObject).TrimEnd();
    }

    private static IEnumerable<Guid> DocumentsOf(PaymentClaim claim, BankAccount? account)
    {
        foreach (var invoice in claim.Invoices.Where(invoice => invoice.RemovedAt is null).OrderBy(invoice => invoice.AddedAt))
        {
            yield return invoice.DocumentId;
            if (invoice.ProofDocumentId is { } proof) yield return proof;
        }

        if (account is not null) yield return account.DocumentId;
    }

    private static string AddressIn(string answers)
    {
        using var json = JsonDocument.Parse(answers);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(AddressKey, out var typed) && typed.ValueKind == JsonValueKind.String
            ? string.Join(", ", typed.GetString()!.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(OneLine))
            : "";
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}

/// <summary>What a batch holds, and what could not go into it.</summary>
internal sealed record Gathered(List<(SettledClaim Claim, BankAccount Account, LiquidationItem Item)> Lines, List<string> LeftOut);
