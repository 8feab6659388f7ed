internal import Glibc

/// How the numbers of a workbook are shown: plain, as percent, as date or time.
struct CellFormats {
    enum Kind: Hashable { case plain, percent, date, time, dateTime }

    fileprivate(set) var kinds: [Kind] = []
    /// The unit of money that a format shows behind its number; empty for none.
    fileprivate var units: [String] = []
    fileprivate var countsFrom1904 = false

    static func read(
        _ package: ZipPackage, part: String?, countsFrom1904: Bool, limits: ReadingLimits
    ) throws(DocumentError) -> CellFormats {
        var formats = CellFormats()
        if let part, let index = package.index(of: part) {
            formats = try XMLStream.parse(try package.open(index), CellFormatsConsumer(), limits: limits).formats
        }
        formats.countsFrom1904 = countsFrom1904
        return formats
    }

    /// A stored number as text: 7730.2799999999997 is 7730.28, dates are 2023-12-31, percents 12.5%.
    func text(_ stored: String, style: Int?) -> String {
        let kind = style.flatMap { kinds.indices.contains($0) ? kinds[$0] : nil } ?? .plain
        guard let value = Double(stored), value.isFinite else { return stored }
        switch kind {
        case .plain: return Self.plain(value) + (style.flatMap { units.indices.contains($0) ? units[$0] : nil } ?? "")
        case .percent: return Self.plain(value * 100) + "%"
        case .date, .time, .dateTime: return date(value, kind: kind) ?? Self.plain(value)
        }
    }

    /// Fifteen significant digits, as spreadsheets show them; whole numbers without a point.
    static func plain(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 9e15 { return String(Int64(value)) }
        var buffer = [CChar](repeating: 0, count: 64)
        let written = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.15g", $0) }
        return String(decoding: buffer.prefix(Int(max(0, written))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func date(_ serial: Double, kind: Kind) -> String? {
        guard (0..<2_958_466).contains(serial) else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        let clock = Self.pair(seconds / 3_600) + ":" + Self.pair(seconds / 60 % 60)
        let time = seconds % 60 == 0 ? clock : clock + ":" + Self.pair(seconds % 60)
        if kind == .time { return days == 0 ? time : nil }
        // Serial 60 is 29 February 1900, a day that never was.
        let epoch = countsFrom1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        let day = Self.civil(days + epoch)
        return kind == .dateTime && seconds != 0 ? day + " " + time : day
    }

    private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The date of a day counted from 1 January 1970.
    private static func civil(_ day: Int) -> String {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-" + pair(month) + "-" + pair(ofYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// What a format code shows.
    static func kind(code: String) -> Kind {
        var isQuoted = false
        var isBracket = false
        var skipsNext = false
        var letters: Set<Character> = []
        for character in code.lowercased() {
            if skipsNext {
                skipsNext = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracket {
                isBracket = character != "]"
                if character == "h" { letters.insert("h") }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": isBracket = true
                case "\\", "_", "*": skipsNext = true
                case ";": return kind(letters)
                default: letters.insert(character)
                }
            }
        }
        return kind(letters)
    }

    private static func kind(_ letters: Set<Character>) -> Kind {
        if letters.contains("%") { return .percent }
        // "General" and scientific formats hold letters of dates too.
        if letters.contains("g") || letters.contains("0") && !letters.contains("s") { return .plain }
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDate = letters.contains("y") || letters.contains("d") || letters.contains("m") && !hasTime
        if hasDate { return hasTime ? .dateTime : .date }
        return hasTime ? .time : .plain
    }

    /// The unit that a format code shows behind a number and that must not be lost: `0.00"元"`, as columns of money are in
    /// 万元. Other words behind numbers change nothing in what they are.
    static func unit(code: String) -> String {
        let section = code.split(separator: ";", maxSplits: 1).first ?? ""
        return section.hasSuffix("\"元\"") ? "元" : ""
    }

    /// What a built-in format shows.
    static func kind(id: Int) -> Kind {
        switch id {
        case 9, 10: return .percent
        case 14...17, 27...31, 36, 50...54, 57, 58: return .date
        case 18...21, 32...35, 45...47, 55, 56: return .time
        case 22: return .dateTime
        default: return .plain
        }
    }
}

private struct CellFormatsConsumer: MarkupConsumer {
    var formats = CellFormats()
    private var custom: [Int: (kind: CellFormats.Kind, unit: String)] = [:]
    private var inCellFormats = false

    static func tag(_ local: String, space: String) -> WorkbookTag { WorkbookTag(local) }

    mutating func start(_ tag: WorkbookTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        switch tag {
        case .numberFormat:
            guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"] else { return }
            custom[id] = (CellFormats.kind(code: code), CellFormats.unit(code: code))
        case .cellFormats: inCellFormats = true
        case .cellFormat:
            guard inCellFormats else { return }
            let id = attributes.number("numFmtId") ?? 0
            formats.kinds.append(custom[id]?.kind ?? CellFormats.kind(id: id))
            formats.units.append(custom[id]?.unit ?? "")
        default: break
        }
    }

    mutating func end(_ tag: WorkbookTag) throws(DocumentError) {
        if tag == .cellFormats { inCellFormats = false }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {}
}
