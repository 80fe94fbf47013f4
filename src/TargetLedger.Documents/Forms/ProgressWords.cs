using TargetLedger.Domain.Commitments;

namespace TargetLedger.Documents.Forms;

/// <summary>形象进度 in the words of forms.</summary>
public static class ProgressWords
{
    public static IReadOnlyList<(Progress Progress, string Word)> All { get; } =
        [(Progress.NotStarted, "未启动"), (Progress.InProgress, "推进中"), (Progress.Completed, "已完成")];

    public static string Of(Progress progress) => All.First(w => w.Progress == progress).Word;

    internal static Progress? Read(string word) => All.Where(w => w.Word == word).Select(w => (Progress?)w.Progress).FirstOrDefault();
}
