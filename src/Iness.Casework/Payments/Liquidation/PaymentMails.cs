using Iness.Casework.Applications;
using Iness.Casework.Mail;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>What is told when finance answers: the beneficiary of a payment, the officer of a rejection, and both when the account is the reason.</summary>
public sealed class PaymentMails(InessDbContext db, PortalAddress portal)
{
    /// <summary>Tells the beneficiary that the aid is paid.</summary>
    internal async Task PaidAsync(Application application, LiquidationLine line, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.AddresseeAsync(application, cancellationToken) is not { Email: not null } addressee) return;
        var account = await db.BankAccounts.AsNoTracking().SingleAsync(found => found.Id == line.BankAccountId, cancellationToken);
        db.Add(OutboxMail.For(
            addressee,
            $"Dossier {application.Number} : votre aide est payée",
            $"Bonjour,\n\nLe comptable public a payé votre aide : {line.Amount}, le {French.Date(line.PaidOn!.Value)}, mandat n° {line.OrderNumber}, sur le compte {BankAccountState.Masked(account.Iban)}.\n\n"
            + $"Gardez vos justificatifs dix ans : un contrôle reste possible.\n\n{portal.Of($"/demandes/{application.Id}/suivi")}\n",
            now,
            application.Id));
    }

    /// <summary>Tells of a rejection.</summary>
    internal async Task RejectedAsync(Application application, LiquidationLine line, bool isAboutAccount, DateTime now, CancellationToken cancellationToken)
    {
        var next = isAboutAccount ? "Le compte bancaire est refusé : demandez-en un autre au bénéficiaire, puis préparez de nouveau le versement." : "Corrigez ce qui doit l'être, puis préparez de nouveau le versement.";
        foreach (var officer in await db.InChargeAsync(application, cancellationToken))
        {
            db.Add(OutboxMail.For(
                officer,
                $"Dossier {application.Number} : le paiement est rejeté",
                $"Bonjour,\n\nLe paiement de {line.Amount} est rejeté le {French.Date(line.RejectedOn!.Value)}{(line.PaidOn is { } paid ? $", après avoir été payé le {French.Date(paid)}" : "")} :\n\n{line.RejectionReason}\n\n{next}\n\n{portal.Of($"/dossiers/{application.Number}/versement")}\n",
                now,
                application.Id));
        }

        // Told that the aid was paid, they are told that it came back.
        if ((!isAboutAccount && line.PaidOn is null) || await db.AddresseeAsync(application, cancellationToken) is not { Email: not null } addressee) return;
        db.Add(OutboxMail.For(
            addressee,
            $"Dossier {application.Number} : la banque a rejeté le versement de votre aide",
            $"Bonjour,\n\nLe versement de votre aide ({line.Amount}){(line.PaidOn is { } day ? $", annoncé payé le {French.Date(day)}," : "")} a été rejeté par la banque :\n\n{line.RejectionReason}\n\n"
            + $"{(isAboutAccount ? "La Région va vous demander un relevé d'identité bancaire à jour." : "La Région corrige ce qui doit l'être, puis vous le verse de nouveau.")}\n\n{portal.Of($"/demandes/{application.Id}/suivi")}\n",
            now,
            application.Id));
    }
}
