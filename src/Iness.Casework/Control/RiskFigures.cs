using Iness.Regulation;

namespace Iness.Casework.Control;

/// <summary>The figures of a paid file that the risk rules look at, as the database computes them. Amounts in cents.</summary>
public sealed record RiskFigures
{
    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Number of the file.</summary>
    public required string Number { get; init; }

    /// <summary>The beneficiary.</summary>
    public required string Organisation { get; init; }

    /// <summary>Amount paid.</summary>
    public required long Paid { get; init; }

    /// <summary>Costs that the payment retained (PAY-1).</summary>
    public required long Retained { get; init; }

    /// <summary>Amount of all lines presented.</summary>
    public required long Presented { get; init; }

    /// <summary>Amount of all lines that an officer kept.</summary>
    public required long Kept { get; init; }

    /// <summary>Amount kept on the supplier that has the most.</summary>
    public required long TopSupplier { get; init; }

    /// <summary>Invoices presented.</summary>
    public required int Invoices { get; init; }

    /// <summary>Those typed by hand.</summary>
    public required int Typed { get; init; }

    /// <summary>Those whose supplier and number stand elsewhere too.</summary>
    public required int Collisions { get; init; }

    /// <summary>Those whose supplier is the beneficiary itself.</summary>
    public required int OwnInvoices { get; init; }

    /// <summary>1 when the account paid had just replaced another.</summary>
    public required int AccountChanges { get; init; }

    /// <summary>Irregularities found by controls on other files of the undertaking.</summary>
    public required int Irregularities { get; init; }
}

/// <summary>A rule that points at a file, with the sentence that says why.</summary>
/// <param name="Rule">Its name, which never changes.</param>
/// <param name="Sentence">The value met, and the threshold.</param>
public sealed record RiskFinding(string Rule, string Sentence);

/// <summary>
/// The rules that propose files to control. A rule accuses nobody: it says what it saw, from what value on it looks, and a person decides. The
/// thresholds are a reading, to be confirmed by the Région.
/// </summary>
public static class RiskRules
{
    /// <summary>Cents above the floor of costs within which a payment is looked at.</summary>
    public const long FloorMargin = 150_00;

    /// <summary>Share of one supplier, from so many invoices on.</summary>
    public const int SupplierPercent = 90, SupplierInvoices = 3;

    /// <summary>Share of invoices typed by hand, from so many invoices on.</summary>
    public const int TypedPercent = 80, TypedInvoices = 4;

    /// <summary>Share of what was presented that was deducted.</summary>
    public const int DeductedPercent = 30;

    /// <summary>The floor of costs (AID-2), in cents: that of every version of the regulation so far.</summary>
    public static readonly long Floor = Money.Euros(3_000).Cents;

    /// <summary>The rules that point at a file, in a fixed order.</summary>
    public static IReadOnlyList<RiskFinding> Of(RiskFigures file)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<RiskFinding> found = [];
        if (file.Retained >= Floor && file.Retained <= Floor + FloorMargin)
            found.Add(new("plancher", $"Juste au-dessus du plancher : {Euros(file.Retained)} retenus pour un plancher de {Euros(Floor)} (seuil : {Euros(FloorMargin)} au-dessus au plus)."));
        if (file.Kept > 0 && file.Invoices >= SupplierInvoices && Percent(file.TopSupplier, file.Kept) >= SupplierPercent)
            found.Add(new("fournisseur", $"Un seul fournisseur fait {Percent(file.TopSupplier, file.Kept)} % des dépenses gardées, sur {file.Invoices} factures (seuil : {SupplierPercent} %, à partir de {SupplierInvoices} factures)."));
        if (file.Invoices >= TypedInvoices && Percent(file.Typed, file.Invoices) >= TypedPercent)
            found.Add(new("saisie", $"{file.Typed} factures sur {file.Invoices} sont saisies à la main, soit {Percent(file.Typed, file.Invoices)} % (seuil : {TypedPercent} %, à partir de {TypedInvoices} factures)."));
        if (file.AccountChanges > 0) found.Add(new("compte", "Le compte payé en remplace un autre, confirmé auparavant (seuil : un changement)."));
        if (file.Collisions > 0) found.Add(new("doublon", $"{French.Plural(file.Collisions, "facture porte", "factures portent")} le fournisseur et le numéro d'une autre facture (seuil : une)."));
        if (file.OwnInvoices > 0) found.Add(new("soi-même", $"{French.Plural(file.OwnInvoices, "facture a", "factures ont")} le bénéficiaire pour fournisseur (seuil : une)."));
        if (file.Presented > 0 && Percent(file.Presented - file.Kept, file.Presented) >= DeductedPercent)
            found.Add(new("déductions", $"{Percent(file.Presented - file.Kept, file.Presented)} % des dépenses présentées ont été écartées, soit {Euros(file.Presented - file.Kept)} (seuil : {DeductedPercent} %)."));
        if (file.Irregularities > 0) found.Add(new("antécédent", $"{French.Plural(file.Irregularities, "irrégularité", "irrégularités")} sur un autre dossier de la même entreprise (seuil : une)."));
        return found;
    }

    private static long Percent(long part, long whole) => part * 100 / whole;

    private static Money Euros(long cents) => new(cents);
}
