using FluentValidation;
using FluentValidation.Results;
using TargetLedger.Domain;
using TargetLedger.Domain.Commitments;

namespace TargetLedger.Server.Hosting;

/// <summary>The words validators are written in. What depends on the ledger's state is a decision's business, not theirs.</summary>
internal static class ShapeRules
{
    /// <summary>Something must be said: why, or by whose leave.</summary>
    public static IRuleBuilderOptions<T, string> IsStated<T>(this IRuleBuilder<T, string> text)
        => text.Must(t => !string.IsNullOrWhiteSpace(t)).Says("value_missing", "不能为空白", "must not be blank");

    /// <summary>A code people and addresses can carry: it stands in paths, accounts and events for ever.</summary>
    public static IRuleBuilderOptions<T, string> IsCode<T>(this IRuleBuilder<T, string> code)
        => code.Must(c => c.Length is >= 1 and <= 50 && char.IsAsciiLetterOrDigit(c[0]) && c.All(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '_' or '-'))
            .Says(
                "code_invalid",
                "代码只用字母、数字、点、下划线和连字符,以字母或数字开头,不超过 50 个",
                "a code has letters, digits, dots, underscores and hyphens, begins with a letter or digit, and is at most 50 long");

    public static IRuleBuilderOptions<T, string> FitsIn<T>(this IRuleBuilder<T, string> text, int characters)
        => text.Must(t => t.Length <= characters).Says("text_too_long", $"最多 {characters} 字", $"at most {characters} characters");

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> HasAtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> list, int items)
        => list.Must(l => l is null || l.Count <= items).Says("list_too_long", $"最多 {items} 项", $"at most {items} items");

    public static IRuleBuilderOptions<T, Period> RunsForward<T>(this IRuleBuilder<T, Period> period)
        => period.Must(p => p.Start <= p.End).Says("dates_reversed", "结束早于开始", "it ends before it starts");

    public static IRuleBuilderOptions<T, TValue> Says<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, string code, string zh, string en)
        => rule.WithErrorCode(code).WithState(_ => new Words(zh, en));

    public static Fault AsFault(ValidationFailure failure)
    {
        var words = (Words)failure.CustomState;
        return new(JsonPointer.OfPropertyPath(failure.PropertyName), failure.ErrorCode, words.Zh, words.En);
    }

    private sealed record Words(string Zh, string En);
}
