using Iness.Casework.Payments.Checks;
using Iness.Casework.Registers.Communes;
using Iness.Regulation;

namespace Iness.Casework.Payments.Claims;

/// <summary>Proposes the granted cost of the lines of an invoice, from their words and amounts; a person corrects. What a person chose is left.</summary>
public static class MatchProposal
{
    private const int ShortestWord = 3;
    private const int SameWord = 2;
    private const int SameAmount = 3;
    private const int NearAmount = 1;
    private static readonly string[] Empty = ["les", "des", "une", "pour", "avec", "par", "sur", "dans", "aux", "ligne", "lot", "ref", "mois", "annee", "abonnement", "prestation", "licence", "total", "facture", "hors", "taxes"];

    private static readonly Dictionary<CostCategory, string> Words = new()
    {
        [CostCategory.OnlineShop] = "boutique vente ecommerce commerce woocommerce prestashop shopify magento site panier referencement seo shop",
        [CostCategory.Crm] = "crm client clients relation adherents donateurs hubspot salesforce pipedrive",
        [CostCategory.Erp] = "erp gestion odoo dolibarr facturation comptabilite stocks paie integre",
        [CostCategory.Collaboration] = "collaboratif collaboration visioconference visio teams slack zoom workspace projet trello partage",
        [CostCategory.Cloud] = "cloud nuage hebergement serveur migration sauvegarde aws azure ovh",
        [CostCategory.AugmentedReality] = "realite augmentee casque lunettes",
    };

    private static readonly Dictionary<HardwareKind, string> Hardware = new()
    {
        [HardwareKind.Computer] = "ordinateur ordinateurs portable portables pc macbook laptop unite",
        [HardwareKind.Tablet] = "tablette tablettes ipad",
        [HardwareKind.Smartphone] = "smartphone smartphones telephone iphone mobile",
    };

    /// <summary>Proposes for each line that nobody matched.</summary>
    public static void Propose(ClaimedInvoice invoice, IReadOnlyList<GrantedCost> costs)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(costs);
        foreach (var line in invoice.Lines.Where(line => !line.IsMatchedByHand)) line.CostId = Best(line, costs)?.Line.Id;
        // Shipping, a discount, installation: what says nothing by itself goes with the rest of its invoice, when the rest agrees.
        var agreed = invoice.Lines.Select(line => line.CostId).OfType<string>().Distinct().ToList();
        if (agreed is [var only])
        {
            foreach (var line in invoice.Lines.Where(line => !line.IsMatchedByHand && line.CostId is null && !LineChecks.Named(line.Label).Any())) line.CostId = only;
        }

        foreach (var line in invoice.Lines.Where(line => line.Months <= SchemeParameters.Of2024.SubscriptionMonths && costs.FirstOrDefault(cost => cost.Line.Id == line.CostId) is { Line.Nature: not CostNature.Subscription }))
            line.Months = null;
    }

    private static GrantedCost? Best(ClaimedLine line, IReadOnlyList<GrantedCost> costs)
    {
        var scored = costs.Select(cost => (Cost: cost, Score: Score(line, cost.Line))).Where(pair => pair.Score > 0).OrderByDescending(pair => pair.Score).Take(2).ToList();
        if (scored.Count == 1 || (scored.Count == 2 && scored[0].Score > scored[1].Score)) return scored[0].Cost;
        return scored.Count == 0 && costs is [var single] && !LineChecks.Named(line.Label).Any() ? single : null;
    }

    private static int Score(ClaimedLine line, CostLine cost)
    {
        var words = WordsOf(line.Label);
        var score = SameWord * WordsOf(cost.Label ?? "").Count(words.Contains);
        score += (Words.GetValueOrDefault(cost.Category, "") + " " + (cost.Hardware is { } kind ? Hardware[kind] : "")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(words.Contains);
        var gap = Math.Abs(Math.Abs(line.Amount.Cents) - cost.Amount.Cents);
        return score + (gap <= 1 ? SameAmount : gap * 20 <= cost.Amount.Cents ? NearAmount : 0);
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. PlainName.Of(text).Split(' ').Where(word => word.Length >= ShortestWord && !Empty.Contains(word)).Append(PlainName.Of(text).Contains("e commerce", StringComparison.Ordinal) ? "ecommerce" : "").Where(word => word.Length > 0)];
}
