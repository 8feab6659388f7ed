internal import AnnualReport
internal import Ledger
internal import Service

extension JSONSchema.TextRule {
    /// The code of an office.
    static let code = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", example: "sample-bureau",
        check: { AgencyCode($0) != nil })
    /// The address of a cell.
    static let cell = JSONSchema.TextRule(
        pattern: "^[a-z0-9_]{1,60}\\.[a-z0-9_]{1,60}\\.[a-z0-9_]{1,60}$",
        example: "t3_applications.new_received.total",
        check: { CellAddress($0).map { [$0.table, $0.row, $0.column].allSatisfy { $0.utf8.count <= 60 } } ?? false })
    /// Where a page begins.
    static let cursor = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9.-]{1,64}$",
        check: { text in
            (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
                    default: false
                    }
                }
        })
    /// A place in a list of items: the day of an item and its id. What is written so and no day of the calendar has nothing
    /// behind it.
    static let itemPlace = JSONSchema.TextRule(
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[A-Za-z0-9][A-Za-z0-9._-]{0,108}$",
        example: "2025-06-03.xiangzhi.xz-6-1",
        check: { text in
            let (day, id) = (Array(text.utf8.prefix(11)), text.utf8.dropFirst(11))
            return day.count == 11 && day[10] == 0x2E
                && day.prefix(10).enumerated().allSatisfy { place, byte in
                    place == 4 || place == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
                } && id.count <= 109 && place.check(String(Substring(id)))
        })
    /// A place in the results of a search: its keys are numbers of 64 bits. One beyond them has nothing behind it.
    static let searchPlace = JSONSchema.TextRule(
        pattern: "^[0-3]-(0|[1-9][0-9]{0,18})$", example: "0-6085463851008",
        check: { text in
            let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0].count == 1 && (0x30...0x33).contains(parts[0].first ?? 0)
                && isNumber(parts[1], digits: 19) && (parts[1].count == 1 || parts[1].first != 0x30)
        })
    /// A place in a list of reports: office and year.
    static let reportPlace = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?\\.[0-9]{4}$", example: "sample-bureau.2021",
        check: { isPlace($0, numbers: 1) })
    /// A place in a list of findings: office, year, place in the report.
    static let findingPlace = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?\\.[0-9]{4}\\.[0-9]{1,6}$",
        example: "sample-bureau.2021.3",
        check: { isPlace($0, numbers: 2) })

    private static func isPlace(_ text: String, numbers: Int) -> Bool {
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == numbers + 1, AgencyCode(String(Substring(parts[0]))) != nil else { return false }
        return parts[1].count == 4 && isNumber(parts[1], digits: 4)
            && parts.dropFirst(2).allSatisfy { isNumber($0, digits: 6) }
    }

    private static func isNumber(_ text: Substring.UTF8View, digits: Int) -> Bool {
        (1...digits).contains(text.count) && text.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The id of an item.
    static let place = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$", example: "xiangzhi.xz-6-1",
        check: { text in
            (1...120).contains(text.utf8.count) && !".-_".utf8.contains(text.utf8.first ?? 0x2E)
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                    default: false
                    }
                }
        })
    /// The id of a rule.
    static let rule = JSONSchema.TextRule(
        pattern: "^[A-Z][A-Z0-9_]{1,39}$", example: "T3_BALANCE",
        check: { text in
            (2...40).contains(text.utf8.count) && (0x41...0x5A).contains(text.utf8.first ?? 0)
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F }
        })
    /// Words to look for: up to a hundred characters, no control character.
    static let words = JSONSchema.TextRule(
        pattern: "^[^\\u0000-\\u001F\\u007F]{1,100}$", example: "大数据",
        wanted: Sentence(
            "应当有1到100个字符，不能有换行等控制字符",
            "it should have 1 to 100 characters, without line ends or other control characters"),
        check: { text in
            (1...100).contains(text.unicodeScalars.count)
                && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        })
    /// One line of a form: without control characters; may be empty, as a field of a page may.
    static func line(_ limit: Int, example: String? = nil) -> JSONSchema.TextRule {
        JSONSchema.TextRule(
            pattern: "^[^\\u0000-\\u001F\\u007F]{0,\(limit)}$", example: example,
            wanted: Sentence(
                "最多\(limit)个字符，不能有换行等控制字符",
                "it may have \(limit) characters, without line ends or other control characters"),
            check: { text in
                text.unicodeScalars.count <= limit
                    && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            })
    }

    /// A text of several lines.
    static func note(_ limit: Int, example: String) -> JSONSchema.TextRule {
        JSONSchema.TextRule(
            pattern: "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F]{0,\(limit)}$", example: example,
            wanted: Sentence(
                "最多\(limit)个字符，除换行外不能有控制字符",
                "it may have \(limit) characters, without control characters other than line ends"),
            check: { text in
                text.unicodeScalars.count <= limit
                    && text.unicodeScalars.allSatisfy {
                        ($0.value >= 0x20 && $0.value != 0x7F) || $0 == "\n" || $0 == "\t"
                    }
            })
    }

    /// The bytes of a file. Source: RFC 4648, section 4.
    static let base64 = JSONSchema.TextRule(
        pattern: "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$",
        example: "/9j/4AAAAAAAAAAAAAAAAP/Z", check: { Base64.bytes(of: $0) != nil })

    /// What a program calls one application.
    static let handInKey = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9_-]{\(HandInKey.length.lowerBound),\(HandInKey.length.upperBound)}$",
        example: "6f1a0c52-9d1e-4a7b-8c33-0f5e2b7d4a10", check: { HandInKey($0) != nil })
}
