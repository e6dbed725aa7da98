using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Closes, each day, the accounts of applicants that were never confirmed or that nobody has used for years; docs/retention.md says why. The owner of a used one is warned first.</summary>
public sealed class PurgeAccounts(InessDbContext db, CloseAccount close, PortalAddress portal, TimeProvider time) : ITimedWork
{
    private const int Batch = 100;
    private const int MonthsBeforeWarning = 35;
    private const int MonthsAfterWarning = 1;
    private static readonly TimeSpan ToConfirm = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public string Name => "purge-accounts";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    private IQueryable<Account> Open => db.Users.Where(account => account.Role == Role.Applicant && account.ClosedAt == null);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var (warnedBefore, createdBefore) = (now.AddMonths(-MonthsAfterWarning), now - ToConfirm);
        var warned = await WarnAsync(now, cancellationToken);
        // Signing in takes the warning back: an account still warned was not used since.
        var unused = await CloseAsync(Open.Where(account => account.WarnedAt <= warnedBefore), cancellationToken);
        var unconfirmed = await CloseAsync(Open.Where(account => !account.EmailConfirmed && account.CreatedAt <= createdBefore), cancellationToken);
        return $"Comptes annoncés : {warned}, fermés faute d'usage : {unused}, jamais confirmés : {unconfirmed}.";
    }

    private async Task<int> WarnAsync(DateTime now, CancellationToken cancellationToken)
    {
        var idle = now.AddMonths(-MonthsBeforeWarning);
        var accounts = await Open.Where(account => account.EmailConfirmed && account.WarnedAt == null && (account.LastSignInAt ?? account.CreatedAt) <= idle)
            .OrderBy(account => account.CreatedAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var account in accounts)
        {
            account.WarnedAt = now;
            db.Add(Warning(account, now));
            await db.CommitAsync(new(Actor.System, "AccountExpiryAnnounced", Act.Account(account.Id)), cancellationToken);
        }

        return accounts.Count;
    }

    /// <summary>Goes through all of them, in slices: those who must stay (the last of a file that goes on) do not hide those behind.</summary>
    private async Task<int> CloseAsync(IQueryable<Account> accounts, CancellationToken cancellationToken)
    {
        var closed = 0;
        for (var last = Guid.Empty; ;)
        {
            var after = last;
            var slice = await accounts.Where(account => account.Id.CompareTo(after) > 0).OrderBy(account => account.Id).Select(account => account.Id).Take(Batch).ToListAsync(cancellationToken);
            if (slice.Count == 0) return closed;
            foreach (var id in slice)
            {
                if ((await close.ExecuteUnusedAsync(id, cancellationToken)).IsDone) closed++;
                db.ChangeTracker.Clear();
            }

            last = slice[^1];
        }
    }

    private OutboxMail Warning(Account account, DateTime now) => OutboxMail.For(
        account,
        "Votre compte Iness va être fermé",
        $"""
        Bonjour,

        Vous ne vous êtes pas connecté à Iness depuis bientôt trois ans. Sans connexion de votre part, votre compte sera fermé dans un mois et ses données
        personnelles effacées. Les demandes déposées par votre structure restent à la Région.

        Pour garder votre compte, connectez-vous une fois :
        {portal.Of("/connexion")}

        """,
        now);
}
