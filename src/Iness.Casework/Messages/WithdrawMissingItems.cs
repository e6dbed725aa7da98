using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>
/// Stops awaiting what was asked of an organisation, because it is not needed after all or because the day given has passed: the two
/// months run again from that day, if they did not already (CRPA L114-5, L114-5-1), and the organisation is told why. An answer left with
/// two values keeps the one that stands, since nobody may choose any more: the other is quoted in a message of the file.
/// </summary>
public sealed class WithdrawMissingItems(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Stops.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">The officer.</param>
    /// <param name="version">The version of the application that the officer read.</param>
    /// <param name="reason">Why, told to the organisation.</param>
    /// <param name="twoValued">The answers with two values as the officer's page read them, each in a line with both values.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, int version, string reason, IReadOnlyList<string> twoValued, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(twoValued);
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return Outcome.Refused(Refusal.Invalid, $"Écrivez la raison, en {LongestReason} caractères au plus.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (application.Version != version) return Outcome.Refused(Refusal.Conflict, "Le dossier vient de changer. Relisez-le ; ce que vous avez écrit est gardé.");
        var now = time.Instant();
        if (application.Move(FileAction.StopAwaiting, who, now, reason) is { IsDone: false } refused) return refused;

        var all = await db.MissingItemsRequests.Include(request => request.Items).Where(request => request.ApplicationId == applicationId && !request.IsOnPayment).ToListAsync(cancellationToken);
        var open = all.FindAll(request => request.AnsweredAt is null);
        foreach (var request in open) request.AnsweredAt = now;
        var deadline = await db.DeadlineAsync(application, all, now.DayInParis(), cancellationToken);
        application.RespondBy = deadline.Day;
        var isSettled = await SettleAsync(application, who, twoValued, now, cancellationToken);
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Dossier {application.Number} : la Région n'attend plus d'éléments de vous", Body(application, open, reason, deadline.Clock?.Summary, isSettled), now, application.Id));
        await db.CommitAsync(new(who, "MissingItemsWithdrawn", Act.Application(application.Id), reason), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Keeps the value that stands of each answer with two, and says so in a message; whether there was any.</summary>
    private async Task<bool> SettleAsync(Application application, Actor who, IReadOnlyList<string> twoValued, DateTime now, CancellationToken cancellationToken)
    {
        var answers = await db.Answers.Where(found => found.ApplicationId == application.Id && found.OtherValue != null).ToListAsync(cancellationToken);
        if (answers.Count == 0) return false;
        foreach (var answer in answers) (answer.OtherValue, answer.OtherAt, answer.OtherBy) = (null, null, null);
        var body = $"Deux valeurs avaient été écrites à la même place sans que vous ayez choisi. La Région n'attendant plus rien de vous, la première reste et l'autre n'est pas retenue :\n\n{string.Join("\n", twoValued)}";
        const string ending = "\n\nSi ce n'est pas exact, répondez à ce message.";
        if (body.Length > Message.LongestBody - ending.Length) body = body[..(Message.LongestBody - ending.Length - 1)] + "…";
        db.Add(new Message { Id = Guid.CreateVersion7(now), ApplicationId = application.Id, AuthorId = who.AccountId!.Value, IsFromService = true, Body = body + ending, SentAt = now });
        return true;
    }

    private string Body(Application application, List<MissingItemsRequest> requests, string reason, string? clock, bool isSettled)
    {
        var asked = string.Join(" et ", requests.Select(request => $"le {French.Date(request.SentAt.DayInParis())}"));
        return $"Bonjour,\n\nLa Région n'attend plus ce qu'elle vous avait demandé {asked}, et reprend l'examen de votre demande avec ce qu'elle a. Vous n'avez rien à faire.\n\n"
            + $"La raison donnée : {reason}\n\n{(isSettled ? "Une réponse au moins avait deux valeurs : un message de votre espace dit laquelle reste.\n\n" : "")}{(clock is null ? "" : $"{clock}\n\n")}{portal.Of($"/demandes/{application.Id}/suivi")}\n";
    }
}
