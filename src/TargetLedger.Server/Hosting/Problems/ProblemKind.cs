namespace TargetLedger.Server.Hosting;

/// <summary>A kind of answer that is not what was asked for: a stable code, its HTTP status, its title in both languages.</summary>
internal sealed record ProblemKind(int Status, string Code, string Zh, string En)
{
    public static readonly ProblemKind RequestMalformed = new(400, "request_malformed", "请求格式错误", "The request is malformed");
    public static readonly ProblemKind BodyMalformed = new(400, "body_malformed", "请求体不是有效的 JSON", "The body is not valid JSON");
    public static readonly ProblemKind BodyInvalid = new(400, "body_invalid", "请求体内容有误", "The body is not as it should be");
    public static readonly ProblemKind QueryInvalid = new(400, "query_invalid", "查询参数有误", "A query parameter is not as it should be");
    public static readonly ProblemKind KeyMissing = new(400, "key_missing", "缺少 Idempotency-Key", "The Idempotency-Key header is missing");
    public static readonly ProblemKind KeyInvalid = new(400, "key_invalid", "Idempotency-Key 无效", "The Idempotency-Key header is not valid");
    public static readonly ProblemKind FormExpired = new(400, "form_expired", "表单已失效,请重新打开页面再提交", "The form has expired: open the page again and send it once more");
    public static readonly ProblemKind TooEarly = new(400, "too_early", "该时刻尚未到来", "The moment is still to come");
    public static readonly ProblemKind Unauthenticated = new(401, "unauthenticated", "请先登录", "Sign in first");
    public static readonly ProblemKind Forbidden = new(403, "forbidden", "没有权限", "You may not do this");
    public static readonly ProblemKind NotFound = new(404, "not_found", "没有找到", "There is no such thing");
    public static readonly ProblemKind MethodNotAllowed = new(405, "method_not_allowed", "不支持该请求方法", "The method is not allowed here");
    public static readonly ProblemKind NotAcceptable = new(406, "not_acceptable", "无法提供所要求的格式", "None of the accepted formats can be given");
    public static readonly ProblemKind TooSlow = new(408, "request_too_slow", "请求发送过慢", "The request came in too slowly");
    public static readonly ProblemKind Refused = new(409, "refused", "不能办理", "This cannot be done");
    public static readonly ProblemKind Stale = new(412, "stale", "内容已被更新,请重新读取", "It has changed since you read it");
    public static readonly ProblemKind BodyTooLarge = new(413, "body_too_large", "请求体过大", "The body is too large");
    public static readonly ProblemKind MediaTypeUnsupported = new(415, "media_type_unsupported", "请以 application/json 发送", "Send it as application/json");
    public static readonly ProblemKind KeyReused = new(422, "key_reused", "同一 Idempotency-Key 已用于另一请求", "The Idempotency-Key was used for another request");
    public static readonly ProblemKind IfMatchMissing = new(428, "if_match_missing", "缺少 If-Match", "The If-Match header is missing");
    public static readonly ProblemKind HeadersTooLarge = new(431, "headers_too_large", "请求头过大", "The request's headers are too large");
    public static readonly ProblemKind InternalError = new(500, "internal_error", "服务器内部错误", "Something went wrong on the server");
    public static readonly ProblemKind Overloaded = new(503, "overloaded", "请求过多,请稍后重试", "Too much to do, try again later");
    public static readonly ProblemKind Unavailable = new(503, "unavailable", "服务暂不可用,请稍后重试", "Not available at present, try again later");
    public static readonly ProblemKind TimedOut = new(503, "timed_out", "处理超时,请稍后重试", "It took too long, try again later");
    public static readonly ProblemKind OutcomeUnknown = new(503, "outcome_unknown", "不能确定是否已入账,请用同一 Idempotency-Key 重试", "It is unknown whether this was recorded, repeat it with the same Idempotency-Key");
    public static readonly ProblemKind NotYetVisible = new(503, "not_yet_visible", "尚未更新到该位置,请稍后重试", "That position is not visible yet, try again later");

    /// <summary>For an answer that some layer below gave as a bare status.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => TooSlow,
        413 => BodyTooLarge,
        415 => MediaTypeUnsupported,
        431 => HeadersTooLarge,
        503 => Overloaded,
        >= 400 and < 500 => RequestMalformed with { Status = status },
        _ => InternalError,
    };
}
