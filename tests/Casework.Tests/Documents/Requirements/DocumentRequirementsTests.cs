using Iness.Casework.Documents.Requirements;
using Iness.Regulation;

namespace Iness.Casework.Tests.Documents.Requirements;

public sealed class DocumentRequirementsTests
{
    private static readonly string[] Categories = ["5458", "5710", "9220", "9221", "1000"];
    private static readonly AssessmentRequest Unknown = new() { CreatedOn = new(2026, 3, 2) };
    private static readonly AssessmentRequest Association = Of(new() { LegalCategory = LegalCategory.Parse("9220") });
    private static readonly AssessmentRequest Company = Of(new() { LegalCategory = LegalCategory.Parse("5710"), Approvals = Approvals.Esus });

    [Fact]
    public void For_Association_AsksItsPapersAccountsCertificatesAndQuotes() => Assert.Equal(
        [DocumentKind.Statutes, DocumentKind.RegistrationReceipt, DocumentKind.Accounts, DocumentKind.TaxCertificate, DocumentKind.SocialCertificate, DocumentKind.Quote],
        Kinds(Association));

    [Fact]
    public void For_CompanyWithEsus_AsksItsExtractAndTheApproval() => Assert.Equal(
        [DocumentKind.Statutes, DocumentKind.CompanyExtract, DocumentKind.EsusApproval, DocumentKind.Accounts, DocumentKind.TaxCertificate, DocumentKind.SocialCertificate, DocumentKind.Quote],
        Kinds(Company));

    [Theory]
    [InlineData("1000", DocumentKind.CompanyExtract)]
    [InlineData("5499", DocumentKind.Statutes, DocumentKind.CompanyExtract)]
    [InlineData("6316", DocumentKind.Statutes, DocumentKind.CompanyExtract)]
    [InlineData("9222", DocumentKind.Statutes, DocumentKind.RegistrationReceipt)]
    [InlineData("9223", DocumentKind.Statutes, DocumentKind.RegistrationReceipt)]
    [InlineData("5195", DocumentKind.Statutes, DocumentKind.RegistrationReceipt)]
    [InlineData("9300", DocumentKind.Statutes)]
    [InlineData(null, DocumentKind.Statutes)]
    public void For_LegalCategory_AsksThePapersThatItHas(string? category, params DocumentKind[] expected) => Assert.Equal(
        expected,
        Kinds(Of(new() { LegalCategory = category is null ? null : LegalCategory.Parse(category) }))
            .Where(kind => kind is DocumentKind.Statutes or DocumentKind.RegistrationReceipt or DocumentKind.CompanyExtract));

    [Theory]
    [InlineData(Approvals.Esus, DocumentKind.EsusApproval)]
    [InlineData(Approvals.Scop, DocumentKind.ScopCertificate)]
    [InlineData(Approvals.Ei, DocumentKind.WorkIntegrationAgreement)]
    [InlineData(Approvals.Ai, DocumentKind.WorkIntegrationAgreement)]
    [InlineData(Approvals.Etti, DocumentKind.WorkIntegrationAgreement)]
    [InlineData(Approvals.Eiti, DocumentKind.WorkIntegrationAgreement)]
    [InlineData(Approvals.Aci, DocumentKind.WorkIntegrationAgreement)]
    [InlineData(Approvals.Geiq, DocumentKind.GeiqLabel)]
    [InlineData(Approvals.Esus | Approvals.Scop | Approvals.Ei | Approvals.Geiq, DocumentKind.EsusApproval, DocumentKind.ScopCertificate, DocumentKind.WorkIntegrationAgreement, DocumentKind.GeiqLabel)]
    public void For_ApprovalHeld_AsksItsProofAndNoOther(Approvals held, params DocumentKind[] expected) => Assert.Equal(expected, Proofs(Of(new() { Approvals = held })));

