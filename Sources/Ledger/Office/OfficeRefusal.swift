/// Why an office was not kept.
public enum OfficeRefusal: Sendable, Hashable {
    /// The office above it is not kept.
    case unknownParent(AgencyCode)
    /// The office above it is itself or stands below it.
    case circularParent(AgencyCode)
    /// Another office of today has the same full name.
    case nameTaken(by: AgencyCode)
    /// Its last day lies before its first.
    case endsBeforeItBegins

    /// One plain Chinese sentence: what and how to mend it.
    public var message: String {
        switch self {
        case .unknownParent(let code): "没有代码为“\(code)”的上级机关，请先登记上级机关。"
        case .circularParent(let code): "“\(code)”是本机关或其下级机关，不能作为上级机关，请重新选择。"
        case .endsBeforeItBegins: "机关的撤销日期早于设立日期，请更正其中一个日期。"
        case .nameTaken(let code): "已有同名机关（代码“\(code)”），请核对名称，或修改原有机关。"
        }
    }
}
