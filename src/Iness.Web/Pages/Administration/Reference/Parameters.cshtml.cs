using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration.Reference;

/// <summary>The figures of the regulation in each of its versions, as the engine reads them. They change with the software, never here.</summary>
[Needs(Right.ReadSystem)]
public sealed class ParametersModel : PageModel
{
    /// <summary>The versions, the last first, each with its figures.</summary>
    public IReadOnlyList<(SchemeParameters Version, IReadOnlyList<Parameter> Figures)> Versions { get; } =
        [.. SchemeParameters.Versions.Reverse().Select(version => (version, Parameter.InForce(version.EffectiveFrom)))];
}
