using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Regulation;

namespace Iness.Web.Applying.Attachments;

/// <summary>A document in words.</summary>
public static class DocumentWords
{
    /// <summary>The most bytes of one sending: five of the largest files, with room for the form around them.</summary>
    public const long LargestRequest = 105 * Mega;

    private const long Kilo = 1024;
    private const long Mega = Kilo * 1024;

    /// <summary>The extensions that a browser proposes; what a file holds is checked all the same.</summary>
    public static string Accept { get; } = string.Join(',', FileType.All.SelectMany(type => type.Extensions));

    /// <summary>Whether it was found safe.</summary>
    public static string InFrench(this ScanState state) => state switch
    {
        ScanState.Pending => "analyse antivirus en cours",
        ScanState.Clean => "analysé, sain",
        ScanState.Infected => "infecté : mis à l'écart, personne ne l'ouvrira. Envoyez-en une version saine",
        _ => "non analysé",
    };

    /// <summary>The same, for the service: it is not the one to send a sound version.</summary>
    public static string ForService(ScanState state) => state == ScanState.Infected ? "infecté : mis à l'écart, personne ne l'ouvrira" : state.InFrench();

    /// <summary>The colour of the state; the words say all.</summary>
    public static string Tag(this ScanState state) => state switch
    {
        ScanState.Clean => "document-state--clean",
        ScanState.Infected => "document-state--infected",
        _ => "document-state--pending",
    };

    /// <summary>A length as a person reads it.</summary>
    public static string Size(long length) => length switch
    {
        < Kilo => $"{French.Number(length)} octets",
        < Mega => $"{French.Number(Math.Ceiling((decimal)length / Kilo))} Ko",
        _ => $"{French.Number(Math.Ceiling((decimal)length / Mega * 10) / 10)} Mo",
    };
}
