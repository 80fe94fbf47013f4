using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TargetLedger.Documents.Forms;
using TargetLedger.Domain.Commitments;
using Xunit;

namespace TargetLedger.Documents.Tests.Forms;

public sealed class FormCodeTests
{
    private static readonly FormCode Code = new("rensheju", new(new(2014, 6, 1), new(2014, 6, 30)), "commitment-7e6d3a41-0000-8000-8000-000000000001", 12, "n1");

    [Fact]
    public void It_comes_back_as_it_was()
        => Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>().Filter(n => n.Get.Length > 0 && n.Get.All(c => !char.IsSurrogate(c))),
            node => FormCode.Read((Code with { Node = node.Get }).Write()) == Code with { Node = node.Get }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_that_was_dragged_or_cut_is_none()
    {
        var text = Code.Write();
        for (var at = 0; at < text.Length; at++)
        {
            FormCode.Read(text[..at]).ShouldBeNull();
            FormCode.Read(string.Concat(text.AsSpan(0, at), text[at] == '1' ? "2" : "1", text.AsSpan(at + 1))).ShouldBeNull(text);
        }
    }
}
