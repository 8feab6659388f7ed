/// The kinds of records from which a report is made.
public enum RecordKind: String, Sendable, Hashable, CaseIterable {
    /// An application (依申请公开).
    case request
    /// A case of review or litigation.
    case appeal
    /// A 规章 or 规范性文件.
    case document
    /// A figure from another system.
    case figure
    /// An adjustment of a cell.
    case adjustment
    /// A published item.
    case item
    /// A batch for the two halls.
    case handover
    /// An act of supervision: a consultation, a training, a complaint, an assessment.
    case supervision

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .request: "申请"
        case .appeal: "复议诉讼案件"
        case .document: "文件"
        case .figure: "数据登记"
        case .adjustment: "调整"
        case .item: "主动公开信息"
        case .handover: "移交"
        case .supervision: "监督保障记录"
        }
    }
}

/// One record behind a number, by the name under which it can be looked up.
public struct RecordName: Sendable, Hashable, Comparable {
    /// What kind.
    public let kind: RecordKind
    /// Its name in the ledger: the number of an application, the reference of an item.
    public let name: String

    /// A name.
    public init(_ kind: RecordKind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// By kind, then by name: numbers within names count as numbers (2020-9 before 2020-10).
    public static func < (a: RecordName, b: RecordName) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        return a.orderKey.lexicographicallyPrecedes(b.orderKey)
    }

    /// The bytes of the name with every run of digits padded in front.
    private var orderKey: [UInt8] {
        var key: [UInt8] = []
        var digits: [UInt8] = []
        func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
        for byte in Array(name.utf8) + [0] {
            if isDigit(byte) {
                digits.append(byte)
                continue
            }
            key += Array(repeating: UInt8(ascii: "0"), count: max(0, 10 - digits.count)).prefix(digits.isEmpty ? 0 : 10)
            key += digits
            digits.removeAll()
            key.append(byte)
        }
        return key
    }
}
