/// 全文包括总体情况、主动公开政府信息情况…六部分: the number announced and how many parts are listed.
struct SectionAnnouncement {
    let number: Int
    /// More than one count is right where 行政复议、行政诉讼 may be one part or two.
    let listed: ClosedRange<Int>
    /// From the beginning of the list to the number, in the prepared text.
    let range: Range<Int>

    init?(_ text: NormalText, _ tokens: FixedList<TextToken>) {
        for token in tokens where token.kind == .word && token.word == .parts {
            guard let (number, start) = Self.numeral(text, before: token.start), (2...12).contains(number) else {
                continue
            }
            guard let list = Self.list(text, endingAt: start), list.items.count >= 3 else { continue }
            self.number = number
            listed = list.fewest...list.items.count
            range = list.start..<token.end
            return
        }
        return nil
    }

    /// The number directly in front of 部分 or 个方面.
    private static func numeral(_ text: NormalText, before place: Int) -> (Int, Int)? {
        guard var start = text.before(place) else { return nil }
        if text.bytes[start] >= 0x30, text.bytes[start] <= 0x39 {
            return (Int(text.bytes[start] - 0x30), start)
        }
        var code = text.scalar(start).code
        // 6个部分 leaves 个 in front of 部分 when the lexer took 6个 for a count.
        if code == 0x4E2A, let before = text.before(start) {
            start = before
            if text.bytes[start] >= 0x30, text.bytes[start] <= 0x39 { return (Int(text.bytes[start] - 0x30), start) }
            code = text.scalar(start).code
        }
        return numerals.firstIndex(of: code).map { ($0 + 1, start) }
    }

    private static let numerals = "一二三四五六七八九十".unicodeScalars.map(\.value)

    private static let openers = ["内容包括", "全文包括", "报告包括", "包括", "报告由", "年报由", "主要从", "主要由", "由"].map {
        Array($0.utf8)
    }

    private static func list(_ text: NormalText, endingAt end: Int) -> (items: [String], fewest: Int, start: Int)? {
        guard let start = opening(text, before: end) else { return nil }
        var items: [Range<Int>] = []
        text.bytes.withUnsafeBufferPointer { bytes in
            var first = start
            func close(at place: Int) {
                if (first..<place).contains(where: { bytes[$0] > 0x20 }) { items.append(first..<place) }
                first = place
            }
            for place in start..<end {
                switch bytes[place] {
                case NormalText.pause, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
                    close(at: place)
                    first = place + 1
                case besides[0] where place > first && bytes[place..<end].starts(with: besides):
                    close(at: place)
                    // What follows begins with 其他.
                    first = place + 3
                default: break
                }
            }
            close(at: end)
        }
        // Fewer make no list, whatever they say.
        guard items.count >= 3 else { return nil }
        var words = items.map { text.words($0) }
        if let last = words.last, last.hasSuffix("等") { words[words.count - 1] = String(last.dropLast()) }
        return merged(words, start)
    }

    private static let besides = Array("及其他".utf8)

    /// Where the list begins that stands before a place in the same sentence.
    private static func opening(_ text: NormalText, before end: Int) -> Int? {
        let sentence = text.bytes.withUnsafeBufferPointer { bytes in
            var start = end
            while start > 0, bytes[start - 1] != NormalText.stop, bytes[start - 1] != NormalText.lineEnd { start -= 1 }
            return start
        }
        for opener in openers {
            var found: Int?
            var from = sentence
            while let place = text.firstPlace(of: opener, from: from, to: end) {
                found = place + opener.count
                from = place + 1
            }
            if let found { return found }
        }
        return nil
    }

    /// 政府信息公开行政复议、行政诉讼情况 is one part: the first half has no 情况 of its own.
    private static func merged(_ items: [String], _ start: Int) -> (items: [String], fewest: Int, start: Int) {
        var certain: [String] = []
        var fewest = 0
        var place = 0
        while place < items.count {
            let item = items[place]
            if item.hasSuffix("复议"), place + 1 < items.count, items[place + 1].contains("诉讼") {
                if items[place + 1].hasSuffix("情况") {
                    certain.append(item + items[place + 1])
                } else {
                    certain += [item, items[place + 1]]
                }
                fewest += 1
                place += 2
            } else {
                certain.append(item)
                fewest += 1
                place += 1
            }
        }
        return (certain, fewest, start)
    }
}
