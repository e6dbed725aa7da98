using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Mail;

/// <summary>Configuration section « Mail ».</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>Who mails come from: « Nom &lt;adresse&gt; » or an address.</summary>
    [Required]
    public string From { get; set; } = "Iness <ne-pas-repondre@iness.invalid>";

    /// <summary>Where mails are written when there is no SMTP server.</summary>
    [Required]
    public string Folder { get; set; } = "mails";

    /// <summary>The SMTP server; without a host, there is none.</summary>
    [ValidateObjectMembers]
    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>Configuration section « Mail:Smtp ».</summary>
public sealed class SmtpOptions
{
    /// <summary>Name or address of the server.</summary>
    public string? Host { get; set; }

    /// <summary>Its port.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Account, when the server asks for one.</summary>
    public string? User { get; set; }

    /// <summary>Its password.</summary>
    public string? Password { get; set; }

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>File (PEM) of a private authority that vouches for the server, beside those the machine trusts.</summary>
    public string? Authority { get; set; }

    /// <summary>How long sending one mail may take in all.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How a connection to the SMTP server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: a relay on the same machine.</summary>
    None,

    /// <summary>TLS asked for once connected, and required.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}
