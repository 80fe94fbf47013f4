using TargetLedger.Documents.Quantities;

namespace TargetLedger.Documents.Structure;

/// <summary>42.5%,比上年提高1个百分点; 8名(其中博士2名): the figure a cell under a goal begins with, before it says more in words.</summary>
internal static class LeadingFigure
{
    public static Mention? Of(string form, string label, (UnitWord Unit, decimal Scale)? unit, Days? period)
    {
        var end = form.AsSpan().IndexOfAny(",;(。、");
        // 65公里、危桥4座 goes on with another; 1、2号楼 does not begin with a figure.
        if (end <= 0 || (form[end] == '、' && char.IsAsciiDigit(form[end - 1])) || TimeWords.Find(form[..end], null).Count > 0)
            return null;
        return CellReader.Read(form[..end], label, unit, period) is { Kind: MentionKind.Target } mention && UnitWord.Whole(mention.Unit) is not { Unit.Kind: UnitClass.Duration } ? mention : null;
    }
}
