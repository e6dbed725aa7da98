using System.Text;

namespace Iness.Casework.Payments.Preparing;

/// <summary>Whether a bank account may be paid on, and how it is shown.</summary>
public static class BankAccountState
{
    /// <summary>Whether it still waits for its second officer: only a change does.</summary>
    public static bool AwaitsConfirmation(this BankAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account is { RefusedAt: null, CheckedBy: not null, ReplacesId: not null, ConfirmedBy: null };
    }

    /// <summary>What stands in the way of paying on it.</summary>
    public static Outcome WhyNotPaid(this BankAccount? account) => account switch
    {
        null => Outcome.Refused(Refusal.Conflict, "Aucun compte bancaire n'est donné : demandez-le au bénéficiaire."),
        { RefusedAt: not null } => Outcome.Refused(Refusal.Conflict, "Le compte bancaire est refusé : demandez-en un autre au bénéficiaire."),
        { CheckedBy: null } => Outcome.Refused(Refusal.Conflict, "Le compte bancaire n'est pas encore vérifié par un agent."),
        { ReplacesId: not null, ConfirmedBy: null } => Outcome.Refused(Refusal.Conflict, "Le compte bancaire a changé : un second agent doit encore le confirmer."),
        _ => Outcome.Done,
    };

    /// <summary>Where it stands, in words.</summary>
    public static string InFrench(this BankAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account switch
        {
            { RefusedAt: not null } => "refusé",
            { CheckedBy: null } => "à vérifier",
            { ReplacesId: not null, ConfirmedBy: null } => "changement à confirmer",
            { ReplacesId: not null } => "vérifié, changement confirmé",
            _ => "vérifié",
        };
    }

    /// <summary>An IBAN as banks print it, by fours.</summary>
    public static string Spaced(string iban)
    {
        ArgumentNullException.ThrowIfNull(iban);
        var text = new StringBuilder();
        for (var i = 0; i < iban.Length; i++)
        {
            if (i > 0 && i % 4 == 0) text.Append(' ');
            text.Append(iban[i]);
        }

        return text.ToString();
    }

    /// <summary>An IBAN for those who do not have to read it: its country and its last four characters.</summary>
    public static string Masked(string iban)
    {
        ArgumentNullException.ThrowIfNull(iban);
        return iban.Length < 8 ? "…" : $"{iban[..2]}… {iban[^4..]}";
    }
}
