namespace Iness.EndToEnd.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void Build_Always_Runs() => Assert.True(Environment.Version.Major >= 10);
}
