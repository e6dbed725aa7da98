using Iness.Casework.Audit;
using Iness.Casework.Persistence;

namespace Iness.Casework.Documents;

/// <summary>Notes from when until when a document is valid: an approval, for instance.</summary>
public sealed class SetDocumentValidity(InessDbContext db, TimeProvider time)
{
    /// <summary>Notes both days.</summary>
    public Task<Outcome> ExecuteAsync(Guid applicationId, Guid documentId, DateOnly from, DateOnly until, Actor who, CancellationToken cancellationToken) =>
        db.ChangeDocumentAsync((applicationId, documentId), who, (_, document) =>
        {
            if (until < from) return Outcome.Refused(Refusal.Invalid, "La date de fin vient avant la date de début.");
            (document.ValidFrom, document.ValidUntil) = (from, until);
            return Outcome.Done;
        }, (time.Instant(), "DocumentValiditySet"), cancellationToken);
}
