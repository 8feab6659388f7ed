/// Tells lines of plain prose, which no part of the general reader takes for anything else, from everything that might
/// be a value, a label, part of a label, a heading or a number of a page.
struct ProseCheck: Sendable {
    /// What stands near a line: labels that its characters could be a damaged form of.
    enum Region: UInt8 {
        /// Before the tables of section two.
        case beforeTables = 1
        /// Between the tables of sections two and three.
        case betweenTables = 2
        /// Behind the table of section three.
        case behindTables = 4
    }

    /// What came of a line.
    enum Outcome {
        /// Not certainly prose.
        case doubtful
        /// Prose with so many characters in its key, or with at least 24.
        case prose(keys: Int)
    }

    static let shared = ProseCheck()

    private static let ordinal: UInt8 = 8
    private static let opener: UInt8 = 16
    /// For each character from U+4E00 to U+9FFF: the regions in whose labels it occurs, and whether it is the ordinal or
    /// the first word of a heading.
    private let flags: [UInt8]
    /// The same by the last two bytes of a character, the last of them in the upper half: what any character that ends
    /// on them has.
    private let tails: [UInt8]
    /// So many characters are more than a third of the longest line that could be part of a label.
    private static let enough = 24
    private let simplified = Simplified.table

    private init() {
        let rows = FormLabels.shared.rows
        let first = FormLabels.shared.firstApplicationRow
        var marks = [UInt8](repeating: 0, count: Simplified.table.count)
        func mark(_ scalars: [UInt16], _ bit: UInt8) {
            for scalar in scalars where scalar >= 0x4E00 && Int(scalar) - 0x4E00 < marks.count {
                marks[Int(scalar) - 0x4E00] |= bit
            }
        }
        mark(rows[0].key, Region.beforeTables.rawValue)
        for row in first - 2...first { mark(rows[row].key, Region.betweenTables.rawValue) }
        mark(rows[rows.count - 1].key, Region.behindTables.rawValue)
        mark(HeadingFinder.ordinals, Self.ordinal)
        mark(HeadingWordings.exact.flatMap { $0.wordings.compactMap(\.first) }, Self.opener)
        // Traditional characters mean what their simplified ones do.
        let flags = Simplified.table.map { marks[Int($0) - 0x4E00] }
        var tails = [UInt8](repeating: 0, count: 0x10000)
        for (index, own) in flags.enumerated() {
            let code = index + 0x4E00
            tails[(0x80 | code >> 6 & 0x3F) | (0x80 | code & 0x3F) << 8] |= own
        }
        self.flags = flags
        self.tails = tails
    }

    /// Looks at a line without white space at its ends, not empty. `isClean`: it is known to hold no sign that parts
    /// cells.
    func look(_ bytes: SourceBytes, _ line: Range<Int>, isClean: Bool, _ region: Region) -> Outcome {
        guard isClean ? !endsInBlank(bytes, line) : isCleanWithSigns(bytes, line) else { return .doubtful }
        let last = bytes[line.upperBound - 1]
        guard last < 0x30 || last > 0x39 else { return .doubtful }
        guard isNoValue(bytes, line), !PageNumber.isOne(bytes, line) else { return .doubtful }
        return flags.withUnsafeBufferPointer { flags in
            simplified.withUnsafeBufferPointer { simplified in
                keys(bytes, line, region.rawValue, flags, simplified)
            }
        }
    }

