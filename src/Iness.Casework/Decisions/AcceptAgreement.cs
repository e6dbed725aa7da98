using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>The beneficiary concludes the agreement offered: online, or by the copy signed on paper.</summary>
public sealed class AcceptAgreement(InessDbContext db, DrawAgreement draw, ReceiveFile receive, IDocumentStore store, IVirusScanner scanner, TimeProvider time)
{
    /// <summary>Longest capacity.</summary>
    public const int LongestCapacity = 100;

    /// <summary>Accepts it online, in the name of the person signed in.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string capacity, Actor who, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        if (string.IsNullOrWhiteSpace(capacity) || capacity.Length > LongestCapacity) return Outcome.Refused(Refusal.Invalid, "Indiquez votre qualité, par exemple « présidente ».");
        if (await db.GrantToAgreeOnAsync(applicationId, cancellationToken) is not { } grant) return Late;
        var name = (await db.Users.AsNoTracking().SingleAsync(account => account.Id == who.AccountId, cancellationToken)).FullName;
        var now = time.Instant();
        return await draw.ExecuteAsync(
            grant, new(name, capacity.Trim(), now), now, new(who, "AgreementAccepted", Act.Application(applicationId)), _ => WhyNotAsync(applicationId, who, cancellationToken), cancellationToken);
    }

    /// <summary>Takes in the copy signed on paper.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string? fileName, Stream content, Actor who, CancellationToken cancellationToken)
    {
        // Looked at before the content is received: nobody fills the store through an application that is not theirs.
        if (await WhyNotAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        if (await db.GrantToAgreeOnAsync(applicationId, cancellationToken) is null) return Late;
        var received = await receive.ExecuteAsync(content, fileName, cancellationToken);
        if (received is not ReceivedFile.Kept kept) return Outcome.Refused(Refusal.Invalid, ((ReceivedFile.Refused)received).Why.Sentence);
        var isNoted = false;
        try
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(applicationId, cancellationToken);
            if (await WhyNotAsync(applicationId, who, cancellationToken) is { IsDone: false } late) return late;
            var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == applicationId, cancellationToken);
            var document = kept.ToDocument(application.OrganisationId, applicationId, DocumentKind.Other, who.AccountId!.Value, scanner, time.Instant());
            document.Kind = Agreement.SignedKind;
            db.Add(document);
            await db.CommitAsync(new(who, "AgreementSigned", Act.Application(applicationId), $"{document.FileName}, {document.Sha256}"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return Outcome.Done;
        }
        finally
        {
            if (!isNoted) await store.DeleteAsync(kept.Content.Key, CancellationToken.None);
        }
    }

    private static readonly Outcome Late = Outcome.Refused(Refusal.Conflict, "Cette convention ne peut plus être acceptée : le dossier a avancé depuis.");

    private async Task<Outcome> WhyNotAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || !await db.Applications.Of(account).AnyAsync(found => found.Id == applicationId, cancellationToken)) return Outcome.NotFound;
        if (await db.AgreementAsync(applicationId, cancellationToken) is not { } agreement) return Outcome.NotFound;
        return agreement.Concluded is null ? Outcome.Done : Outcome.Refused(Refusal.Conflict, $"Cette convention est déjà {agreement.State}.");
    }
}
