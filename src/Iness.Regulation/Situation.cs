using Iness.Regulation.Aid;
using Iness.Regulation.Costs;

namespace Iness.Regulation;

/// <summary>Everything a rule may look at: the facts, the parameters in force, and the amounts already computed.</summary>
internal sealed class Situation
{
    public Situation(AssessmentRequest request, SchemeParameters parameters)
    {
        Request = request;
        Parameters = parameters;
        GrantedOn = request.GrantedOn ?? request.CreatedOn;
        Costs = CostAssessment.Assess(request.Costs, request.CreatedOn, parameters);
        Aid = AidFigures.Compute(this);
    }

    public AssessmentRequest Request { get; }

    public SchemeParameters Parameters { get; }

    public DateOnly GrantedOn { get; }

    public Undertaking Undertaking => Request.Undertaking;

    public DateOnly CreatedOn => Request.CreatedOn;

    public CostAssessment Costs { get; }

    public AidFigures Aid { get; }

    public Finding Met(Provision provision, Sentence sentence) => new(this, provision, Verdict.Met, sentence);

    public Finding NotMet(Provision provision, Sentence sentence) => new(this, provision, Verdict.NotMet, sentence);

    public Finding Unknown(Provision provision, Fact missing, Sentence sentence) => new(this, provision, Verdict.Unknown, sentence, missing);

    public Finding Review(Provision provision, Sentence sentence) => new(this, provision, Verdict.Review, sentence);
}
