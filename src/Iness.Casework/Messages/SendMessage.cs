using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Documents.Scanning;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Writes to the service about a filed application. The message goes with all its files, or not at all; who follows the file is told by mail.</summary>
public sealed class SendMessage(InessDbContext db, ReceiveFile receive, IDocumentStore store, IVirusScanner scanner, PortalAddress portal, TimeProvider time)
{
    /// <summary>The most files of one message.</summary>
    public const int MostFiles = 5;

    /// <summary>Writes it.</summary>
    /// <returns>The message.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, Actor who, string body, IReadOnlyList<SentFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(files);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var written = body.Trim();
        if (written.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez votre message.");
        if (written.Length > Message.LongestBody)
            return Outcome.Refused(Refusal.Invalid, $"Ce message est trop long ({written.Length} caractères) : {Message.LongestBody} au plus.");
        // Looked at before anything is received: nobody fills the store through an application that is not theirs.
        var application = await db.Applications.Of(account).AsNoTracking().SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (await WhyNotAsync(application, files.Count, cancellationToken) is { IsDone: false } refused) return refused;

        List<ReceivedFile.Kept> kept = [];
        var isNoted = false;
        try
        {
            if (await ReceiveAsync(files, kept, cancellationToken) is { IsDone: false } unfit) return unfit;
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(applicationId, cancellationToken);
            application = await db.Applications.Of(account).AsNoTracking().SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
            if (await WhyNotAsync(application, files.Count, cancellationToken) is { IsDone: false } late) return late;
            var now = time.Instant();
            var message = new Message { Id = Guid.CreateVersion7(now), ApplicationId = applicationId, AuthorId = account, IsFromService = false, Body = written, SentAt = now };
            db.Add(message);
            foreach (var file in kept)
            {
                var document = file.ToDocument(application!.OrganisationId, applicationId, DocumentKind.Other, account, scanner, now);
                document.MessageId = message.Id;
                db.Add(document);
            }

            foreach (var officer in await db.InChargeAsync(application!, cancellationToken))
                db.Add(OutboxMail.For(
                    officer,
                    $"Dossier {application!.Number} : un message du demandeur",
                    $"Bonjour,\n\nLe demandeur a écrit au sujet du dossier {application.Number}.\n\nLire le message et y répondre : {portal.Of($"/dossiers/{application.Number}/echanges")}#messages\n",
                    now,
                    applicationId));
            await db.CommitAsync(new(who, "MessageSent", Act.Application(applicationId)), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return message.Id;
        }
        finally
        {
            if (!isNoted) await ForgetAsync(kept);
        }
    }

    private async Task<Outcome> WhyNotAsync(Application? application, int files, CancellationToken cancellationToken)
    {
        if (application is null) return Outcome.NotFound;
        if (application.Number is null) return Outcome.Refused(Refusal.Conflict, "Déposez d'abord la demande : aucun agent ne suit encore un brouillon.");
        if (files > MostFiles) return Outcome.Refused(Refusal.Invalid, $"Un message a {MostFiles} fichiers au plus : envoyez les autres avec un second message.");
        if (files == 0) return Outcome.Done;
        var given = await db.Documents.CountAsync(document => document.ApplicationId == application.Id && document.RemovedAt == null && document.UploadedBy != null && !DocumentKinds.OfClaim.Contains(document.Kind), cancellationToken);
        return given + files <= AddDocument.Most ? Outcome.Done : Outcome.Refused(Refusal.Invalid, $"Cette demande ne peut pas avoir plus de {AddDocument.Most} pièces, et elle en a {given} : réunissez vos fichiers dans un PDF.");
    }

    /// <summary>Receives each file, and tells of every one that is not right.</summary>
    private async Task<Outcome> ReceiveAsync(IReadOnlyList<SentFile> files, List<ReceivedFile.Kept> kept, CancellationToken cancellationToken)
    {
        List<string> unfit = [];
        foreach (var file in files)
        {
            await using var content = file.Open();
            var received = await receive.ExecuteAsync(content, file.FileName, cancellationToken);
            if (received is ReceivedFile.Kept one) kept.Add(one);
            else unfit.Add(((ReceivedFile.Refused)received).Why.Sentence);
        }

        return unfit.Count == 0 ? Outcome.Done : Outcome.Refused(Refusal.Invalid, string.Join(" ", unfit));
    }

    private async Task ForgetAsync(List<ReceivedFile.Kept> kept)
    {
        foreach (var file in kept) await store.DeleteAsync(file.Content.Key, CancellationToken.None);
    }
}

/// <summary>A file sent with a message.</summary>
/// <param name="FileName">Its name, as given.</param>
/// <param name="Open">Opens its content.</param>
public sealed record SentFile(string? FileName, Func<Stream> Open);
