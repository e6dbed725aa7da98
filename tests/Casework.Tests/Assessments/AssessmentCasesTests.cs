using Iness.TestKit;

namespace Iness.Casework.Tests.Assessments;

public sealed class AssessmentCasesTests
{
    [Fact]
    public void Answer_OwnCases_AgreesWithEachInFull() => Check(RepositoryRoot.PathOf("tests", "Fixtures", "assessments.ndjson"), atLeast: 15);

    [Fact]
    public void Answer_CasesHandedOver_AgreesWithEachInFull()
    {
        if (RepositoryRoot.OutsideData("cases", "assessments.ndjson") is { } path) Check(path, atLeast: 300);
        else Assert.Skip("The cases beside the repository are absent.");
    }

    private static void Check(string path, int atLeast)
    {
        var cases = AssessmentCase.In(path).ToList();
        Assert.True(cases.Count >= atLeast);
        Assert.All(cases, one => Assert.Equal(one.Expected, AssessmentCase.OutlineOfAnswer(Contract.Answer(Contract.Read(one.Request)))));
    }
}
