using Iness.Casework.Applications;
using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;

namespace Iness.Casework.Tests.Archives;

/// <content>What such a file leaves in each table.</content>
internal sealed partial class EndedFiles
{
    private List<object> Decided(Application application)
    {
        var batch = new DecisionBatch { Id = Guid.CreateVersion7(), Name = "Commission", CreatedBy = People.Lead.Id, CreatedAt = Now };
        var proposal = new Proposal { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Kind = DecisionKind.Grant, Amount = Money.Euros(2_400), BudgetYear = 2026, By = People.Officer.Id, At = Now, BatchId = batch.Id, DecidedAt = Now };
        var decision = new Decision
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application.Id,
            ProposalId = proposal.Id,
            Kind = DecisionKind.Grant,
            Amount = Money.Euros(2_400),
            BudgetYear = 2026,
            At = Now,
            On = Now.DayInParis(),
            SignatoryId = People.Signatory.Id,
            SignatoryName = "Sacha Dubois",
            SignatoryCapacity = "Directrice",
            Facts = """{"a":1}""",
            Assessment = "{}",
            Rulings = "[]",
            Corrections = "[]",
            Regulation = "2021",
            Letter = "<!DOCTYPE html><p>Accordé",
            LetterInputs = "{}",
            LetterSha256 = DecideFile.Sha256("<!DOCTYPE html><p>Accordé"),
            NotifiedAt = Now,
        };
        var declared = new AidDeclaration { Id = Guid.CreateVersion7(), DecisionId = decision.Id, ApplicationId = application.Id, GrantedOn = Now.DayInParis(), Amount = Money.Euros(2_400), DueOn = Now.DayInParis().AddDays(30), ConfirmedAt = Now };
        return [batch, proposal, decision, declared];
    }

    private List<object> Paid(Application application, Guid account, Guid document)
    {
        var claim = new PaymentClaim { Id = Guid.CreateVersion7(), ApplicationId = application.Id, CreatedAt = Now, CreatedBy = People.Applicant.Id, ChangedAt = Now, BankAccountId = account, Facts = "{}", Receipt = "<p>Reçu", PaidOn = Now.DayInParis(), FilingKey = "cle-secrete" };
        var invoice = new ClaimedInvoice { Id = Guid.CreateVersion7(), ClaimId = claim.Id, DocumentId = document, Source = InvoiceSource.Typed, SupplierName = Secret, IssuedOn = Now.DayInParis(), AddedAt = Now };
        invoice.Lines.Add(new() { Id = Guid.CreateVersion7(), InvoiceId = invoice.Id, Position = 1, Label = Secret, Amount = Money.Euros(6_000) });
        var batch = new LiquidationBatch
        {
            Id = Guid.CreateVersion7(),
            Number = $"LIQ-2026-{Random.Shared.Next(10_000):0000}-{application.Number![^4..]}",
            BudgetYear = 2026,
            CreatedBy = People.Lead.Id,
            CreatedAt = Now,
            Count = 1,
            Total = Money.Euros(2_400),
            Csv = Secret,
            CsvSha256 = new('0', 64),
            Json = Secret,
            JsonSha256 = new('0', 64),
        };
        var line = new LiquidationLine { Id = Guid.CreateVersion7(), BatchId = batch.Id, ClaimId = claim.Id, ApplicationId = application.Id, FileNumber = application.Number!, Amount = Money.Euros(2_400), BankAccountId = account, PaidOn = Now.DayInParis() };
        var control = new FileControl { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Origin = ControlOrigin.Chosen, Why = Secret, OpenedBy = People.Officer.Id, OpenedAt = Now, EndedAt = Now };
        var recovery = new Recovery { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Kind = RecoveryKind.Repayment, Amount = Money.Euros(100), Grounds = Secret, ControlId = control.Id, OpenedBy = People.Officer.Id, OpenedAt = Now, HearUntil = Now.DayInParis(), DecidedAt = Now, Letter = "<p>Reversement" };
        recovery.Repayments.Add(new() { Id = Guid.CreateVersion7(), RecoveryId = recovery.Id, On = Now.DayInParis(), Amount = Money.Euros(100), Reference = "TR-1", RecordedBy = People.Officer.Id, RecordedAt = Now });
        return [claim, invoice, batch, line, control, recovery];
    }

    private List<object> Exchanged(Application application) =>
    [
        new Message { Id = Guid.CreateVersion7(), ApplicationId = application.Id, AuthorId = People.Applicant.Id, IsFromService = false, Body = Secret, SentAt = Now },
        new MissingItemsRequest { Id = Guid.CreateVersion7(), ApplicationId = application.Id, SentAt = Now, SentBy = People.Officer.Id, DueOn = Now.DayInParis(), AnsweredAt = Now },
        new InternalNote { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Body = Secret, By = People.Officer.Id, At = Now },
        new RetainedFacts { Id = Guid.CreateVersion7(), ApplicationId = application.Id, UsesAnswers = true, UsesKnownAid = false, UsesOwnFiles = false, Answers = "{}", Declared = "{}", Facts = "{}", Changes = Secret, Reason = Secret, By = People.Officer.Id, At = Now },
        new ProvisionRuling { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Provision = "ELI-3", IsMet = true, Reason = Secret, By = People.Officer.Id, At = Now },
        new CostCorrection { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Line = "c1", Kind = CorrectionKind.Reduce, Amount = Money.Euros(10), Ground = CorrectionGround.IncludesVat, Words = Secret, By = People.Officer.Id, At = Now },
        new Opinion { Id = Guid.CreateVersion7(), ApplicationId = application.Id, AskedBy = People.Officer.Id, AskedAt = Now, ExpertName = "Alix Conseil", Email = "alix@exemple.fr", Question = "Utile ?", TokenHash = Guid.NewGuid().ToString("N"), ExpiresAt = Now },
        OutboxMail.For("camille@exemple.fr", "Camille", Secret, Secret, Now, application.Id),
    ];
}
