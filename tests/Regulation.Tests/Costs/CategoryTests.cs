using Iness.Regulation.Costs;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Costs;

[Covers("COS-3"), Covers("COS-4"), Covers("COS-5"), Covers("COS-6"), Covers("COS-7"), Covers("COS-8"), Covers("COS-9")]
[Covers("XCO-1"), Covers("XCO-2"), Covers("XCO-5")]
public sealed class CategoryTests
{
    [Theory]
    [InlineData(CostCategory.OnlineShop, "COS-3")]
    [InlineData(CostCategory.Crm, "COS-4")]
    [InlineData(CostCategory.Erp, "COS-5")]
    [InlineData(CostCategory.Collaboration, "COS-6")]
    [InlineData(CostCategory.Cloud, "COS-7")]
    [InlineData(CostCategory.AugmentedReality, "COS-8")]
    [InlineData(CostCategory.Hardware, "COS-9")]
    [InlineData(CostCategory.ShowcaseWebsite, "XCO-1")]
    [InlineData(CostCategory.ConsumerSoftware, "XCO-2")]
    [InlineData(CostCategory.Cybersecurity, "XCO-5")]
    [InlineData(CostCategory.Other, "COS")]
    public void Category_Each_HasItsProvision(CostCategory category, string provision) => Assert.Equal(provision, CostLineRules.ProvisionOf(category).Id);

    [Theory]
    [InlineData(CostCategory.OnlineShop)]
    [InlineData(CostCategory.Crm)]
    [InlineData(CostCategory.Erp)]
    [InlineData(CostCategory.Collaboration)]
    [InlineData(CostCategory.Cloud)]
    [InlineData(CostCategory.AugmentedReality)]
    public void Category_Eligible_RetainsAll(CostCategory category) => Sample.Association.WithCosts(Sample.Line("a", 400_000, category)).ExpectLine("a", 400_000);

    [Theory]
    [InlineData(CostCategory.ShowcaseWebsite, "XCO-1", "Site vitrine simple : il n'est pas éligible, seul un site de vente en ligne l'est.")]
    [InlineData(CostCategory.ConsumerSoftware, "XCO-2", "Logiciel grand public (bureautique) : il n'est pas éligible.")]
    [InlineData(CostCategory.Cybersecurity, "XCO-5", "Cybersécurité : non éligible ici, voir Pass Cyber Investissement et Pass Cyber Conseil.")]
    public void Category_Ineligible_RetainsNothing(CostCategory category, string provision, string explanation)
    {
        var request = Sample.Association.WithCosts(Sample.Line("a", 400_000, category));

        request.ExpectLine("a", 0, provision);
        request.ExpectReason("a", explanation);
    }
}
