using System.Text;
using QRCoder;

namespace Iness.Web.Accounts.Codes;

/// <summary>The secret that an authenticator application shares with the portal, in the forms people can take it in.</summary>
/// <param name="Secret">In base 32, as Identity keeps it.</param>
/// <param name="Email">The account it is for, as the application will show it.</param>
public sealed record AuthenticatorKey(string Secret, string Email)
{
    private const string Issuer = "Iness";

    /// <summary>For copying by hand: groups of four.</summary>
    public string InGroups => string.Join(' ', Secret.Chunk(4).Select(group => new string(group)));

    /// <summary>For opening an application of the same device.</summary>
    public string Address => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(Email)}?secret={Secret}&issuer={Issuer}&digits=6";

    /// <summary>For the camera: the squares of the QR code as the path of an image, and the width of that image.</summary>
    /// <remarks>Drawn here: the library's own images bring styles that the portal's policy forbids.</remarks>
    public (string Path, int Width) Draw()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Length; x++)
            {
                if (data.ModuleMatrix[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return (path.ToString(), data.ModuleMatrix.Count);
    }
}
