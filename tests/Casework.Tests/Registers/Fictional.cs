using Iness.TestKit;

namespace Iness.Casework.Tests.Registers;

/// <summary>The fictional companies kept beside these tests: no SIREN in use starts with 0.</summary>
internal static class Fictional
{
    public const string Association = "010000016";
    public const string WorkersCooperative = "010000024";
    public const string CapitalCompany = "010000032";
    public const string CapitalCompanyHeadOffice = "01000003200010";
    public const string CapitalCompanyInBeauvais = "01000003200028";
    public const string CapitalCompanyClosedShop = "01000003200036";
    public const string WorkIntegration = "010000040";
    public const string Partial = "010000057";
    public const string Unknown = "732829320";

    /// <summary>Answers about them, whole as the register writes them.</summary>
    public static string Folder => RepositoryRoot.PathOf("tests", "Casework.Tests", "Registers", "Fixtures");
}
