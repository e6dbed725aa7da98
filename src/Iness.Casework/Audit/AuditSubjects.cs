namespace Iness.Casework.Audit;

/// <summary>What a line of the log is about, for those who read it: the log keeps a kind and an identifier, such as « batch/0192… ».</summary>
public static class AuditSubjects
{
    private static readonly Dictionary<string, (string Name, string? Address)> Kinds = new(StringComparer.Ordinal)
    {
        ["account"] = ("compte", null),
        ["application"] = ("demande", null),
        ["organisation"] = ("structure", null),
        ["document"] = ("pièce", null),
        ["batch"] = ("lot de décisions", null),
        ["envelope"] = ("enveloppe", null),
        ["campaign"] = ("tirage au sort", "/controles/"),
        ["liquidation"] = ("lot de liquidation", null),
        ["payment-return"] = ("retour du comptable", null),
        ["letter"] = ("texte de courrier", null),
        ["mail"] = ("courriel", null),
        ["webhook"] = ("webhook", "/administration/webhooks/"),
        ["purge-report"] = ("effacement", null),
        ["register-import"] = ("import du registre de minimis", null),
    };

    private static readonly Dictionary<string, (string Name, string? Address)> Alone = new(StringComparer.Ordinal)
    {
        ["de-minimis/queue"] = ("déclarations de minimis", "/de-minimis"),
        ["de-minimis/export"] = ("déclarations de minimis", "/de-minimis"),
        ["seed/files"] = ("dossiers fictifs", null),
    };

    /// <summary>What it is about in words, and the page that shows it; null for none, or when it may be there no more.</summary>
    /// <param name="subject">As the log keeps it.</param>
    public static (string Text, string? Address) InWords(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (Alone.TryGetValue(subject, out var alone)) return alone;
        var parts = subject.Split('/', 2);
        if (parts.Length < 2 || !Kinds.TryGetValue(parts[0], out var kind)) return (subject, null);
        // An identifier says nothing to a reader: its end tells two of them apart.
        var name = Guid.TryParse(parts[1], out _) ? $"n° {parts[1][^6..]}" : parts[1];
        return ($"{kind.Name} {name}", kind.Address is { } address ? address + parts[1] : null);
    }
}
