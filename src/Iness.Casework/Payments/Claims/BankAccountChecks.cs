using Iness.Casework.Registers.Communes;

namespace Iness.Casework.Payments.Claims;

/// <summary>What an officer looks at on a bank account: its holder against the beneficiary, its country, the account it replaces.</summary>
public static class BankAccountChecks
{
    /// <summary>What there is to see, each in one French sentence; empty for nothing unusual.</summary>
    public static IEnumerable<string> Of(BankAccount account, string beneficiary)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (WhyHolderDiffers(account.Holder, beneficiary) is { } holder) yield return holder;
        if (account.Iban[..2] is var country && country != "FR") yield return $"Compte tenu hors de France ({country}).";
        if (account.Bic[4..6] is var bank && bank != account.Iban[..2]) yield return $"Le BIC désigne une banque d'un autre pays ({bank}) que l'IBAN ({account.Iban[..2]}).";
        if (account is { ReplacesId: not null, ConfirmedBy: null }) yield return "Ce compte en remplace un autre : un second agent doit le confirmer, par un moyen qui ne vient pas de cette demande.";
    }

    /// <summary>Why the holder may not be the beneficiary; null when the names agree.</summary>
    public static string? WhyHolderDiffers(string holder, string beneficiary)
    {
        var (one, other) = (Core(holder), Core(beneficiary));
        return one.Count > 0 && (one.IsSubsetOf(other) || other.IsSubsetOf(one))
            ? null
            : $"Le titulaire « {holder} » n'a pas le nom du bénéficiaire « {beneficiary} » : l'aide est versée sur un compte à son nom, un agent le vérifiera.";
    }

    private static HashSet<string> Core(string name) => [.. PlainName.Of(name).Split(' ').Where(word => word.Length > 0 && word is not ("association" or "asso" or "sas" or "sarl" or "scop" or "scic" or "sa" or "la" or "le" or "les" or "l" or "de" or "du" or "des" or "d"))];
}
