using Iness.Casework.Recoveries;
using Iness.Regulation;

namespace Iness.Web.Deciding;

/// <summary>What is shown of a reduction, a withdrawal or a repayment: the same to the Région and to the beneficiary.</summary>
public static class RecoveryRows
{
    /// <summary>Names and values, in order.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Recovery recovery)
    {
        ArgumentNullException.ThrowIfNull(recovery);
        yield return ("Montant", recovery.Amount.ToString());
        yield return ("Motifs", recovery.Grounds);
        if (Scheme.Provisions.FirstOrDefault(known => known.Id == recovery.Provision) is { } provision) yield return ("Disposition", $"{provision.Id}, {provision.Title}");
        yield return ("Bénéficiaire invité", $"le {recovery.OpenedAt.InWords()}, jusqu'au {French.Date(recovery.HearUntil)}");
        yield return ("Observations", recovery is { Observations: { } words, ObservedAt: { } at } ? $"{words}\nDonnées le {at.InWords()}." : "aucune");
        if (recovery is { DroppedAt: { } dropped, DropReason: { } reason }) yield return ("Abandon", $"le {dropped.InWords()} : {reason}");
        if (recovery.DecidedAt is not { } decided) yield break;
        yield return ("Décision", $"le {decided.InWords()}, par {recovery.SignatoryName}, {recovery.SignatoryCapacity}");
        if (recovery.DeemedOn() is { } deemed)
            yield return ("Notification", recovery.ReadAt is { } read ? $"lue le {read.InWords()}, notifiée le {French.Date(deemed)}" : $"pas encore lue, réputée notifiée le {French.Date(deemed)} au plus tard");
        yield return ("Empreinte de l'acte (SHA-256)", recovery.LetterSha256 ?? "");
    }
}
