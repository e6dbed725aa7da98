using System.Text.Json;
using Iness.TestKit;

namespace Iness.Casework.Tests.Assessments;

public sealed class ContractTests
{
    [Fact]
    public void Read_SeveralErrors_TellsAllInOrder()
    {
        var errors = Contract.Errors("""
            {"createdOn":"2020-01-01","undertaking":{"siren":"1","headcount":-1,"approvals":["x","esus","y"]},"extra":0,
             "project":{"costs":[{"id":"a","category":"hardware","nature":"subscription","amount":0},
                                 {"id":"a","category":"crm","nature":"service","amount":1.234},{}]},
             "history":{"deMinimisAids":[{}],"otherPublicAid":[{"amount":1,"amount":2}]}}
            """);
        Assert.Equal(
            [
                "/createdOn", "/undertaking/siren", "/undertaking/headcount", "/undertaking/approvals/0", "/undertaking/approvals/2", "/extra",
                "/project/costs/0/amount", "/project/costs/0/months", "/project/costs/0/hardware", "/project/costs/1/amount", "/project/costs/1/id",
                "/project/costs/2/id", "/project/costs/2/category", "/project/costs/2/nature", "/project/costs/2/amount",
                "/history/deMinimisAids/0/grantedOn", "/history/deMinimisAids/0/amount", "/history/otherPublicAid/0/amount",
            ],
            errors.Select(error => error.Pointer));
    }

    [Fact]
    public void Read_NullEverywhereAllowed_MeansAbsent()
    {
        var bare = Contract.Read("""{"createdOn":"2026-03-02"}""");
        var nulls = Contract.Read("""
            {"createdOn":"2026-03-02","grantedOn":null,"undertaking":{"siren":null,"legalCategory":null,"approvals":null,"stage":null,"communeCode":null,
             "foundedOn":null,"turnover":null,"headcount":null,"hasEconomicActivity":null,"mainActivity":null,"sectors":null,"taxUpToDate":null,
             "socialUpToDate":null,"difficulty":{"insolvencyProceedings":null,"rescueAidOutstanding":null,"shareCapital":null,"equity":null}},
             "project":{"costs":null},"history":{"deMinimisAids":null,"previousApplications":null,"otherPublicAid":null}}
            """);
        Assert.Equal(bare, nulls);
        Assert.Equal(bare, Contract.Read("""{"createdOn":"2026-03-02","undertaking":null,"project":null,"history":null}"""));
        Assert.Equal(bare, Contract.Read("""{"createdOn":"2026-03-02","undertaking":{"difficulty":null},"project":{},"history":{}}"""));

        var line = Assert.Single(Contract.Read(Contract.Cost(more: ",\"label\":null,\"months\":null,\"hardware\":null,\"invoicedTo\":null,\"financing\":null,\"orderedOn\":null")).Costs!);
        Assert.Equal(Assert.Single(Contract.Read(Contract.Cost()).Costs!), line);
    }

    [Fact]
    public void Read_EscapedNamesAndCodes_AreWhatTheyMean()
    {
        var request = Contract.Read("""{"\u0063reatedOn":"2026\u002d03-02","undertaking":{"approvals":["\u0065sus","esus"],"legalCategory":"\u0039220"}}""");
        Assert.Equal(new(2026, 3, 2), request.CreatedOn);
        Assert.Equal(Regulation.Approvals.Esus, request.Undertaking.Approvals);
        Assert.Equal("9220", request.Undertaking.LegalCategory.ToString());
    }

    [Fact]
    public void Commune_OutsideTheRegion_IsNotLookedUp() =>
        Assert.Equal("75999", Contract.Read(Contract.Undertaking("\"communeCode\":\"75999\"")).Undertaking.Commune.ToString());

    [Fact]
    public void RequestWriter_AnyRequest_ReadsBackTheSame()
    {
        foreach (var request in new MixedRequests(7).Take(500))
        {
            var json = Contract.RequestText(request);
            var read = Contract.Read(json);
            Assert.Equal(json, Contract.RequestText(read));
            Assert.Equal(request.Undertaking, read.Undertaking);
            Assert.Equal(request.Costs, read.Costs);
            Assert.Equal(request.History.OtherPublicAid, read.History.OtherPublicAid);
            Assert.Equal(Contract.AnswerText(request), Contract.AnswerText(read));
        }
    }

    [Fact]
    public void AnswerWriter_Amounts_HaveTwoDecimals()
    {
        var answer = Contract.AnswerText(Contract.Read(Contract.Cost(amount: "4200")));
        Assert.Contains("\"claimed\":4200.00,\"retained\":4200.00,\"reasons\":[]", answer, StringComparison.Ordinal);
        Assert.Contains("\"steps\":[{\"provision\":\"AID-1\",\"label\":\"40 % des dépenses retenues de 4 200 €\",\"amount\":1680.00}]", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswerWriter_Missing_OnlyWhereSomethingIsUnknown()
    {
        foreach (var request in new MixedRequests(11).Take(200))
        {
            foreach (var finding in Contract.Answer(request).GetProperty("findings").EnumerateArray())
            {
                var unknown = finding.GetProperty("verdict").GetString() == "unknown";
                Assert.Equal(unknown, finding.TryGetProperty("missing", out var missing));
                if (unknown) Assert.NotEqual(0, missing.GetArrayLength());
            }
        }
    }

    [Fact]
    public void AnswerWriter_Members_StandInTheOrderOfTheContract()
    {
        var answer = Contract.Answer(Contract.Read(Contract.Cost(category: "\"other\"")));
        Assert.Equal(["regulation", "verdict", "findings", "costs", "aid"], Names(answer));
        Assert.Equal(["lines", "claimed", "eligible", "base"], Names(answer.GetProperty("costs")));
        Assert.Equal(["id", "claimed", "retained", "reasons"], Names(answer.GetProperty("costs").GetProperty("lines")[0]));
        Assert.Equal(["provision", "explanation"], Names(answer.GetProperty("costs").GetProperty("lines")[0].GetProperty("reasons")[0]));
        Assert.Equal(["provision", "verdict", "explanation", "missing"], Names(answer.GetProperty("findings")[0]));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
