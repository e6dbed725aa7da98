using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Iness.Casework.Mail;

/// <summary>Hands mails to an SMTP server, one connection a mail.</summary>
internal sealed class SmtpMailTransport(IOptions<MailOptions> options, TimeProvider time) : IMailTransport
{
    private readonly MailOptions mailOptions = options.Value;
    private readonly SmtpOptions smtp = options.Value.Smtp;

    public async Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var (written, answer) = await MailWriter.TryWriteAsync(mail, mailOptions.From, time.GetUtcNow(), cancellation);
        using var message = written;
        if (message is null) return answer!;

        // The client's own timeout counts each exchange; a server that drips would hold a mail for ever.
        using var late = new CancellationTokenSource(smtp.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await SendAsync(message, either.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return Answer(failure, late.IsCancellationRequested);
        }
    }

    private async Task<MailAnswer> SendAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var trust = new SmtpTrust(smtp.Authority);
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust.Accepts };
        await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Security switch
        {
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, cancellation);
        if (smtp.User is { Length: > 0 } user) await client.AuthenticateAsync(user, smtp.Password ?? "", cancellation);
        if (message.To.Mailboxes.Any(to => to.IsInternational) && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            return new MailAnswer.RefusedForGood("Le serveur d’envoi n’accepte pas les adresses accentuées.");

        await client.SendAsync(message, cancellation);
        await SayGoodbyeAsync(client, cancellation);
        return new MailAnswer.Accepted();
    }

    /// <summary>The mail is taken: nothing that happens now may have it sent again.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
            // The connection is closed with the client.
        }
    }

    private MailAnswer Answer(Exception failure, bool late) => failure switch
    {
        _ when late => new MailAnswer.TryLater($"Le serveur d’envoi n’a pas répondu dans le délai ({smtp.Timeout.TotalSeconds} s)."),
        SmtpCommandException refusal when IsForGood(refusal) => new MailAnswer.RefusedForGood($"Le serveur d’envoi refuse ce message : {Quote(refusal)}"),
        SmtpCommandException refusal => new MailAnswer.TryLater($"Le serveur d’envoi refuse pour l’instant : {Quote(refusal)}"),
        AuthenticationException => new MailAnswer.TryLater($"Le serveur d’envoi refuse le compte ou le mot de passe configuré : {failure.Message}"),
        SslHandshakeException => new MailAnswer.TryLater("Le certificat du serveur d’envoi n’est pas reconnu."),
        SocketException or IOException => new MailAnswer.TryLater($"Le serveur d’envoi ne répond pas : {failure.Message}"),
        _ => new MailAnswer.TryLater($"L’envoi a échoué : {failure.Message}"),
    };

    /// <summary>The recipient, the content or the size. A sender or an account refused is a setting to mend, not a mail to give up.</summary>
    private static bool IsForGood(SmtpCommandException refusal) => refusal.StatusCode switch
    {
        SmtpStatusCode.ExceededStorageAllocation => true,
        SmtpStatusCode.AuthenticationRequired => false,
        >= (SmtpStatusCode)500 => refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted,
        _ => false,
    };

    private static string Quote(SmtpCommandException refusal) => $"{(int)refusal.StatusCode} {refusal.Message}".ReplaceLineEndings(" ");
}
