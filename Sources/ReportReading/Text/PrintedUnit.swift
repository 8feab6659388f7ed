/// A unit printed behind a number, without a reference of its own: values are copied all the time.
enum PrintedUnit: UInt8, Equatable {
    case piece, rule, copy, each, item, time, matter, incident, person, household
    case yuan, tenThousandYuan, hundredMillionYuan

    /// The unit of counting that a single character is; nil for every other character.
    init?(counting scalar: UInt32) {
        switch scalar {
        case 0x4EF6: self = .piece
        case 0x6761: self = .rule
        case 0x4EFD: self = .copy
        case 0x4E2A: self = .each
        case 0x9879: self = .item
        case 0x6B21: self = .time
        case 0x5B97: self = .matter
        case 0x8D77: self = .incident
        case 0x4EBA: self = .person
        case 0x5BB6: self = .household
        default: return nil
        }
    }

    /// The unit as a report names it.
    var text: String {
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
