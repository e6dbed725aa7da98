using System.Buffers;
using System.Text;

namespace Iness.Casework.Documents.Kinds;

/// <summary>Text that anybody's programs can read: UTF-8 from end to end, and no control characters.</summary>
internal static class PlainText
{
    private const int BufferSize = 64 * 1024;
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r' or '\f')), '\x7F']);

    public static async Task<bool> IsOneAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
        var letters = ArrayPool<char>.Shared.Rent(BufferSize + 1);
        try
        {
            int read;
            do
            {
                read = await content.ReadAsync(bytes.AsMemory(0, BufferSize), cancellationToken);
                var written = decoder.GetChars(bytes, 0, read, letters, 0, flush: read == 0);
                if (letters.AsSpan(0, written).ContainsAny(Controls)) return false;
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
            ArrayPool<char>.Shared.Return(letters, clearArray: true);
        }
    }
}
