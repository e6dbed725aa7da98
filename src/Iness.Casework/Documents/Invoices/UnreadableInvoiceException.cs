using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Documents.Invoices;

/// <summary>Leaves the parsers when a file cannot be read; the caller only ever sees a refusal.</summary>
internal sealed class UnreadableInvoiceException : Exception
{
    /// <param name="predicate">What follows « Le fichier « x » » in the sentence.</param>
    public UnreadableInvoiceException(string predicate)
        : base(predicate)
    {
    }

    private UnreadableInvoiceException(FileRefusal reason)
        : base(reason.ToString()) => Reason = reason;

    /// <summary>Why, when every kind of file may be refused so.</summary>
    public FileRefusal? Reason { get; }

    /// <summary>Whether only what was being read is broken, and the rest may still be good.</summary>
    public bool IsDamage => Reason == FileRefusal.Damaged;

    public static UnreadableInvoiceException Damaged => new(FileRefusal.Damaged);

    public static UnreadableInvoiceException Encrypted => new(FileRefusal.Encrypted);

    public static UnreadableInvoiceException TooComplex => new("est anormalement complexe pour une facture : il n'est pas lu.");

    /// <summary>The French sentence.</summary>
    public string SentenceFor(string name) => Reason is { } reason ? FileInspection.Refuse(reason, name).Sentence : $"Le fichier « {name} » {Message}";
}
