using System.Text;

namespace Iness.TestKit.Servers;

/// <summary>The harmless file that every scanner takes for a virus, put together here so that no scanner stops at this one.</summary>
public static class Eicar
{
    private const string FirstHalf = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR";
    private const string SecondHalf = "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public static byte[] Bytes => Encoding.ASCII.GetBytes(FirstHalf + SecondHalf);
}