    [Theory]
    [InlineData("5458", DocumentKind.ScopCertificate)]
    [InlineData("9221", DocumentKind.WorkIntegrationAgreement)]
    [InlineData("9223")]
    public void For_QualityByCategory_AsksItsProof(string category, params DocumentKind[] expected) =>
        Assert.Equal(expected, Proofs(Of(new() { LegalCategory = LegalCategory.Parse(category), Approvals = Approvals.None })));

    [Fact]
    public void For_Creation_AsksForecastsAndNothingThatCannotBeHadYet() => Assert.Equal(
        [DocumentKind.Statutes, DocumentKind.EsusApproval, DocumentKind.ForecastAccounts, DocumentKind.Quote],
        Kinds(Company with { Undertaking = Company.Undertaking with { Stage = Stage.Creation } }));

    [Fact]
    public void For_CreationAlreadyRegistered_AsksItsExtractAndCertificates()
    {
        Assert.True(Siren.TryParse("732829320", out var siren));
        var kinds = Kinds(Company with { Undertaking = Company.Undertaking with { Stage = Stage.Creation, Siren = siren } });

        Assert.Contains(DocumentKind.CompanyExtract, kinds);
        Assert.Contains(DocumentKind.TaxCertificate, kinds);
        Assert.Contains(DocumentKind.SocialCertificate, kinds);
        Assert.DoesNotContain(DocumentKind.Accounts, kinds);
    }

    [Fact]
    public void For_OtherAidDeclared_AsksItsNotification()
    {
        Assert.Contains(DocumentKind.OtherAidNotification, Kinds(Association with { History = new() { OtherPublicAid = [new(Money.Euros(500))] } }));
        Assert.DoesNotContain(DocumentKind.OtherAidNotification, Kinds(Association with { History = new() { OtherPublicAid = [] } }));
    }

    [Fact]
    public void For_AnyFacts_OnlyEsusHasDatesAndOnlyQuotesGoByLine()
    {
        var all = Everything();

        Assert.Equal([DocumentKind.EsusApproval], all.Where(required => required.NeedsValidity).Select(required => required.Kind).Distinct());
        Assert.Equal([DocumentKind.Quote], all.Where(required => required.PerCostLine).Select(required => required.Kind).Distinct());
    }

    [Fact]
    public void For_AnyFacts_EachSaysWhereItIsFoundAndWhatItSettles() => Assert.All(Everything(), required =>
    {
        Assert.EndsWith(".", required.WhereToFind, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", required.WhereToFind, StringComparison.Ordinal);
        Assert.NotEmpty(required.Provisions);
    });

    [Fact]
    public void For_SameDocumentTwiceOver_IsAskedOnce()
    {
        var kinds = Kinds(Of(new() { LegalCategory = LegalCategory.Parse("9222"), Approvals = Approvals.Ei | Approvals.Ai }));

        Assert.Equal(kinds.Distinct(), kinds);
    }

    [Fact]
    public void NameOf_EachKind_IsItsOwn()
    {
        var names = Enum.GetValues<DocumentKind>().Select(DocumentRequirements.NameOf).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    private static AssessmentRequest Of(Undertaking undertaking) => Unknown with { Undertaking = undertaking };

    private static List<DocumentKind> Kinds(AssessmentRequest request) => [.. DocumentRequirements.For(request).Select(required => required.Kind)];

    private static IEnumerable<DocumentKind> Proofs(AssessmentRequest request) => Kinds(request)
        .Where(kind => kind is DocumentKind.EsusApproval or DocumentKind.ScopCertificate or DocumentKind.WorkIntegrationAgreement or DocumentKind.GeiqLabel);

    private static List<DocumentRequirement> Everything() =>
    [
        .. from stage in Enum.GetValues<Stage>()
           from category in Categories
           from required in DocumentRequirements.For(Unknown with
           {
               Undertaking = new() { LegalCategory = LegalCategory.Parse(category), Stage = stage, Approvals = Approvals.Esus | Approvals.Scop | Approvals.WorkIntegration | Approvals.Geiq },
               History = new() { OtherPublicAid = [new(Money.Euros(500))] },
           })
           select required,
    ];
}
