using System.Globalization;
using System.Text;

namespace Iness.Benchmarks.Register;

/// <summary>An invented file in the shape of the national de minimis register: the same rows each time, undertakings in no order, as the real one has them.</summary>
internal static class InventedRegister
{
    public const string Header =
        "regime;nom_beneficiaire;identifiant_beneficiaire;montant_esb;instrument_aide;secteur_aide;commune_beneficiaire;pays_beneficiaire;date_octroi;date_declaration;date_publication;autorite;operateur";

    private static readonly string[] Authorities = ["DGE - Economie Finances", "Région Hauts-de-France", "ADEME", "Région Normandie", "DGEFP - Travail", "Ville d'Amiens", "FranceAgriMer"];
    private static readonly string[] Instruments = ["Subvention directe", "Prêt bonifié", "Garantie", "Avantage fiscal"];
    private static readonly string[] Towns = ["Amiens", "Arras", "Beauvais", "Calais", "Dunkerque", "Laon", "Lille", "Roubaix", "Saint-Quentin", "Valenciennes"];

    /// <summary>Writes it.</summary>
    public static void Write(string path, int rows)
    {
        var random = new Random(2026);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        file.Write(Header + "\r\n");
        for (var row = 0; row < rows; row++)
        {
            var granted = new DateOnly(2016, 1, 1).AddDays(random.Next(3_900));
            var name = random.Next(3) == 0 ? "-" : $"\"Société fictive {random.Next(900_000)}\"";
            file.Write(string.Create(CultureInfo.InvariantCulture,
                $"Minimis;{name};{random.Next(100_000_000, 1_000_000_000)};{random.Next(100, 200_000)},{random.Next(10, 100)};{Instruments[random.Next(Instruments.Length)]};{(char)('A' + random.Next(19))}.{random.Next(10, 99)}.{random.Next(10, 99)};{Towns[random.Next(Towns.Length)]};France;{granted:yyyy-MM-dd};{granted.AddDays(20):yyyy-MM-dd};{granted.AddDays(21):yyyy-MM-dd};{Authorities[random.Next(Authorities.Length)]};{Authorities[random.Next(Authorities.Length)]}\r\n"));
        }
    }
}
