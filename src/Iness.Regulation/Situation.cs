using Iness.Regulation.Aid;
using Iness.Regulation.Costs;

namespace Iness.Regulation;

/// <summary>Everything a rule may look at: the facts, the parameters in force, and the amounts already computed.</summary>
internal sealed class Situation
{
    private readonly AidFigures aid;

    public Situation(AssessmentRequest request, SchemeParameters parameters)
    {
        Request = request;
        Parameters = parameters;
        GrantedOn = request.GrantedOn ?? request.CreatedOn;
        Costs = CostAssessment.Assess(request.Costs, request.CreatedOn, parameters);
        aid = AidFigures.Compute(this);
    }

    public AssessmentRequest Request { get; }

    public SchemeParameters Parameters { get; }

    public DateOnly GrantedOn { get; }

    public Undertaking Undertaking => Request.Undertaking;

    public DateOnly CreatedOn => Request.CreatedOn;

    public CostAssessment Costs { get; }

    /// <summary>Held by reference: the rules read it many times, and it is not small.</summary>
    public ref readonly AidFigures Aid => ref aid;
}
