using System.Diagnostics;
using System.Text;
using Shouldly;
using TargetLedger.Documents.Cleaning;
using TargetLedger.Documents.Drafts;
using TargetLedger.Documents.Reading;
using Xunit;

namespace TargetLedger.Documents.Tests.Drafts;

/// <summary>Whatever is thrown at it, a draft comes back in time, and its places are places of the text.</summary>
public class AnyTextTests
{
    private static readonly string[] Fragments =
    [
        "一、", "(一)", "1.", "①", "第一条 ", "新建", "完成", "5", "10", "3万", "百", "两", "一", "个", "名", "%", "个百分点", "亿元", "万人次", "左右", "以上", "以内", "不少于", "力争", "提高到", "增长", "翻一番", "分别", "各", "每个乡镇", "、", "和", ",", "。", ";", ":", "(", ")", "〔", "〕", "“", "”",
        "《", "》", "牵头单位:", "责任单位:", "市教育局", "各区县", "配合", "由", "从", "到", "在", "的基础上", "已", "了", "去年", "2025年", "年底前", "6月", "每月", "45岁以下", "幼儿园", "学位", "达到", "控制在", "\n", " ", "-", "至", "分之", "三", "点", "余", "多", "😀", "A", "5G", "%", "①", "两地", "省委(市委)组织部", "其中", "对", "的",
    ];

    [Fact]
    public void Any_text_is_read_and_every_place_is_in_it()
    {
        var random = new Random(20250101);
        for (var i = 0; i < 6_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            var draft = DraftReader.Read(Plain(text), TestContext.Current.CancellationToken);

            var runes = text.EnumerateRunes().ToList();
            foreach (var commitment in draft.Tasks.SelectMany(t => t.Commitments))
            {
                commitment.CharStart.ShouldBeLessThanOrEqualTo(commitment.CharEnd, text);
                string.Concat(runes[commitment.CharStart..commitment.CharEnd]).ShouldBe(commitment.AsWritten, text);
            }

            foreach (var figure in draft.PassedOver)
                string.Concat(runes[figure.CharStart..figure.CharEnd]).ShouldBe(figure.AsWritten, text);
        }
    }

    [Theory]
    [InlineData("新建幼儿园20所,")]
    [InlineData("1.新建幼儿园20所。")]
    [InlineData("1.新建幼儿园20所。\n")]
    [InlineData("1.甲乙丙丁\n")]
    [InlineData("(((((")]
    [InlineData("5、")]
    [InlineData("市教育局、")]
    [InlineData("牵头单位:市教育局;")]
    [InlineData("牵头单位:市教育局,")]
    [InlineData("1.抓好工作。(市教育局)\n")]
    public void A_document_of_a_million_signs_does_not_take_forever(string part)
    {
        var text = new StringBuilder("某市2025年工作要点\n");
        while (text.Length < 1_000_000)
            text.Append(part);

        var watch = Stopwatch.StartNew();
        DraftReader.Read(Plain(text.ToString()), TestContext.Current.CancellationToken);

        // A few seconds each, and ten times that where others are at work; what grew with the square would take many minutes.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void What_stands_far_back_in_a_line_without_end_is_read_with_its_place()
    {
        var line = $"1.抓好  工作,{string.Concat(Enumerable.Repeat("做好日常服务,", 4_000))}新建幼儿园20所。(市教育局)";

        var draft = DraftReader.Read(Plain($"某市2025年工作要点\n{line}\n"), TestContext.Current.CancellationToken);

        var target = draft.Tasks.ShouldHaveSingleItem().Commitments.ShouldHaveSingleItem();
        target.Value.ShouldBe(20);
        $"某市2025年工作要点\n{line}"[target.CharStart..target.CharEnd].ShouldBe(target.AsWritten);
    }

    [Fact]
    public void Reading_stops_when_nobody_waits_any_more()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Should.Throw<OperationCanceledException>(() => DraftReader.TryRead(Plain("1.抓好工作。(市教育局)\n2.新建幼儿园20所。(市教育局)\n"), gone.Token));
    }

    private static SourceDocument Plain(string text)
    {
        var blocks = new List<SourceBlock>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
                blocks.Add(new SourceParagraph(start, start + line.Length, CleanText.Unchanged(line, start), null));
            start += line.Length + 1;
        }

        return new(text, blocks, []);
    }
}
