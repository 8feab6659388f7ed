/// Why a request cannot be understood or is over a limit. It never carries what the sender wrote.
public struct RequestError: Error, Sendable, Hashable {
    /// The kinds of refusal.
    public enum Code: String, Sendable, CaseIterable {
        /// The target is no path with an optional query.
        case malformedTarget
        /// The target is longer than the limit.
        case targetTooLong
        /// A `%` is not followed by two hexadecimal digits.
        case malformedPercentEncoding
        /// NUL or another control character where none may stand.
        case forbiddenCharacter
        /// Bytes that are no UTF-8: overlong forms, surrogates, cut sequences.
        case invalidUTF8
        /// A segment `.` or `..`, plain or encoded.
        case dotSegment
        /// A `/` or `\` hidden inside a path segment.
        case encodedSlash
        /// More fields than the limit.
        case tooManyFields
        /// A field's name or value is longer than the limit.
        case fieldTooLong
        /// The body is of a kind that this address does not take.
        case wrongContentType
        /// The multipart body breaks RFC 7578.
        case malformedMultipart
        /// More parts than the limit.
        case tooManyParts
        /// The headers of a part, or of the request, are larger than the limit.
        case headersTooLarge
        /// A part is larger than the limit.
        case partTooLarge
        /// The body is larger than the limit.
        case bodyTooLarge
        /// Headers that contradict each other or are malformed.
        case malformedHeaders
        /// A cookie with control characters, or that is no UTF-8.
        case malformedCookie
        /// A method that this server does not know.
        case unknownMethod
        /// The request did not arrive in time.
        case tooSlow
        /// Too many connections from one address.
        case tooManyConnections
        /// The server has no room for another connection.
        case serverFull
    }

    /// The kind.
    public let code: Code
    /// The place, such as `path` or `filename`; never what stood there.
    public let context: String
    /// The limit in bytes that a body or a part of it is over; nil where it is another kind of error, or none was said.
    public let limit: Int?

    /// An error at a place.
    public init(_ code: Code, in context: String, limit: Int? = nil) {
        self.code = code
        self.context = context
        self.limit = limit
    }

    /// The limit as it is told; nil where there is none, or nothing may be sent at all.
    private var limitText: String? {
        guard let limit, limit > 0 else { return nil }
        return limit >= 1 << 20 ? "\(limit >> 20) MB" : limit >= 1 << 10 ? "\(limit >> 10) KB" : "\(limit) B"
    }

    /// The status that answers it.
    public var status: Status {
        switch code {
        case .targetTooLong: .targetTooLong
        case .wrongContentType: .unsupportedMediaType
        case .headersTooLarge: .headersTooLarge
        case .bodyTooLarge, .partTooLarge, .tooManyParts, .tooManyFields, .fieldTooLong: .contentTooLarge
        case .unknownMethod: .notImplemented
        case .tooSlow: .requestTimeout
        case .tooManyConnections: .tooManyRequests
        case .serverFull: .unavailable
        case .malformedTarget, .malformedPercentEncoding, .forbiddenCharacter, .invalidUTF8, .dotSegment, .encodedSlash,
            .malformedMultipart, .malformedHeaders, .malformedCookie:
            .badRequest
        }
    }

    /// One plain Chinese sentence for the person at the browser.
    public var message: String {
        switch code {
        case .malformedTarget, .dotSegment, .encodedSlash: "网址格式不正确，请核对后重新输入。"
        case .targetTooLong: "网址过长，请缩短查询条件后重试。"
        case .malformedPercentEncoding: "网址或表单中的百分号编码不正确，请核对后重试。"
        case .forbiddenCharacter: "提交的内容含有不允许的控制字符，请删除后重试。"
        case .invalidUTF8: "提交的内容不是有效的 UTF-8 文字，请换用新版浏览器重试。"
        case .tooManyFields: "提交的表单项过多，请减少后重试。"
        case .fieldTooLong: "提交的某项内容过长，请缩短后重试。"
        case .wrongContentType: "此网址不接受这种格式的内容，请通过页面上的表单提交。"
        case .malformedMultipart: "上传的内容不完整或格式不正确，请重新选择文件后再试。"
        case .tooManyParts: "一次上传的文件或表单项过多，请分次上传。"
        case .headersTooLarge: "请求头过大，请清除本网站的 Cookie 后重试。"
        case .partTooLarge, .bodyTooLarge:
            limitText.map { "上传的内容超过 \($0) 的大小限制。" } ?? "上传的内容超过大小限制。"
        case .malformedHeaders: "请求头格式不正确，请换用常见浏览器重试。"
        case .malformedCookie: "浏览器送来的 Cookie 已经损坏，请清除本网站的 Cookie 后重试。"
        case .unknownMethod: "不支持这种请求方法。"
        case .tooSlow: "上传的内容没有在规定时间内传完。"
        case .tooManyConnections: "来自同一地址的连接过多。"
        case .serverFull: "当前访问人数较多，暂时接待不过来。"
        }
    }

    /// The same in English.
    public var english: String {
        switch code {
        case .malformedTarget, .dotSegment, .encodedSlash: "The address has a wrong form. Check it and enter it again."
        case .targetTooLong: "The address is too long. Ask for less and try again."
        case .malformedPercentEncoding: "A percent sign in the address or the form is encoded wrongly. Check it."
        case .forbiddenCharacter:
            "What was sent has control characters that are not allowed. Remove them and try again."
        case .invalidUTF8: "What was sent is not valid UTF-8 text. Try a newer browser."
        case .tooManyFields: "The form has too many fields. Send fewer."
        case .fieldTooLong: "Something in the form is too long. Shorten it and try again."
        case .wrongContentType: "This address does not take that kind of content. Use the form of the page."
        case .malformedMultipart: "The upload is incomplete or damaged. Choose the files again."
        case .tooManyParts: "There are too many files or fields in one upload. Send them in several steps."
        case .headersTooLarge: "The headers are too large. Delete the cookies of this site and try again."
        case .partTooLarge, .bodyTooLarge:
            limitText.map { "The upload is larger than \($0)." } ?? "The upload is too large."
        case .malformedHeaders: "The headers have a wrong form. Try a common browser."
        case .malformedCookie: "A cookie of the browser is damaged. Delete the cookies of this site and try again."
        case .unknownMethod: "The server does not know this method."
        case .tooSlow: "The upload did not arrive in time."
        case .tooManyConnections: "There are too many connections from your address."
        case .serverFull: "There are too many visitors just now."
        }
    }
}
