namespace Iness.Casework.Tests.Assessments;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("""{}""", "/createdOn", "obligatoire")]
    [InlineData("""{"createdOn":null}""", "/createdOn", "obligatoire")]
    [InlineData("""{"createdOn":20260302}""", "/createdOn", "entre guillemets")]
    [InlineData("""{"createdOn":"2026-3-2"}""", "/createdOn", "AAAA-MM-JJ")]
    [InlineData("""{"createdOn":"02/03/2026"}""", "/createdOn", "AAAA-MM-JJ")]
    [InlineData("""{"createdOn":"2026-03-02T00:00:00Z"}""", "/createdOn", "date impossible")]
    [InlineData("""{"createdOn":"2026-02-29"}""", "/createdOn", "date impossible")]
    [InlineData("""{"createdOn":"0000-01-01"}""", "/createdOn", "date impossible")]
    [InlineData("""{"createdOn":"２026-03-02"}""", "/createdOn", "date impossible")]
    [InlineData("""{"createdOn":"9999-12-31"}""", "/createdOn", "trop lointaine")]
    [InlineData("""{"createdOn":"2021-10-04"}""", "/createdOn", "5 octobre 2021")]
    [InlineData("""{"createdOn":"2026-03-02","grantedOn":"2026-03-01"}""", "/grantedOn", "2 mars 2026")]
    [InlineData("""{"createdOn":"2026-03-02","createdOn":"2026-03-02"}""", "/createdOn", "deux fois")]
    [InlineData("""{"createdOn":"2026-03-02","created_on":1}""", "/created_on", "propriétés acceptées : createdOn, grantedOn")]
    [InlineData("""{"createdOn":"2026-03-02","CreatedOn":"2026-03-02"}""", "/CreatedOn", "propriété inconnue")]
    [InlineData("""{"createdOn":"2026-03-02","a/b~c":{"deep":[1]}}""", "/a~1b~0c", "propriété inconnue")]
    [InlineData("""{"createdOn":"2026-03-02","":1}""", "/", "propriété inconnue")]
    [InlineData("""{"createdOn":"2026-03-02","undertaking":[]}""", "/undertaking", "un objet est attendu")]
    [InlineData("""{"createdOn":"2026-03-02","project":{"costs":{}}}""", "/project/costs", "une liste est attendue")]
    [InlineData("""{"createdOn":"2026-03-02","project":{"costs":[null]}}""", "/project/costs/0", "un objet est attendu")]
    [InlineData("""{"createdOn":"2026-03-02","history":"none"}""", "/history", "un objet est attendu")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"previousApplications":["2023-02-30"]}}""", "/history/previousApplications/0", "date impossible")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"previousApplications":["9999-01-01"]}}""", "/history/previousApplications/0", "trop lointaine")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"deMinimisAids":[{"amount":1}]}}""", "/history/deMinimisAids/0/grantedOn", "obligatoire")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"deMinimisAids":[{"grantedOn":"2025-01-01"}]}}""", "/history/deMinimisAids/0/amount", "obligatoire")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"deMinimisAids":[{"grantedOn":"2025-01-01","amount":-1}]}}""", "/history/deMinimisAids/0/amount", "négatif")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"otherPublicAid":[{"grantor":"CCI"}]}}""", "/history/otherPublicAid/0/amount", "obligatoire")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"otherPublicAid":[{"amount":1,"regionalDigital":"no"}]}}""", "/history/otherPublicAid/0/regionalDigital", "true ou false")]
    [InlineData("""{"createdOn":"2026-03-02","history":{"otherPublicAid":[{"amount":10000000000000.01}]}}""", "/history/otherPublicAid/0/amount", "trop grand")]
    [InlineData("""[]""", "", "un objet est attendu")]
    [InlineData("""null""", "", "un objet est attendu")]
    public void Read_BadRequest_TellsItsPlace(string json, string pointer, string message) => Check(json, pointer, message);

    [Theory]
    [InlineData("\"siren\":\"338365058\"", "siren", "clé")]
    [InlineData("\"siren\":\"338 365 059\"", "siren", "neuf chiffres")]
    [InlineData("\"siren\":338365059", "siren", "entre guillemets")]
    [InlineData("\"legalCategory\":\"922\"", "legalCategory", "quatre chiffres")]
    [InlineData("\"legalCategory\":\"92200\"", "legalCategory", "quatre chiffres")]
    [InlineData("\"approvals\":[\"esus\",\"ESUS\"]", "approvals/1", "esus, scop, ei")]
    [InlineData("\"approvals\":\"esus\"", "approvals", "une liste est attendue")]
    [InlineData("\"approvals\":[null]", "approvals/0", "un code est attendu")]
    [InlineData("\"sectors\":[\"digital\"]", "sectors/0", "digitalCore")]
    [InlineData("\"stage\":\"running\"", "stage", "existing, creation, takeover, ceased")]
    [InlineData("\"communeCode\":\"5935\"", "communeCode", "cinq caractères")]
    [InlineData("\"communeCode\":\"2C004\"", "communeCode", "cinq caractères")]
    [InlineData("\"communeCode\":\"59999\"", "communeCode", "aucune commune du département 59")]
    [InlineData("\"communeCode\":\"80000\"", "communeCode", "aucune commune du département 80")]
    [InlineData("\"turnover\":-0.01", "turnover", "négatif")]
    [InlineData("\"turnover\":1.001", "turnover", "deux décimales")]
    [InlineData("\"turnover\":\"450000\"", "turnover", "est attendu")]
    [InlineData("\"turnover\":1e14", "turnover", "10 000 000 000 000 €")]
    [InlineData("\"headcount\":-1", "headcount", "négatif")]
    [InlineData("\"headcount\":1e400", "headcount", "trop long")]
    [InlineData("\"hasEconomicActivity\":1", "hasEconomicActivity", "true ou false")]
    [InlineData("\"mainActivity\":\"8899B\"", "mainActivity", "88.99B")]
    [InlineData("\"mainActivity\":\"88.99b\"", "mainActivity", "88.99B")]
    [InlineData("\"difficulty\":{\"shareCapital\":-1}", "difficulty/shareCapital", "négatif")]
    [InlineData("\"difficulty\":{\"equity\":-0.001}", "difficulty/equity", "deux décimales")]
    [InlineData("\"difficulty\":{\"equity\":-10000000000000.01}", "difficulty/equity", "trop petit")]
    [InlineData("\"difficulty\":{\"capital\":1}", "difficulty/capital", "propriété inconnue")]
    [InlineData("\"name\":\"x\"", "name", "propriété inconnue")]
    public void Read_BadUndertaking_TellsItsPlace(string members, string pointer, string message) =>
        Check(Contract.Undertaking(members), "/undertaking/" + pointer, message);

    [Fact]
    public void Read_TotalThatWouldOverflow_TellsTheList()
    {
        var aids = string.Join(',', Enumerable.Repeat("{\"grantedOn\":\"2025-01-01\",\"amount\":9999999999999.99}", 10_000));
        Check($$$"""{"createdOn":"2026-03-02","history":{"deMinimisAids":[{{{aids}}}]}}""", "/history/deMinimisAids", "le total");
    }

    [Fact]
    public void Read_MoreErrorsThanAnybodyReads_TellsTheFirstThousand()
    {
        var errors = Contract.Errors($$$"""{"createdOn":"2026-03-02","project":{"costs":[{{{string.Join(',', Enumerable.Repeat("0", 5000))}}}]}}""");
        Assert.Equal(1001, errors.Count);
        Assert.Equal("/project/costs/999", errors[999].Pointer);
        Assert.Contains("seules les premières", errors[1000].Message, StringComparison.Ordinal);
    }

    private static void Check(string json, string pointer, string message)
    {
        var error = Contract.Error(json);
        Assert.Equal(pointer, error.Pointer);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
