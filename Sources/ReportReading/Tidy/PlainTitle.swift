import AnnualReport
import DocumentReading

/// A title of one line that says everything in its place: the organ, the year in figures, the name of the report.
///
/// Only where nothing else in the head could be a title or part of one, and where no longer name of the organ stands in
/// the text; otherwise `TitleFinder` has to look.
struct PlainTitle {
    let title: String
    let agency: String
    let year: Int

    private static let end = Array("年政府信息公开工作年度报告".utf8)

    init?(_ bytes: SourceBytes, _ prose: UnsafeBufferPointer<TidyReader.Prose>, head: Int) {
        guard head > 0, prose[0].isClean else { return nil }
        let line = prose[0].text
        let end = Self.end
        guard line.count >= end.count + 16, line.count <= 150 else { return nil }
        let name = line.lowerBound..<line.upperBound - end.count - 4
        guard Self.isName(bytes, name),
            end.indices.allSatisfy({ bytes[name.upperBound + 4 + $0] == end[$0] })
        else { return nil }
        var year = 0
        for index in name.upperBound..<name.upperBound + 4 {
            guard bytes[index] &- 0x30 <= 9 else { return nil }
            year = year * 10 + Int(bytes[index] &- 0x30)
        }
        guard (2008...2099).contains(year) else { return nil }
        // A line with a comma or a full stop is no title.
        for other in 1..<max(head, 1) where !prose[other].isClean || !Self.isSentence(bytes, prose[other].text) {
            return nil
        }
        for other in prose where Self.standsLonger(bytes, name, in: other.text) { return nil }
        title = bytes.validText(line)
        agency = bytes.validText(name)
        self.year = year
    }

    /// Chinese characters only, none of which says more than a name, and no place alone, which stands for its
    /// government.
    private static func isName(_ bytes: SourceBytes, _ range: Range<Int>) -> Bool {
        guard range.count % 3 == 0 else { return false }
        var last: UInt32 = 0
        for index in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
            guard bytes[index] >= 0xE4, bytes[index] <= 0xE9 else { return false }
            let before = last
            (last, _) = KeyText.decode(bytes, at: index, end: range.upperBound)
            switch last {
            // 年 度 的, 息 as in 信息公开, 于 as in 关于.
            case 0..<0x4E00, 0xA000..., 0x5E74, 0x5EA6, 0x7684: return false
            case 0x606F where before == 0x4FE1, 0x4E8E where before == 0x5173: return false
            default: break
            }
        }
        // 镇 and 乡 besides the places of longer names.
        return !isPlace(last) && last != 0x9547 && last != 0x4E61
    }

    /// 市县区省州盟旗: a name that stands behind one of these is part of a longer one.
    private static func isPlace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5E02, 0x53BF, 0x533A, 0x7701, 0x5DDE, 0x76DF, 0x65D7: true
        default: false
        }
    }

    /// True where a line has ， or 。, not only in a remark in brackets at its end, and no mark of byte order, which would
    /// part a name without showing.
    private static func isSentence(_ bytes: SourceBytes, _ line: Range<Int>) -> Bool {
        guard line.count >= 3, bytes[line.upperBound - 1] != 0x29, bytes[line.upperBound - 1] != 0x89 else {
            return false
        }
        let last = line.upperBound - 2
        guard !holds(bytes, line.lowerBound..<last, 0xEF, 0xBB) else { return false }
        // From one character to the next.
        var index = line.lowerBound
        while index < last {
            let byte = bytes[index]
            if byte == 0xE3 && bytes[index &+ 1] == 0x80 && bytes[index &+ 2] == 0x82
                || byte == 0xEF && bytes[index &+ 1] == 0xBC && bytes[index &+ 2] == 0x8C
            {
                return true
            }
            index &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        }
        return false
    }

    /// Whether two bytes stand one behind the other, the first of them at a place of a range.
    private static func holds(_ bytes: SourceBytes, _ range: Range<Int>, _ first: UInt8, _ second: UInt8) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = range.lowerBound
        while index + ByteBlock.width < min(range.upperBound, raw.count) {
            if ByteBlock.holds(ByteBlock(raw, index).equal(first) & ByteBlock(raw, index + 1).equal(second)) {
                return true
            }
            index += ByteBlock.width
        }
        while index < range.upperBound, index + 1 < raw.count {
            if bytes[index] == first, bytes[index + 1] == second { return true }
            index += 1
        }
        return false
    }

    /// Whether the name stands behind the name of a place somewhere in a line.
    private static func standsLonger(_ bytes: SourceBytes, _ name: Range<Int>, in line: Range<Int>) -> Bool {
        let (second, third) = (bytes[name.lowerBound + 1], bytes[name.lowerBound + 2])
        let raw = UnsafeRawBufferPointer(bytes)
        var index = line.lowerBound + 3
        let end = line.upperBound - name.count + 1
        while index < end {
            let next = index &+ 2 &* ByteBlock.width
            // Most places do not have the last two bytes of the first character of the name.
            if next &+ 2 <= raw.count {
                let behind = index &+ ByteBlock.width
                let found =
                    ByteBlock(raw, index &+ 1).equal(second) & ByteBlock(raw, index &+ 2).equal(third)
                    | ByteBlock(raw, behind &+ 1).equal(second) & ByteBlock(raw, behind &+ 2).equal(third)
                guard ByteBlock.holds(found) else {
                    index = next
                    continue
                }
            }
            for place in index..<min(next, end) where bytes[place + 2] == third && bytes[place + 1] == second {
                guard isPlace(KeyText.decode(bytes, at: place - 3, end: place).0) else { continue }
                if name.indices.allSatisfy({ bytes[place + $0 - name.lowerBound] == bytes[$0] }) { return true }
            }
            index = next
        }
        return false
    }
}
