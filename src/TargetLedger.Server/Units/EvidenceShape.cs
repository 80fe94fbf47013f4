using FluentValidation;
using TargetLedger.Domain.Commitments;
using TargetLedger.Server.Hosting;

namespace TargetLedger.Server.Units;

/// <summary>证明材料, named by what it is rather than where it lies.</summary>
internal sealed class EvidenceShape : AbstractValidator<Evidence>
{
    public EvidenceShape()
    {
        RuleFor(e => e.Sha256)
            .Must(h => h.Length == 64 && h.All(char.IsAsciiHexDigitLower))
            .Says("hash_invalid", "应为 64 位小写十六进制", "must be 64 lower-case hexadecimal digits");
        RuleFor(e => e.Name).IsStated().FitsIn(255);
        RuleFor(e => e.Size).Must(s => s >= 0).Says("value_out_of_range", "不能为负", "cannot be negative");
        RuleFor(e => e.MediaType).IsStated().FitsIn(127);
    }
}
