using System.Buffers;
using System.Globalization;
using System.Text;

namespace TargetLedger.EventStore;

/// <summary>Numbers as RFC 8785 §3.2.2.3 wants them: ECMAScript's Number::toString (ECMA-262, 6.1.6.1.20).</summary>
internal static class EcmaScriptNumber
{
    // The longest is -2.2250738585072014e-308.
    private const int MaxLength = 32;

    public static void Write(IBufferWriter<byte> output, double value)
    {
        if (!double.IsFinite(value))
            throw new CanonicalJsonException("number_too_large", "a number beyond the range of a double");
        Span<char> text = stackalloc char[MaxLength];
        var length = Format(value, text);
        output.Advance(Encoding.ASCII.GetBytes(text[..length], output.GetSpan(length)));
    }

    /// <summary>True when the decimal number written as <paramref name="token"/> is exactly what its canonical form says.</summary>
    public static bool IsExact(ReadOnlySpan<byte> token, double value)
    {
        // A decimal of at most 15 significant digits always survives the way through a double.
        if (token.Length <= 15 && token.IndexOfAny((byte)'e', (byte)'E') < 0)
            return true;
        Span<char> text = stackalloc char[MaxLength];
        var length = Format(value, text);
        Span<byte> canonical = stackalloc byte[MaxLength];
        Encoding.ASCII.GetBytes(text[..length], canonical);
        return Significand.Of(token).SameAs(Significand.Of(canonical[..length]));
    }

    private static int Format(double value, Span<char> output)
    {
        if (value == 0)
        {
            output[0] = '0'; // also for negative zero
            return 1;
        }

        // .NET writes the shortest digits that read back as the same double, which are those ECMAScript asks for; only the
        // placing of point and exponent differs.
        Span<char> shortest = stackalloc char[MaxLength];
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[MaxLength];
        var (count, point) = Digits(shortest[..length], digits);

        var at = 0;
        if (value < 0)
            output[at++] = '-';
        if (count <= point && point <= 21)
        {
            digits[..count].CopyTo(output[at..]);
            output.Slice(at + count, point - count).Fill('0');
            return at + point;
        }

        if (0 < point && point <= 21)
        {
            digits[..point].CopyTo(output[at..]);
            at += point;
            output[at++] = '.';
            digits[point..count].CopyTo(output[at..]);
            return at + count - point;
        }

        if (-6 < point && point <= 0)
        {
            output[at++] = '0';
            output[at++] = '.';
            output.Slice(at, -point).Fill('0');
            at += -point;
            digits[..count].CopyTo(output[at..]);
            return at + count;
        }

        output[at++] = digits[0];
        if (count > 1)
        {
            output[at++] = '.';
            digits[1..count].CopyTo(output[at..]);
            at += count - 1;
        }

        output[at++] = 'e';
        output[at++] = point > 0 ? '+' : '-';
        Math.Abs(point - 1).TryFormat(output[at..], out var written, default, CultureInfo.InvariantCulture);
        return at + written;
    }

    /// <summary>The significant digits of a number .NET wrote, and where the point stands after the first of them.</summary>
    private static (int Count, int Point) Digits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        var point = 0;
        var pointSeen = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '-':
                    break;
                case '.':
                    pointSeen = true;
                    break;
                case 'E':
                    point += int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                    i = text.Length;
                    break;
                case '0' when count == 0:
                    if (pointSeen)
                        point--;
                    break;
                case var digit:
                    digits[count++] = digit;
                    if (!pointSeen)
                        point++;
                    break;
            }
        }

        while (digits[count - 1] == '0')
            count--;
        return (count, point);
    }

    /// <summary>A JSON number as digits without zeros at either end, and a power of ten.</summary>
    private readonly ref struct Significand
    {
        private readonly ReadOnlySpan<byte> token;
        private readonly int first;
        private readonly int end;
        private readonly long point;

        private Significand(ReadOnlySpan<byte> token, int first, int end, long point)
        {
            this.token = token;
            this.first = first;
            this.end = end;
            this.point = point;
        }

        public static Significand Of(ReadOnlySpan<byte> number)
        {
            var e = number.IndexOfAny((byte)'e', (byte)'E');
            var mantissa = e < 0 ? number : number[..e];
            var exponent = 0L;
            // An exponent too long for a long belongs to zero or to something a double cannot hold; it equals no other.
            if (e >= 0 && !long.TryParse(number[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                exponent = long.MinValue / 2;
            var leading = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
            if (leading < 0)
                return new(mantissa, 0, 0, 0);
            var trailing = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
            var dot = mantissa.IndexOf((byte)'.');
            if (dot < 0)
                dot = mantissa.Length;
            return new(mantissa, leading, trailing + 1, exponent + dot - leading + (leading < dot ? 0 : 1));
        }

        public bool SameAs(Significand other)
        {
            if (point != other.point)
                return false;
            var (i, j) = (first, other.first);
            while (true)
            {
                if (i < end && token[i] == '.')
                    i++;
                if (j < other.end && other.token[j] == '.')
                    j++;
                if (i >= end || j >= other.end)
                    return i >= end && j >= other.end;
                if (token[i++] != other.token[j++])
                    return false;
            }
        }
    }
}
