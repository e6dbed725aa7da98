using Iness.Casework.Registers.Communes;
using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>What is said of one line: the granted cost it is matched to, the length of a subscription, the words that name an excluded kind (which never refuse).</summary>
internal static class LineChecks
{
    private static readonly (Provision Provision, string Kind, string[] Words)[] Excluded =
    [
        (Provision.Xco1, "un site vitrine", ["site vitrine", "vitrine", "site institutionnel", "site de presentation", "page de presentation"]),
        (Provision.Xco2, "un logiciel grand public", ["bureautique", "microsoft 365", "office 365", "m365", "microsoft office", "pack office", "ms office", "libreoffice", "word", "excel", "powerpoint", "outlook"]),
        (Provision.Xco5, "de la cybersécurité", ["antivirus", "anti virus", "cybersecurite", "cyber securite", "pare feu", "firewall", "antispam", "anti spam", "securite informatique", "audit de securite", "bitdefender", "kaspersky", "norton", "eset", "sophos", "malware"]),
        (Provision.Xco4, "une location ou un crédit-bail", ["credit bail", "leasing", "location", "loa", "lld", "loyer", "loyers", "location financiere"]),
        (Provision.Cos, "une dépense hors catégorie", ["frais de dossier", "garantie", "extension de garantie", "assurance", "imprimante", "photocopieur", "telephonie", "forfait mobile", "acces internet", "fibre"]),
    ];

    public static IEnumerable<ClaimCheck> Of(ClaimedInvoice invoice, ClaimedLine line, ClaimContext context)
    {
        var checks = new List<ClaimCheck> { Match(invoice, line, context) };
        if (context.CostOf(line.CostId) is { } cost)
        {
            if (Subscription(line, cost.Line) is { } months) checks.Add(months);
            checks.AddRange(Wording(line));
        }

        return checks.Select(check => check with { LineId = line.Id });
    }

    /// <summary>The provisions whose excluded kinds the words of a text name.</summary>
    public static IEnumerable<(Provision Provision, string Kind, string Word)> Named(string label)
    {
        var words = $" {PlainName.Of(label)} ";
        return Excluded.Select(kind => (kind.Provision, kind.Kind, Array.Find(kind.Words, word => words.Contains($" {word} ", StringComparison.Ordinal)))).Where(found => found.Item3 is not null)!;
    }

    private static ClaimCheck Match(ClaimedInvoice invoice, ClaimedLine line, ClaimContext context)
    {
        if (context.CostOf(line.CostId) is { } cost)
        {
            var name = cost.Line.Label ?? cost.Line.Id;
            return ClaimCheck.Met(CheckKind.Match, Provision.Pay1, invoice.IsCreditNote || line.Amount < Money.Zero
                ? $"{line.Amount} : se retranchent de la dépense accordée « {name} »."
                : $"{line.Amount} : dépense accordée « {name} », retenue pour {cost.Retained}.");
        }

        if (line.CostId is not null) return ClaimCheck.NotMet(CheckKind.Match, Provision.Pay1, $"{line.Amount} : la dépense choisie n'est pas retenue par la décision.");
        if (line.IsMatchedByHand) return ClaimCheck.Met(CheckKind.Match, Provision.Pay1, $"{line.Amount} : ligne qui ne se rapporte à aucune dépense accordée, non demandée.");
        return ClaimCheck.Unknown(CheckKind.Match, Provision.Pay1, $"{line.Amount} : il reste à dire à quelle dépense accordée cette ligne se rapporte.");
    }

    private static ClaimCheck? Subscription(ClaimedLine line, CostLine cost)
    {
        if (line.Months is null && cost.Nature != CostNature.Subscription) return null;
        var most = SchemeParameters.Of2024.SubscriptionMonths;
        return (line.Months ?? cost.Months) switch
        {
            null => ClaimCheck.Unknown(CheckKind.Subscription, Provision.Cos2, $"Abonnement : il reste à indiquer combien de mois il couvre, {most} au plus sont retenus."),
            var months when months > most => ClaimCheck.Review(CheckKind.Subscription, Provision.Cos2, $"Abonnement de {months} mois : {most} mois au plus sont retenus."),
            var months => ClaimCheck.Met(CheckKind.Subscription, Provision.Cos2, $"Abonnement de {months} mois, dans la limite de {most} mois."),
        };
    }

    private static IEnumerable<ClaimCheck> Wording(ClaimedLine line) => Named(line.Label).Select(found =>
        ClaimCheck.Review(CheckKind.Wording, found.Provision, $"Le mot « {found.Word} » fait penser à {found.Kind}, qui n'est pas retenu : un agent le vérifiera."));
}