    /// Counts characters until enough of them occur in no label nearby, and asks what the first two may begin.
    private func keys(
        _ bytes: SourceBytes, _ line: Range<Int>, _ region: UInt8, _ flags: UnsafeBufferPointer<UInt8>,
        _ simplified: UnsafeBufferPointer<UInt16>
    ) -> Outcome {
        var index = line.lowerBound
        let end = line.upperBound
        var count = 0
        var strange = 0
        var first: UInt16 = 0
        var begins: (first: UInt8, second: UInt8) = (0, 0)
        var isAsked = false
        while index < end {
            if count == 2, !isAsked {
                // Of what stands behind the first two, it only counts in which labels it occurs.
                isAsked = true
                if isStrange(bytes, index..<end, region) {
                    strange = Self.enough
                    count += Self.enough
                    break
                }
            }
            let byte = bytes[index]
            var key: UInt16 = 0
            var own: UInt8 = 0
            if byte >= 0xE3, index + 2 < end {
                let code =
                    Int(byte & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
                index += byte < 0xF0 ? 3 : 4
                if byte < 0xF0, code >= 0x4E00, code <= 0x9FFF {
                    key = simplified[code - 0x4E00]
                    own = flags[code - 0x4E00]
                } else if code >= 0xFF10, code <= 0xFF19 {
                    key = UInt16(code - 0xFEE0)
                } else if code == 0x3007 {
                    key = 0x30
                } else if code == 0xFF08, isLetter(bytes, index, end) {
                    return .doubtful
                }
            } else {
                index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                switch byte {
                case 0x30...0x39, 0x61...0x7A: key = UInt16(byte)
                case 0x41...0x5A: key = UInt16(byte) + 32
                case 0x28: if isLetter(bytes, index, end) { return .doubtful }
                default: break
                }
            }
            guard key != 0 else { continue }
            count += 1
            if own & region == 0 { strange += 1 }
            if count == 1 {
                first = key
                begins.first = own
            } else if count == 2 {
                begins.second = own
                if FormLabels.shared.mayBegin(first, key), isLabel(bytes, line) { return .doubtful }
            }
            if strange >= Self.enough { break }
        }
        // A single character can be half of a label, but no damaged one.
        if count < 2 { return count == 1 && isLabel(bytes, line) ? .doubtful : .prose(keys: count) }
        guard strange >= Self.enough || strange * 100 > count * (100 - LabelAlignment.pieceShare) else {
            return .doubtful
        }
        if mayBeHeading(bytes, line, begins.first, begins.second), HeadingFinder.isHeading(bytes, line) {
            return .doubtful
        }
        return .prose(keys: count)
    }

    /// Whether enough characters of a range certainly occur in no label nearby; false also where that is not so plain, or
    /// where a reading in brackets may stand among them.
    private func isStrange(_ bytes: SourceBytes, _ range: Range<Int>, _ region: UInt8) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        return tails.withUnsafeBufferPointer { tails in
            var (index, strange) = (range.lowerBound, 0)
            // Four bytes are looked at, which behind the last character may not be there.
            while index &+ 3 < range.upperBound {
                let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
                // From U+4E00 to U+9FFF.
                if UInt16(truncatingIfNeeded: word).byteSwapped &- 0xE4B8 <= 0xE9BF - 0xE4B8 {
                    strange &+= tails[Int(word >> 8 & 0xFFFF)] & region == 0 ? 1 : 0
                    if strange == Self.enough { return true }
                    index &+= 3
                    continue
                }
                let (first, second) = (bytes[index], bytes[index &+ 1])
                let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
                let isBracket = first == 0x28 || first == 0xEF && second == 0xBC && bytes[index &+ 2] == 0x88
                if isBracket, isLetter(bytes, index &+ width, range.upperBound) { return false }
                index &+= width
            }
            return false
        }
    }

    /// Whether a line may be a heading, by what its first two characters are to headings.
    private func mayBeHeading(_ bytes: SourceBytes, _ line: Range<Int>, _ first: UInt8, _ second: UInt8) -> Bool {
        if first & Self.opener != 0 { return true }
        guard first & Self.ordinal != 0, line.count > 3 else { return false }
        // （一） opens no section, and a long line only one whose words follow the ordinal.
        if bytes[line.lowerBound] == 0xEF, bytes[line.lowerBound + 1] == 0xBC { return false }
        let isMarked = bytes[line.lowerBound] == 0x23 || bytes[line.lowerBound] == 0x2A
        return isMarked || line.count <= HeadingFinder.longestLoose || second & Self.opener != 0
    }

    private func isLetter(_ bytes: SourceBytes, _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        let byte = bytes[index]
        return byte >= 0x61 && byte <= 0x7A || byte >= 0xC3 && byte <= 0xCC
    }

    /// Whether a line is a label of the form or the beginning of one.
    private func isLabel(_ bytes: SourceBytes, _ line: Range<Int>) -> Bool {
        let labels = FormLabels.shared
        var keys = KeyText(capacity: 80)
        let key = keys.append(bytes, line, limit: Piece.longestKey)
        return keys.with(key) { key in
            labels.role(key) != nil || labels.columnStart(key) != nil
                || key.count >= 8 && labels.otherHandlingLeaves.contains { labels.rows[$0].key.starts(with: key) }
        }
    }

    /// Words by their first character, or by asking.
    private func isNoValue(_ bytes: SourceBytes, _ line: Range<Int>) -> Bool {
        line.count > 96 || PrintedValue.read(bytes, line) == .text
    }

    /// Whether U+1680 or U+FEFF, which are seldom met, stand at an end of a line.
    private func endsInBlank(_ bytes: SourceBytes, _ line: Range<Int>) -> Bool {
        guard line.count >= 3 else { return false }
        for place in stride(from: line.lowerBound, through: line.upperBound - 3, by: max(line.count - 3, 1)) {
            switch (bytes[place], bytes[place + 1]) {
            case (0xE1, 0x9A), (0xEF, 0xBB): return true
            default: continue
            }
        }
        return false
    }

    /// No sign that parts cells, looked for one by one: quotation marks and dashes are no spaces, and a sentence may hold single plain ones.
    private func isCleanWithSigns(_ bytes: SourceBytes, _ line: Range<Int>) -> Bool {
        var lastSpace = -1
        var hasMark = false
        var index = line.lowerBound
        while index < line.upperBound {
            let (scalar, next) = KeyText.decode(bytes, at: index, end: line.upperBound)
            switch scalar {
            case 0x20:
                guard lastSpace != index - 1 else { return false }
                lastSpace = index
            case 0..<0x20, 0x7C, 0x7F...0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000,
                0xFEFF, 0xFFFD:
                return false
            // ，；：。
            case 0xFF0C, 0xFF1B, 0xFF1A, 0x3002: hasMark = true
            default: break
            }
            index = next
        }
        guard lastSpace >= 0 else { return true }
        // A sentence that does not end in a number by itself.
        guard hasMark, lastSpace > line.lowerBound else { return false }
        let last = lastSpace + 1..<line.upperBound
        return last.count > 6 && PrintedValue.read(bytes, last) == .text
    }
}
