using Iness.Regulation;

namespace Iness.Web.Simulation;

/// <summary>The documents that prove what was declared, to have at hand before applying.</summary>
internal static class SupportingDocuments
{
    public static IEnumerable<string> For(AssessmentRequest request)
    {
        var undertaking = request.Undertaking;
        var held = undertaking.Approvals ?? Approvals.None;
        yield return undertaking.LegalCategory is { IsAssociation: true } ? "Statuts et récépissé de déclaration" : "Statuts et extrait Kbis";
        if (held.HasFlag(Approvals.Esus)) yield return "Arrêté d'agrément ESUS en cours de validité";
        if (held.HasFlag(Approvals.Scop)) yield return "Attestation d'inscription sur la liste des SCOP";
        if ((held & Approvals.WorkIntegration) != Approvals.None) yield return "Convention d'insertion signée avec l'État";
        if (held.HasFlag(Approvals.Geiq)) yield return "Label GEIQ en cours de validité";
        yield return undertaking.Stage == Stage.Creation ? "Comptes prévisionnels" : "Comptes du dernier exercice clos";
        yield return "Attestations de régularité fiscale et de vigilance (Urssaf ou MSA)";
        yield return "Un devis hors taxes par dépense, au nom de la structure";
        yield return "Déclaration des aides de minimis obtenues en trois ans";
        if (request.History.OtherPublicAid is { Count: > 0 }) yield return "Notifications des autres aides publiques";
    }
}
