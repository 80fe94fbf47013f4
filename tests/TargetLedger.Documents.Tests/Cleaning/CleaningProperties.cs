using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TargetLedger.Documents.Tests.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Cleaning;

public sealed class CleaningProperties
{
    private static readonly string[] Pieces =
    [
        "培训", "３", "万", "人次", "(xí)", "習", "（市）", "  ", "　", "\t", "\n", "\u200B", "<br>", "&nbsp;", "?。ㄊ校┬?", "\uFFFD", "、", "。", "5-8个", "A", " ", "乾隆", "𫵷", "㠣", "位置:", "ICP备1号",
    ];

    [Fact]
    public void Whatever_a_text_is_made_of_every_place_and_every_change_leads_back_to_it()
        => Prop.ForAll(
            Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(),
            text =>
            {
                var reading = TargetLedger.Documents.Reading.DocumentReader.ReadAsync(Encoding.UTF8.GetBytes("文" + text), "a.txt", CancellationToken.None).GetAwaiter().GetResult();
                reading.File!.ShouldKeepItsPlaces();
            }).QuickCheckThrowOnFailure();
}
