namespace Iness.Casework.Partners.Webhooks;

/// <summary>Settings of the webhooks, in the section « Webhooks ».</summary>
public sealed class WebhookOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Webhooks";

    /// <summary>Whether addresses may be http and lead to this machine or its network: for a trial on one machine, never for a service.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Longest wait for an answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
