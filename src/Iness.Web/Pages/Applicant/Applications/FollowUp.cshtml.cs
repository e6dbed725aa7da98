using Iness.Casework.Applications;
using Iness.Casework.Deadlines;
using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Web.Applying;
using Iness.Web.Applying.Attachments;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>Where a filed application stands: what is awaited, from whom, by when, and what happened.</summary>
[RequestSizeLimit(DocumentWords.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentWords.LargestRequest)]
public sealed class FollowUpModel(InessDbContext db, SendMessage send, ReadMessages read, AnswerMissingItems answer, TimeProvider time) : FiledPage(db)
{
    private const string Body = "message";
    private const string Files = "fichiers";
    private const string Rest = "reste";
    private static readonly Field[] CannotSend = [new CheckboxesField(Rest, "S'il manque quelque chose", [new("oui", "Je ne peux pas fournir le reste")], "La Région examinera votre demande avec ce qu'elle a.")];

    /// <summary>What happened, the last at the end.</summary>
    public IReadOnlyList<StatusChange> History { get; private set; } = [];

    /// <summary>What the service asked for, the last at the end.</summary>
    public IReadOnlyList<MissingItemsRequest> Requests { get; private set; } = [];

    /// <summary>The letters of these requests, in their order; null for one that has none.</summary>
    public IReadOnlyList<StoredDocument?> Letters { get; private set; } = [];

    /// <summary>The two months, of the application or of an appeal; null once the Région has answered, or no longer has to.</summary>
    public ResponseClock? Clock { get; private set; }

    /// <summary>Whether a decision was notified.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>Whether something was taken off the aid, or asked back, or is meant to be, or the aid lapsed.</summary>
    public bool HasRecovery { get; private set; }

    /// <summary>Whether a grant is in force, of which there is a certificate.</summary>
    public bool HasCertificate { get; private set; }

    /// <summary>Last day to give observations on what the Région means to do; null when none are awaited.</summary>
    public DateOnly? HearUntil { get; private set; }

    /// <summary>What is awaited from the organisation now.</summary>
    public IEnumerable<MissingItemsRequest> Awaited => Application.Status == FileStatus.Incomplete ? Requests.Where(request => request is { AnsweredAt: null, IsOnPayment: false }) : [];

    /// <summary>Whether something is awaited for the payment.</summary>
    public bool AwaitedOnPayment => Requests.Any(request => request is { AnsweredAt: null, IsOnPayment: true });

    /// <summary>Whether the payment was claimed.</summary>
    public bool HasClaim { get; private set; }

    /// <summary>The messages, the last at the end.</summary>
    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    /// <summary>What the service ruled and corrected so far.</summary>
    public Retained Retained { get; private set; } = Retained.Nothing;

    /// <summary>The form of a new message.</summary>
    public FormView Form { get; private set; } = new(Fields(null), []);

    /// <summary>The form that tells that all was sent: it asks whether something cannot be, only while something was not.</summary>
    public FormView Answering { get; private set; } = new([], []);

    /// <summary>What is wrong with the files of a message; null for nothing.</summary>
    public string? FilesError => Form.Errors.FirstOrDefault(error => error.Name == Files)?.Message;

    /// <summary>What is wrong in a form of the page.</summary>
    public FormView Summary => Answering.Errors.Count > 0 ? Answering : Form;

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (Messages.Any(message => message.IsNew)) await read.ExecuteAsync(Application.Id, Me, HttpContext.RequestAborted);
    }

    /// <summary>Writes to the service.</summary>
    public async Task<IActionResult> OnPostMessageAsync(List<IFormFile> fichiers)
    {
        var form = new FormReader(Request.Form);
        var body = form.Required(Body, Message.LongestBody, "Écrivez votre message.");
        if (body is not null)
        {
            var sent = await send.ExecuteAsync(Application.Id, Me, body, [.. fichiers.Select(file => new SentFile(file.FileName, file.OpenReadStream))], HttpContext.RequestAborted);
            if (sent.IsDone) return Redirect($"{FollowUp}#message-{sent.Value}");
            if (sent.Refusal != Casework.Refusal.Invalid) return Refused(sent.Message, sent.Refusal);
            form.Refuse(Files, sent.Message!);
        }

        Form = new(Fields(form.Values[Body]), form.Errors);
        ViewData["HasErrors"] = true;
        await ReadAsync();
        return Page();
    }

    /// <summary>Tells the service that all was sent, or what cannot be.</summary>
    public async Task<IActionResult> OnPostAnswerAsync()
    {
        var answered = await answer.ExecuteAsync(Application.Id, Me, Request.Form[Rest] == "oui", HttpContext.RequestAborted);
        if (answered.IsDone) return Redirect(FollowUp);
        if (answered.Refusal != Casework.Refusal.Invalid) return Refused(answered.Message, answered.Refusal);
        await ReadAsync();
        Answering = Answering with { Errors = [new(Rest, answered.Message!)] };
        ViewData["HasErrors"] = true;
        return Page();
    }

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(Body, "Écrire au service", "Au plus 5 000 caractères. N'y écrivez ni mot de passe ni coordonnées bancaires.") { Value = typed, Rows = 5, MaxLength = Message.LongestBody }];

    private async Task ReadAsync()
    {
        var stop = HttpContext.RequestAborted;
        Retained = await Retained.ReadAsync(Db, Application, stop);
        // In the order of their identifiers, which is that of time even within one instant.
        History = await Db.StatusChanges.AsNoTracking().Where(change => change.ApplicationId == Application.Id).OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(stop);
        Requests = await Db.MissingItemsRequests.AsNoTracking().Include(request => request.Items)
            .Where(request => request.ApplicationId == Application.Id).OrderBy(request => request.SentAt).ThenBy(request => request.Id).ToListAsync(stop);
        var exchanged = await Db.ExchangedDocumentsAsync(Application.Id, stop);
        Letters = [.. Requests.Select((_, place) => SentRequests.LetterOf(exchanged, Application.Number!, place))];
        Answering = new(Awaited.Any(request => request.Items.Exists(item => item.ProducedAt is null)) ? CannotSend : [], []);
        Messages = await Db.ThreadAsync(Application.Id, exchanged, stop);
        HasClaim = Application.Status is FileStatus.PaymentClaimed or FileStatus.Settled or FileStatus.Paid or FileStatus.Closed or FileStatus.Recovery
            && await Db.PaymentClaims.AnyAsync(claim => claim.ApplicationId == Application.Id, stop);
        // Asked only of a file that something decided.
        IsDecided = History.Any(change => change.Action is FileAction.Grant or FileAction.Refuse or FileAction.CloseWithoutFollowUp)
            && await Db.Decisions.AnyAsync(decision => decision.ApplicationId == Application.Id && decision.NotifiedAt != null, stop);
        HearUntil = IsDecided && await Db.StandingRecoveryAsync(Application.Id, stop) is { ObservedAt: null } standing ? standing.HearUntil : null;
        HasRecovery = (IsDecided && await Db.Recoveries.AnyAsync(recovery => recovery.ApplicationId == Application.Id, stop)) || History.Any(change => change.Action == FileAction.Lapse);
        HasCertificate = IsDecided && await ReadCertificate.ExistsAsync(Db, Application.Id, stop);
        Clock = (await Db.DeadlineAsync(Application, Requests, time.Today(), stop)).Clock;
    }
}
