using Iness.Casework.Registers.Communes;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>Whether a rejection comes from the account it was paid on: only the beneficiary can then mend it.</summary>
public static class BankRejection
{
    // The reason codes of SEPA that speak of the account or of the bank, and the words that people write: « compte » alone is in many others, such as « compte tenu de ».
    private static readonly string[] Codes = ["AC01", "AC04", "AC06", "AC13", "BE01", "BE04", "RC01", "MD07"];
    private static readonly string[] Words =
    [
        "compte bancaire", "compte clos", "compte cloture", "compte ferme", "compte bloque", "compte inconnu", "compte inexistant", "compte invalide", "compte errone", "compte solde",
        "numero de compte", "titulaire du compte", "iban", "bic", "rib", "coordonnees bancaires",
    ];

    /// <summary>Whether it does.</summary>
    public static bool IsAboutAccount(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var words = PlainName.Of(reason).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Codes.Any(code => words.Contains(code.ToLowerInvariant(), StringComparer.OrdinalIgnoreCase))
            || Words.Any(word => $" {string.Join(' ', words)} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }
}
