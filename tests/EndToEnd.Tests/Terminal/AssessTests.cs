using System.Text.Json;
using Iness.TestKit;

namespace Iness.EndToEnd.Tests.Terminal;

public sealed class AssessTests
{
    private static readonly IReadOnlyList<AssessmentCase> Cases =
        [.. AssessmentCase.In(RepositoryRoot.PathOf("tests", "Fixtures", "assessments.ndjson"))];

    [Fact]
    public async Task Assess_AnyVerdict_AnswersInJsonAndSucceeds()
    {
        foreach (var one in new[] { Cases[0], Cases[2], Cases[10] })
        {
            var outcome = await Iness.RunAsync(one.Request, "assess", "-");
            Assert.Equal(0, outcome.ExitCode);
            Assert.Empty(outcome.Error);
            using var answer = JsonDocument.Parse(outcome.Output);
            Assert.Equal(one.Expected, AssessmentCase.OutlineOfAnswer(answer.RootElement));
        }
    }

    [Fact]
    public async Task Assess_File_AnswersAsFromStandardInput()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, Cases[0].Request, TestContext.Current.CancellationToken);
            Assert.Equal((await Iness.RunAsync(Cases[0].Request, "assess", "-")).Output, (await Iness.RunAsync("", "assess", path)).Output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Assess_BadRequest_TellsEveryErrorAndAnswersNothing()
    {
        var outcome = await Iness.RunAsync("""{"createdOn":"2026-02-30","undertaking":{"headcount":-1},"a\nb":0}""", "assess", "-");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Equal(3, outcome.ErrorLines.Count);
        Assert.StartsWith("/createdOn: date impossible", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("/undertaking/headcount: ", outcome.ErrorLines[1], StringComparison.Ordinal);
        // A name from outside neither breaks the line nor drives the terminal.
        Assert.StartsWith("/a\\u000ab: propriété inconnue", outcome.ErrorLines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nulle-part.json", "fichier introuvable")]
    [InlineData("/", "dossier")]
    public async Task Assess_UnreadableFile_SaysSoInOneLine(string path, string message)
    {
        var outcome = await Iness.RunAsync("", "assess", path);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains(message, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_Text_IsAReportWithinTheTerminal()
    {
        var outcome = await Iness.RunAsync(Cases[13].Request, "assess", "-", "--format", "text");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Résultat : ✓ éligible", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("2 400 €", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("✓ rempli", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("demandé 1 500 €, retenu 0 €", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("XCO-1", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.All(outcome.OutputLines, line => Assert.InRange(line.Length, 1, 100));

        var unknown = await Iness.RunAsync("""{"createdOn":"2026-03-02"}""", "assess", "-", "--format", "text");
        Assert.Contains("? à préciser", unknown.Output, StringComparison.Ordinal);
        Assert.Contains("/undertaking/turnover", unknown.Output, StringComparison.Ordinal);
    }
}
