using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Retaining;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>
/// Corrects a slip in what the applicant typed. The log keeps both values, the applicant reads them with the reason in the messages of the
/// file and is told by mail, and what was filed is never changed.
/// </summary>
public sealed class CorrectAnswers(InessDbContext db, TimeProvider time, PortalAddress portal)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Corrects it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="slip">What is corrected.</param>
    /// <param name="who">Who corrects.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, SlipCorrection slip, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slip);
        if (slip.WhyNot() is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var (application, now) = (taken.Value, time.Instant());
        if (db.OpenForReview(application, who, now) is { IsDone: false } refused) return refused;

        var before = await RetainableFacts.CurrentAsync(db, applicationId, cancellationToken);
        var keys = slip.Values.Keys.ToList();
        var stored = await db.Answers.Where(answer => answer.ApplicationId == applicationId && keys.Contains(answer.Key)).ToDictionaryAsync(answer => answer.Key, cancellationToken);
        foreach (var (key, value) in slip.Values) Put(application, stored, key, value, who.AccountId!.Value, now);
        if (slip.Values.TryGetValue(Answer.TitleKey, out var title)) application.Title = title;
        application.AnswersRevision++;
        var words = $"{string.Join("\n", slip.Changes)}\n\nMotif : {slip.Reason.Trim()}";
        var message = new Message
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            AuthorId = who.AccountId!.Value,
            IsFromService = true,
            Body = $"Nous avons corrigé une erreur de saisie dans votre demande :\n\n{words}\n\nSi cette correction n'est pas exacte, répondez à ce message.",
            SentAt = now,
        };
        db.Add(message);
        await CountAsync(applicationId, slip, before, who.AccountId!.Value, now, cancellationToken);
        await TellAsync(application, now, cancellationToken);
        await db.CommitAsync(new(who, "AnswersCorrected", Act.Application(applicationId), words), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    // What an officer corrects is what the computation rests on, with the reason given; the rest of what was retained stays. What the
    // applicant changed besides, and nobody has looked at, still waits for an officer to say whether it counts.
    private async Task CountAsync(Guid applicationId, SlipCorrection slip, Dictionary<string, string>? before, Guid by, DateTime now, CancellationToken cancellationToken)
    {
        if (slip.Facts is null || await FileUnderReview.LoadAsync(db, applicationId, cancellationToken) is not { } file) return;
        var retained = file.RetainedFacts;
        if (RetainableFacts.HasChanged(retained?.Answers ?? file.Filing.Answers, before)) return;
        var after = new Dictionary<string, string>(before ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in slip.Values) after[key] = value;
        await db.RetainAsync(file, new(slip.Facts, retained is { UsesKnownAid: true }, retained is { UsesOwnFiles: true }, slip.Reason.Trim()), after, by, now, cancellationToken);
    }

    private void Put(Application application, Dictionary<string, Answer> stored, string key, string value, Guid by, DateTime now)
    {
        if (stored.TryGetValue(key, out var answer))
        {
            (answer.Value, answer.SavedAt, answer.SavedBy) = (value, now, by);
            answer.Revision++;
        }
        else
        {
            db.Add(new Answer { ApplicationId = application.Id, Key = key, Value = value, Revision = 1, SavedAt = now, SavedBy = by });
        }
    }

    private async Task TellAsync(Application application, DateTime now, CancellationToken cancellationToken)
    {
        var contact = await db.Users.SingleAsync(account => account.Id == application.ContactId, cancellationToken);
        // A closed account has no address any more: the message waits on the portal for the others of the organisation.
        if (contact.ClosedAt is not null || contact.Email is null) return;
        db.Add(OutboxMail.For(
            contact,
            $"Demande {application.Number} : une erreur de saisie a été corrigée",
            $"Bonjour,\n\nLa Région Hauts-de-France a corrigé une erreur de saisie dans votre demande {application.Number}.\n\nVoir ce qui a changé, et y répondre : {portal.Of($"/demandes/{application.Id}/suivi")}#messages\n",
            now,
            application.Id));
    }
}

/// <summary>A correction of a slip, as an officer asks for it.</summary>
/// <param name="Values">The answers changed, each with its new value.</param>
/// <param name="Changes">The same in words, a line each, with what stood before.</param>
/// <param name="Reason">Why; the applicant reads it.</param>
public sealed record SlipCorrection(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Changes, string Reason)
{
    /// <summary>The facts of all the answers once corrected: they are retained for the computation; null for answers that are no facts of it.</summary>
    public AssessmentRequest? Facts { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? WhyNot() =>
        string.IsNullOrWhiteSpace(Reason) ? "Écrivez le motif : le demandeur le lira."
        : Reason.Trim().Length > CorrectAnswers.LongestReason ? $"Raccourcissez ce motif : {CorrectAnswers.LongestReason} caractères au plus."
        : Values.Count == 0 || Changes.Count == 0 ? "Rien n'est corrigé : changez une réponse, ou revenez au dossier."
        : Values.Values.Any(value => value.Length > Answer.LongestValue) ? $"Raccourcissez ce texte : {Answer.LongestValue} caractères au plus."
        : Changes.Sum(change => change.Length) > Message.LongestBody - 1000 ? "Corrigez moins de réponses à la fois : le message au demandeur serait trop long."
        : null;
}
