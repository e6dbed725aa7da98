using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>
/// Starts to act for an organisation, from its SIREN. A SIREN is public: it opens nothing that others already have here. Those who act for
/// the organisation are told who asks, and invite or not.
/// </summary>
public sealed class JoinOrganisation(InessDbContext db, ICompanyRegister register, PortalAddress portal, TimeProvider time)
{
    /// <summary>Longest name of an organisation.</summary>
    public const int LongestName = 200;

    private static readonly TimeSpan BetweenRequests = TimeSpan.FromDays(1);

    /// <summary>Makes the person act for the organisation, if nobody else does.</summary>
    /// <param name="typedNumber">SIREN or SIRET, as typed.</param>
    /// <param name="typedName">Name as typed, used when the register gives none; null when it was not asked yet.</param>
    /// <param name="who">Who joins.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<JoinAnswer>> ExecuteAsync(string? typedNumber, string? typedName, Actor who, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null, cancellationToken) is not { } account) return Outcome.NotFound;
        var reading = CompanyNumber.Read(typedNumber, out var number);
        if (number is null) return Outcome.Refused(Refusal.Invalid, Advice(reading));
        var known = await db.Organisations
            .Include(found => found.Memberships.Where(membership => membership.LeftAt == null)).ThenInclude(membership => membership.Account)
            .SingleOrDefaultAsync(found => found.Siren == number.Siren, cancellationToken);
        if (known is null) return await CreateAsync(number, typedName, account, who, cancellationToken);
        if (known.Memberships.Exists(membership => membership.AccountId == account.Id)) return new JoinAnswer.Joined(known.Id, known.Name);
        if (known.Memberships.Count > 0) return await TellMembersAsync(known, account, who, cancellationToken);
        // What former members left behind is theirs, not of whoever knows the number.
        if (await db.Applications.AnyAsync(application => application.OrganisationId == known.Id && (application.Number != null || application.Status != Lifecycle.FileStatus.Withdrawn), cancellationToken))
            return Outcome.Refused(Refusal.NotAllowed, "Cette structure a des demandes ici et plus aucun membre. Écrivez au service de la Région qui instruit l'aide : il vérifiera que vous agissez pour elle.");
        db.Touch(known);
        return await SaveAsync(known, account, who, cancellationToken);
    }

    private async Task<Outcome<JoinAnswer>> CreateAsync(CompanyNumber number, string? typedName, Account account, Actor who, CancellationToken cancellationToken)
    {
        var search = await register.FindAsync(number, cancellationToken);
        var record = (search as CompanySearch.Found)?.Records.FirstOrDefault(found => found.Siren.Digits == number.Siren);
        var name = string.IsNullOrWhiteSpace(record?.Name) ? typedName?.Trim() : record.Name.Trim();
        if (string.IsNullOrEmpty(name)) return new JoinAnswer.NameNeeded(search is CompanySearch.Unavailable);
        if (name.Length > LongestName && record?.Name is null) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce nom : {LongestName} caractères au plus.");
        var now = time.Instant();
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Siren = number.Siren,
            Name = name.CutTo(LongestName),
            RegisterRecord = record is null ? null : CompanyRecordJson.Write(record),
            RegisterFetchedAt = record is null ? null : now,
            // A young undertaking enters the register after its number is given: it is asked again.
            RegisterDueAt = record is null ? now : null,
            CreatedAt = now,
        };
        db.Add(organisation);
        return await SaveAsync(organisation, account, who, cancellationToken);
    }

    private async Task<Outcome<JoinAnswer>> SaveAsync(Organisation organisation, Account account, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        db.Add(new Membership { Id = Guid.CreateVersion7(now), OrganisationId = organisation.Id, AccountId = account.Id, JoinedAt = now });
        try
        {
            await db.CommitAsync(new(who, "OrganisationJoined", Act.Organisation(organisation.Id)), cancellationToken);
            return new JoinAnswer.Joined(organisation.Id, organisation.Name);
        }
        catch (DbUpdateException)
        {
            // The number is unique: somebody else came in between.
            return Outcome.Refused(Refusal.Conflict, "Quelqu'un d'autre vient d'ajouter cette structure. Recommencez.");
        }
    }

    /// <summary>Tells the members who asks, once a day at most; the person learns nothing of them.</summary>
    private async Task<Outcome> TellMembersAsync(Organisation organisation, Account account, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        // Found again by the address: a name may be changed at will.
        var (ending, from) = ($" demande à rejoindre {organisation.Name} sur Iness", $"({account.Email})");
        var since = now - BetweenRequests;
        foreach (var member in organisation.Memberships.Select(membership => membership.Account!))
        {
            if (await db.Outbox.AnyAsync(mail => mail.To == member.Email && mail.CreatedAt > since && mail.Subject.EndsWith(ending) && mail.Body.Contains(from), cancellationToken)) continue;
            db.Add(OutboxMail.For(
                member,
                account.FullName + ending,
                $"Bonjour,\n\n{account.FullName} ({account.Email}) demande à agir avec vous pour {organisation.Name} (SIREN {organisation.SpacedSiren}) sur Iness.\n\n"
                + $"Si vous connaissez cette personne, invitez-la à cette adresse :\n{portal.Of("/structures")}\n\n"
                + "Sinon, n'en faites rien : elle ne voit rien de vos demandes.\n",
                now));
        }

        await db.CommitAsync(new(who, "InvitationAsked", Act.Organisation(organisation.Id)), cancellationToken);
        return Outcome.Refused(
            Refusal.NotAllowed,
            "Cette structure est déjà inscrite ici. Pour agir pour elle, demandez une invitation à un collègue qui en est membre : nous l'avons prévenu par courriel de votre demande.");
    }

    private static string Advice(CompanyNumber.Reading reading) => reading switch
    {
        CompanyNumber.Reading.Empty => "Écrivez le SIREN de votre structure.",
        CompanyNumber.Reading.WrongKey => "Ce numéro n'existe pas : un de ses chiffres est faux. Vérifiez-le.",
        _ => "Un SIREN a 9 chiffres, par exemple 362 521 879.",
    };
}
