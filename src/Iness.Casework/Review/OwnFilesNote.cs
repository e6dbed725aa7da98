using Iness.Regulation;

namespace Iness.Casework.Review;

/// <summary>What our own files say beside a declaration.</summary>
/// <param name="Declared">What the applicant declared, in words.</param>
/// <param name="Known">What our files say, in words.</param>
/// <param name="Differs">Whether the two differ.</param>
/// <param name="WithOurs">What the regulation would say if our files were counted; null when that changes nothing, or is for an officer to say.</param>
public sealed record OwnFilesNote(string Declared, string Known, bool Differs, Finding? WithOurs)
{
    internal static OwnFilesNote OnFrequency(IReadOnlyList<OwnFile> earlier, AssessmentRequest request)
    {
        var ours = earlier.Where(file => !file.IsLinked).ToList();
        var declared = request.History.PreviousApplications;
        var hidden = OwnFiles.HiddenAmong(earlier, request);
        var unknown = (declared ?? []).Where(day => ours.TrueForAll(file => file.FiledOn != day)).ToList();
        var known = Sentence(earlier, "aucune demande antérieure");
        if (unknown.Count > 0) known += $" Absente de nos dossiers : {string.Join(" ; ", unknown.Select(day => $"demande du {French.Date(day)}"))}.";
        return new(
            declared switch
            {
                null => "Non déclaré.",
                { Count: 0 } => "Aucune demande antérieure.",
                _ => $"Demande déposée le {string.Join(", le ", declared.Select(French.Date))}.",
            },
            known,
            hidden.Count > 0 || unknown.Count > 0,
            hidden.Count == 0 ? null : FindingOf(Provision.Frq1, request with { History = request.History with { PreviousApplications = [.. declared ?? [], .. hidden.Select(file => file.FiledOn)] } }));
    }

    internal static OwnFilesNote OnOtherAid(IReadOnlyList<OwnFile> earlier, AssessmentRequest request)
    {
        var granted = earlier.Where(file => file.Granted is not null).ToList();
        var declared = request.History.OtherPublicAid?.Where(aid => aid.RegionalDigital).ToList();
        return new(
            declared switch
            {
                null => "Non déclaré.",
                { Count: 0 } => "Aucune autre aide régionale au numérique.",
                _ => string.Join(" ; ", declared.Select(aid => $"{aid.Scheme ?? "Aide régionale au numérique"}, {aid.Amount}")) + ".",
            },
            Sentence(granted, "aucune aide accordée"),
            // Whether an earlier grant is « another » aid for the same project is for an officer to say.
            granted.Count > 0 && declared is not { Count: > 0 },
            null);
    }

    private static string Sentence(IReadOnlyList<OwnFile> files, string none) => files.Count == 0 ? $"Nos propres dossiers : {none}." : $"Nos propres dossiers : {string.Join(" ; ", files.Select(file => file.InWords))}.";

    private static Finding FindingOf(Provision provision, AssessmentRequest request) => EligibilityAssessment.Assess(request).Findings.First(finding => finding.Provision == provision);
}
