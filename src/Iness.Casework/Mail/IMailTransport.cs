namespace Iness.Casework.Mail;

/// <summary>What takes mails away. Whatever befalls the mail is an answer; only cancelling throws.</summary>
public interface IMailTransport
{
    /// <summary>Hands one mail over.</summary>
    Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation);
}

/// <summary>What became of a mail.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    /// <summary>It was taken.</summary>
    public sealed record Accepted : MailAnswer;

    /// <summary>It never will be: trying again is of no use.</summary>
    /// <param name="Reason">Why, for an administrator.</param>
    public sealed record RefusedForGood(string Reason) : MailAnswer;

    /// <summary>It was not taken this time.</summary>
    /// <param name="Reason">Why, for an administrator.</param>
    public sealed record TryLater(string Reason) : MailAnswer;
}
