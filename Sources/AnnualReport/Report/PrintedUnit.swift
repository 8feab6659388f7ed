/// A unit printed beside a number, without a reference of its own: values are copied all the time.
public enum PrintedUnit: UInt8, Sendable, Hashable {
    case piece, rule, copy, each, item, time, matter, incident, person, household
    case yuan, tenThousandYuan, hundredMillionYuan

    /// The unit as a report names it.
    public var text: String {
        switch self {
        case .piece: "件"
        case .rule: "条"
        case .copy: "份"
        case .each: "个"
        case .item: "项"
        case .time: "次"
        case .matter: "宗"
        case .incident: "起"
        case .person: "人"
        case .household: "家"
        case .yuan: "元"
        case .tenThousandYuan: "万元"
        case .hundredMillionYuan: "亿元"
        }
    }
}
