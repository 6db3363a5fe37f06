using System.Globalization;
using System.Text;
using QRCoder;

namespace Resume2Website.Server.Publishing;

/// <summary>An address as a picture that telephones read.</summary>
internal static class QrCode
{
    /// <summary>The code as SVG: dark on light whatever the page around it looks like, with the margin that readers need.</summary>
    public static string Svg(Uri address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var size = code.ModuleMatrix.Count;
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>""");
    }
}
