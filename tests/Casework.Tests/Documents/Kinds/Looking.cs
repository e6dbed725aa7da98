using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Tests.Documents.Kinds;

/// <summary>A look at bytes under a name, and what it must say.</summary>
internal static class Looking
{
    public static Task<FileAnswer> AtAsync(byte[] content, string? name) =>
        FileInspection.LookAsync(new MemoryStream(content), name, TestContext.Current.CancellationToken);

    public static async Task<FileAnswer.Accepted> AcceptsAsync(byte[] content, string? name) => Assert.IsType<FileAnswer.Accepted>(await AtAsync(content, name));

    public static async Task<FileAnswer.Refused> RefusesAsync(byte[] content, string? name, FileRefusal reason)
    {
        var refused = Assert.IsType<FileAnswer.Refused>(await AtAsync(content, name));
        Assert.Equal(reason, refused.Reason);
        return refused;
    }
}
