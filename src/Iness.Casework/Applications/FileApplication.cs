using System.Text;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Jobs;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Applications;

/// <summary>
/// Files an application: its number, what was filed, the acknowledgement and its mail, all in one transaction or not at all. Asked
/// twice (a double click, a page sent again), it gives the number it gave.
/// </summary>
public sealed class FileApplication(InessDbContext db, TimeProvider time, IOptions<ServiceInCharge> service, PortalAddress portal)
{
    // Filing one of the two would lose the other without a word.
    private const string TwoValues = "Une réponse au moins a deux valeurs : choisissez laquelle garder, puis déposez la demande.";

    /// <summary>Files it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">Who files.</param>
    /// <param name="revision">The revision of the answers that was read before filing: what is filed is what was read.</param>
    /// <param name="read">Reads the facts from the answers, those of the transaction.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its number.</returns>
    public async Task<Outcome<string>> ExecuteAsync(
        Guid applicationId, Actor who, int revision, Func<Application, FiledFacts> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (who.AccountId is not { } account) return Outcome.NotFound;

        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account)
            .Include(found => found.Organisation)
            .Include(found => found.Answers)
            .SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (application.Number is { } number) return number;

        var now = time.Instant();
        if (application.Status != FileStatus.Draft) return application.Move(FileAction.File, who, now);
        if (application.AnswersRevision != revision)
            return Outcome.Refused(Refusal.Conflict, "La demande a changé depuis que vous l'avez relue, dans une autre fenêtre ou par un collègue. Relisez-la, puis déposez-la.");
        if (application.Answers.Exists(answer => answer.OtherValue is not null)) return Outcome.Refused(Refusal.Conflict, TwoValues);
        var facts = read(application);
        if (!facts.IsDeclared)
            return Outcome.Refused(Refusal.Invalid, "Pour déposer, déclarez que la demande est exacte et que vous pouvez engager la structure.");
        if (application.Move(FileAction.File, who, now) is { IsDone: false } refused) return refused;

        application.Number = await db.NextFileNumberAsync(now.DayInParis().Year, cancellationToken);
        application.FiledAt = now;
        application.ChangedAt = now;
        await KeepAsync(application, facts, account, now, cancellationToken);
        try
        {
            await db.CommitAsync(new(who, "ApplicationFiled", Act.Application(application.Id), application.Number), cancellationToken);
            // What the register said already; what it has still to say is compared when it answers (RefreshRegister).
            if (CompanyRecordJson.Read(application.Organisation!.RegisterRecord) is { } record) await db.NoteDifferencesAsync(application, record, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "La demande vient d'être modifiée. Relisez-la, puis déposez-la.");
        }

        await transaction.CommitAsync(cancellationToken);
        return application.Number;
    }

    /// <summary>Keeps what was filed, whole, and writes to the person who follows the file.</summary>
    private async Task KeepAsync(Application application, FiledFacts facts, Guid account, DateTime now, CancellationToken cancellationToken)
    {
        var people = await db.Users.Where(person => person.Id == account || person.Id == application.ContactId).ToListAsync(cancellationToken);
        var documents = await db.Documents.AsNoTracking()
            .Where(document => document.ApplicationId == application.Id && document.RemovedAt == null)
            .Union(db.Mandates().Where(mandate => mandate.OrganisationId == application.OrganisationId))
            .OrderBy(document => document.UploadedAt)
            .ToListAsync(cancellationToken);
        var receipt = FilingReceipt.Of(application, facts, people.Single(person => person.Id == account).FullName, documents);
        var letter = receipt.ToLetter(service.Value);
        var assessment = facts.Assessment;
        application.RespondBy = receipt.ImplicitRejectionOn;
        application.Listing = FileListings.Of(application, application.Organisation!, assessment);
        db.Add(new Filing
        {
            ApplicationId = application.Id,
            At = now,
            By = account,
            Facts = Written(writer => AssessmentRequestWriter.Write(writer, assessment.Request)),
            Assessment = Written(writer => AssessmentAnswerWriter.Write(writer, assessment)),
            Answers = Filing.Written(application.Answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Value))),
            Regulation = assessment.Parameters.Version,
            Verdict = assessment.Verdict,
            Claimed = assessment.Costs.Claimed,
            Eligible = assessment.Costs.Eligible,
            Aid = assessment.Aid.Amount,
            Acknowledgement = LetterHtml.Write(letter),
            RejectionOn = receipt.ImplicitRejectionOn,
        });
        db.Add(OutboxMail.For(
            people.Single(person => person.Id == application.ContactId),
            letter.Title,
            $"{LetterText.Write(letter)}\n\nSuivre votre demande : {portal.Of($"/demandes/{application.Id}/suivi")}\n",
            now,
            application.Id));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, AssessmentAnswerWriter.Options)) write(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
