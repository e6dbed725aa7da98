using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Whole;

/// <summary>The regulation computes from what it is given, and from nothing else.</summary>
public sealed class PurityTests
{
    private static readonly string[] AllowedAssemblies = ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Numerics.Vectors", "System.Runtime.Extensions"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.Console", "System.Random", "System.Guid", "System.TimeProvider", "System.TimeZoneInfo", "System.Threading.Thread",
        "System.Diagnostics.Stopwatch", "System.Activator", "System.AppContext",
    ];

    private static readonly string[] ForbiddenNamespaces =
        ["System.IO", "System.Net", "System.Threading.Tasks", "System.Reflection.Emit", "System.Text.Json", "System.Runtime.InteropServices", "Microsoft"];

    /// <summary>What the compiler itself puts in, for « ref readonly » and for lists held on the stack.</summary>
    private static readonly string[] CompilerOwn = ["Microsoft.CodeAnalysis.EmbeddedAttribute", "System.Runtime.InteropServices.InAttribute", "System.Runtime.InteropServices.MemoryMarshal"];

    private static readonly string[] ForbiddenMembers = ["get_Now", "get_UtcNow", "get_Today", "get_CurrentCulture", "get_CurrentUICulture", "get_TickCount", "get_TickCount64"];

    [Fact]
    public void Regulation_ItsReferences_AreTheBareRuntime()
    {
        SkipWhenMutated();
        var references = typeof(Scheme).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Empty(references.Except(AllowedAssemblies));
    }

    [Fact]
    public void Regulation_ItsCalls_TouchNoClockCultureOrDevice()
    {
        SkipWhenMutated();
        using var file = File.OpenRead(typeof(Scheme).Assembly.Location);
        using var portable = new PEReader(file);
        var metadata = portable.GetMetadataReader();

        var types = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToList();
        var members = metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name)).ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.Intersect(ForbiddenTypes));
        Assert.DoesNotContain(types, type => ForbiddenNamespaces.Any(forbidden => type.StartsWith(forbidden + ".", StringComparison.Ordinal)) && !CompilerOwn.Contains(type));
        Assert.Empty(members.Intersect(ForbiddenMembers));
        // The compiler asks for the thread where a method yields; nothing else of the environment is touched.
        Assert.Equal(["get_CurrentManagedThreadId"], MembersOf(metadata, "Environment").Distinct());
    }

    /// <summary>Mutation testing puts its own switches into the assembly; they are not the regulation's.</summary>
    private static void SkipWhenMutated() => Assert.SkipWhen(
        typeof(Scheme).Assembly.GetTypes().Any(type => type.Namespace?.StartsWith("Stryker", StringComparison.Ordinal) == true), "The assembly is under mutation testing.");

    private static IEnumerable<string> MembersOf(MetadataReader metadata, string type) =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == type
        select metadata.GetString(member.Name);

    [Fact]
    public void Regulation_ItsProject_TakesNoPackage()
    {
        var project = XDocument.Load(RepositoryRoot.PathOf("src", "Iness.Regulation", "Iness.Regulation.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Equal("true", project.Descendants("CheckForOverflowUnderflow").Single().Value);
    }

    [Fact]
    public void Regulation_ItsStaticState_NeverChanges()
    {
        SkipWhenMutated();
        // Types that the compiler makes for lambdas are left out; the field behind a static property is not.
        var mutable = typeof(Scheme).Assembly.GetTypes()
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && (!field.IsInitOnly || CanBeFilled(field.FieldType)))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        // The table of provisions fills up while the provisions themselves are created, once, before anyone can see them.
        Assert.Equal(["Provision.byIndex"], mutable);
    }

    private static bool CanBeFilled(Type type) =>
        type.IsArray || (type.IsGenericType && type.Namespace!.StartsWith("System.Collections", StringComparison.Ordinal) && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal));
}
