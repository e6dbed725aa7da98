using System.Globalization;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Regulation;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Claiming;

/// <summary>The form of the other public aid received or asked for the same costs since the grant.</summary>
internal static class OtherAidForm
{
    public const string Any = "autres-aides";
    public const string Count = "lignes";
    private const int LongestName = 100;
    private const int AtFirst = 2;
    private const int More = 3;

    /// <summary>What is told, as the fields hold it.</summary>
    public static Dictionary<string, StringValues> Values(PaymentClaim claim)
    {
        var aids = OtherAidJson.Read(claim.OtherAid);
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal) { [Any] = YesNo.Word(claim.HasOtherAid), [Count] = Math.Max(AtFirst, aids.Count + 1).ToString(CultureInfo.InvariantCulture) };
        foreach (var (aid, place) in aids.Select((aid, place) => (aid, place)))
        {
            values[Grantor(place)] = aid.Grantor;
            values[Scheme(place)] = aid.Scheme;
            values[Amount(place)] = MoneyWords.Bare(aid.Amount);
            values[Regional(place)] = YesNo.Word(aid.RegionalDigital);
        }

        return values;
    }

    /// <summary>A few lines more.</summary>
    public static void AddMore(Dictionary<string, StringValues> values) => values[Count] = Math.Min(CountOf(values) + More, SaveOtherAid.Most).ToString(CultureInfo.InvariantCulture);

    /// <summary>The question.</summary>
    public static Field Question(IReadOnlyDictionary<string, StringValues> values) => YesNo.Field(
        Any, "Depuis l'accord, avez-vous reçu ou demandé d'autres aides publiques pour les mêmes dépenses ?", "Celles que vous aviez déjà déclarées dans votre demande sont connues : ne les répétez pas.", InvoiceForm.Of(values, Any));

    /// <summary>The fields of each aid.</summary>
    public static IReadOnlyList<Field[]> Aids(IReadOnlyDictionary<string, StringValues> values) =>
    [
        .. Enumerable.Range(0, CountOf(values)).Select(place => new Field[]
        {
            new TextField(Grantor(place), "Qui l'accorde ?", "Par exemple la CCI, l'État, le département du Nord.") { Value = InvoiceForm.Of(values, Grantor(place)), MaxLength = LongestName },
            new TextField(Scheme(place), "Nom de l'aide (facultatif)") { Value = InvoiceForm.Of(values, Scheme(place)), MaxLength = LongestName },
            new TextField(Amount(place), "Montant") { Value = InvoiceForm.Of(values, Amount(place)), InputMode = "decimal", Suffix = "€", Width = "input--width-10", MaxLength = 30 },
            YesNo.Field(Regional(place), "Est-ce une autre aide de la Région pour le numérique ?", "ADEN, INAC… Une telle aide ne se cumule pas avec INESS.", InvoiceForm.Of(values, Regional(place))),
        }),
    ];

    /// <summary>Reads it: none for « non »; null after noting what is wrong.</summary>
    public static IReadOnlyList<PublicAid>? Read(FormReader form)
    {
        var any = YesNo.Read(form, Any, "Dites si vous avez reçu ou demandé d'autres aides publiques.");
        if (any == false) return [];
        List<PublicAid> aids = [];
        for (var place = 0; any == true && place < CountOf(form.Values); place++)
        {
            if (new[] { Grantor(place), Scheme(place), Amount(place) }.All(name => string.IsNullOrWhiteSpace(InvoiceForm.Of(form.Values, name)))) continue;
            var grantor = form.Required(Grantor(place), LongestName, "Écrivez le nom de l'organisme.");
            var scheme = form.Text(Scheme(place), LongestName);
            var amount = form.Amount(Amount(place), "Écrivez le montant de cette aide.", new(1), InvoiceReading.Most);
            var regional = YesNo.Read(form, Regional(place), "Dites si c'est une aide de la Région pour le numérique.");
            if (amount is { } euros) aids.Add(new(euros, regional ?? false, grantor, scheme));
        }

        if (any == true && aids.Count == 0 && form.Errors.Count == 0) form.Refuse(Grantor(0), "Indiquez au moins une aide, ou répondez « Non ».");
        return form.Errors.Count == 0 ? aids : null;
    }

    private static int CountOf(IReadOnlyDictionary<string, StringValues> values) => int.TryParse(InvoiceForm.Of(values, Count), out var count) ? Math.Clamp(count, 1, SaveOtherAid.Most) : AtFirst;

    private static string Grantor(int place) => $"aide-{place + 1}-organisme";

    private static string Scheme(int place) => $"aide-{place + 1}-dispositif";

    private static string Amount(int place) => $"aide-{place + 1}-montant";

    private static string Regional(int place) => $"aide-{place + 1}-region";
}
