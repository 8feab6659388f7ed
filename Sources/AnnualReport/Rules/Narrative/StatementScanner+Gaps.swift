/// What may stand between a word of the form and its number.
extension StatementScanner {
    /// Characters that add nothing: 的, 共, 数, 申请, 案件 …
    private static let fillers: Set<UInt32> = Set(
        "的了数量共计为有是总已达到申请案件信息政府公开事项结果类情形作出决定书告知原行政具体依度办理继续处一被予以均发生提起引".unicodeScalars
            .map(\.value))
    private static let joiners: Set<UInt32> = Set("及和与或以的".unicodeScalars.map(\.value))
    /// The last character of the name of an organ or a place.
    private static let organs: Set<UInt32> = Set("局委厅县区镇乡街院办府门心".unicodeScalars.map(\.value))
    /// Places: 全市, 全区 is the report's own scope only where the report is that of a government.
    private static let places: Set<UInt32> = Set("省市州县区乡镇街".unicodeScalars.map(\.value))
    /// In front of such a character they mean the office itself: 我局, 全区.
    private static let own: Set<UInt32> = Set("我本全该".unicodeScalars.map(\.value))

    /// True where only characters that add nothing stand in a range.
    func isFiller(_ range: Range<Int>) -> Bool {
        holds(range) { Self.fillers.contains($0) || $0 == 0x3A }
    }

    /// True where only 及, 和, 、 or the like stand in a range: two words share one number.
    func isJoiner(_ range: Range<Int>) -> Bool {
        !range.isEmpty && holds(range) { Self.joiners.contains($0) || $0 == UInt32(NormalText.pause) }
    }

    private func holds(_ range: Range<Int>, _ allowed: (UInt32) -> Bool) -> Bool {
        var place = range.lowerBound
        while place < range.upperBound {
            let (code, length) = scalar(place)
            // Brackets without numbers were passed over by the scanner.
            if code == UInt32(UInt8(ascii: "(")), let close = closing(place, range.upperBound) {
                place = close + 1
                continue
            }
            guard allowed(code) else { return false }
            place += length
        }
        return true
    }

    private func closing(_ open: Int, _ end: Int) -> Int? {
        (open..<end).first { bytes[$0] == UInt8(ascii: ")") }
    }

    private func scalar(_ place: Int) -> (UInt32, Int) {
        let byte = bytes[place]
        guard byte & 0xF0 == 0xE0, place + 2 < bytes.count else { return (UInt32(byte), 1) }
        return (
            (UInt32(byte) & 0x0F) << 12 | (UInt32(bytes[place + 1]) & 0x3F) << 6 | UInt32(bytes[place + 2]) & 0x3F, 3
        )
    }

    /// True where the report is that of a government or of a place like the one named.
    private func isGovernment(_ place: UInt32) -> Bool {
        guard !agency.isEmpty else { return true }
        let last = agency.unicodeScalars.last?.value ?? 0
        return agency.contains("政府") || agency.contains("街道") || last == place || Self.places.contains(last)
            || last == 0x29 || last == 0xFF09
    }

    /// False where the clause names another organ in front of its verb (市公安局收到…件).
    func isOwnOffice(before end: Int) -> Bool {
        var place = clauseStart
        var previous: [(code: UInt32, place: Int)] = []
        while place < end {
            let (code, length) = scalar(place)
            if Self.places.contains(code), previous.last?.code == 0x5168, !isGovernment(code) { return false }
            if Self.organs.contains(code), let before = previous.last, !Self.own.contains(before.code) {
                let start = previous.suffix(2).first?.place ?? place
                let name = String(decoding: bytes[start..<place + length], as: UTF8.self)
                if !agency.contains(name), !title.contains(name) { return false }
            }
            previous.append((code, place))
            place += length
        }
        return true
    }
}
