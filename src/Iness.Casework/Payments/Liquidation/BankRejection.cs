using Iness.Casework.Registers.Communes;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>Whether a rejection comes from the account it was paid on: only the beneficiary can then mend it.</summary>
public static class BankRejection
{
    // The reason codes of SEPA that speak of the account or of the bank, and the words that people write.
    private static readonly string[] Codes = ["AC01", "AC04", "AC06", "AC13", "BE01", "BE04", "RC01", "MD07"];
    private static readonly string[] Words = ["iban", "bic", "rib", "coordonnees bancaires"];

    // « Compte » or « titulaire » alone is in many other sentences, such as « compte tenu de l'arrêté ».
    private static readonly string[] Holders = ["compte", "titulaire"];
    private static readonly string[] Wrongs = ["bancaire", "clos", "cloture", "ferme", "bloque", "gele", "inconnu", "inexistant", "existe", "invalide", "incorrect", "errone", "different", "solde", "decede", "numero", "identifiant"];

    private static readonly string[] Idioms = [" compte tenu ", " compte rendu "];

    /// <summary>Whether it does.</summary>
    public static bool IsAboutAccount(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var words = PlainName.Of(reason).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Codes.Any(code => words.Contains(code.ToLowerInvariant(), StringComparer.OrdinalIgnoreCase))
            || (Holders.Any(words.Contains) && Wrongs.Any(words.Contains) && !Idioms.Any(idiom => $" {string.Join(' ', words)} ".Contains(idiom, StringComparison.Ordinal)))
            || Words.Any(word => $" {string.Join(' ', words)} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }
}
