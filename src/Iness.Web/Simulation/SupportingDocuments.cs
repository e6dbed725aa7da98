using Iness.Casework.Documents.Requirements;
using Iness.Regulation;

namespace Iness.Web.Simulation;

/// <summary>What to have at hand before applying: the documents an application asks for, and what is filled in online.</summary>
internal static class SupportingDocuments
{
    public static IEnumerable<string> For(AssessmentRequest request) =>
        [.. DocumentRequirements.For(request).Select(required => required.Name), "La liste des aides de minimis obtenues en trois ans, à déclarer en ligne"];
}
