using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Asks the company register again about the undertaking of a file, and tells what changed. What was filed is not touched.</summary>
public sealed class RefreshFacts(InessDbContext db, ICompanyRegister register, TimeProvider time)
{
    /// <summary>Asks it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What changed since the last answer, each in words; none when nothing did.</returns>
    public async Task<Outcome<RegisterRefreshed>> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is null || !RightsTable.Allows(who.Role, Right.ReviewFiles)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas d'instruire un dossier.");
        var siren = await db.Applications.Where(found => found.Id == applicationId && found.Number != null).Select(found => found.Organisation!.Siren).SingleOrDefaultAsync(cancellationToken);
        if (siren is null) return Outcome.NotFound;
        CompanyNumber.Read(siren, out var number);
        // Nobody else waits for the register: it is asked before anything is locked.
        var search = number is null ? new CompanySearch.NothingKnown() : await register.FindAsync(number, cancellationToken);
        if (search is CompanySearch.Unavailable) return Outcome.Refused(Refusal.Conflict, "L'annuaire des entreprises n'a pas répondu. Rien n'a changé : essayez de nouveau dans quelques minutes.");
        var record = (search as CompanySearch.Found)?.Records.FirstOrDefault(found => found.Siren.Digits == siren);

        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var organisation = await db.Organisations.SingleAsync(found => found.Siren == siren, cancellationToken);
        var changes = record is null ? [] : FactsSideBySide.Changes(CompanyRecordJson.Read(organisation.RegisterRecord), record);
        (organisation.RegisterFetchedAt, organisation.RegisterDueAt) = (time.Instant(), null);
        if (record is not null) organisation.RegisterRecord = CompanyRecordJson.Write(record);
        try
        {
            await db.CommitAsync(new(who, "RegisterRead", Act.Organisation(organisation.Id), changes.Count == 0 ? null : string.Join(" ; ", changes)), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "La fiche de cette structure vient de changer : interrogez de nouveau l'annuaire.");
        }

        await transaction.CommitAsync(cancellationToken);
        return new RegisterRefreshed(record is not null, changes);
    }
}

/// <summary>What came of asking the register.</summary>
/// <param name="IsKnown">Whether it knows the undertaking.</param>
/// <param name="Changes">What changed since its last answer.</param>
public sealed record RegisterRefreshed(bool IsKnown, IReadOnlyList<string> Changes);
