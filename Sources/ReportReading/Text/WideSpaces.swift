import DocumentReading

/// Wide, narrow and unbreakable spaces beside figures part columns like plain ones; inside a label they only spread it.
enum WideSpaces {
    /// The document with such spaces as plain ones, byte for byte in the same places.
    static func plain(_ document: Document) -> Document {
        guard needed(document.bytes) else { return document }
        var plain = document
        for block in document.blocks {
            guard case .line(let line) = block else { continue }
            if let gaps = gapsOfHeadings(document.bytes, line.text) {
                for place in gaps.joined() { plain.bytes[place] = 0x20 }
                continue
            }
            var index = line.text.lowerBound
            while index < line.text.upperBound {
                let length = width(document.bytes, index, line.text.upperBound)
                guard length > 0 else {
                    index += 1
                    continue
                }
                var end = index
                while end < line.text.upperBound {
                    let next = width(document.bytes, end, line.text.upperBound)
                    if next > 0 {
                        end += next
                    } else if document.bytes[end] == 0x20 {
                        end += 1
                    } else {
                        break
                    }
                }
                let before = index > line.text.lowerBound ? document.bytes[index - 1] : 0
                let after = end < line.text.upperBound ? document.bytes[end] : 0
                if isFigure(before) || isFigure(after) {
                    for place in index..<end { plain.bytes[place] = 0x20 }
                }
                index = end
            }
        }
        return plain
    }

    /// The wide spaces of a line of headings: three at least, each of them a label of the form by itself. Nil for any other
    /// line.
    private static func gapsOfHeadings(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
        guard line.count >= 30, line.count <= 400 else { return nil }
        var (gaps, parts): ([Range<Int>], [Range<Int>]) = ([], [])
        var (start, index) = (line.lowerBound, line.lowerBound)
        while index < line.upperBound {
            let length = bytes[index] == 0x20 ? 1 : width(bytes, index, line.upperBound)
            guard length > 0 else {
                index += 1
                continue
            }
            if index > start { parts.append(start..<index) }
            gaps.append(index..<index + length)
            index += length
            start = index
        }
        if index > start { parts.append(start..<index) }
        let labels = FormLabels.shared
        guard parts.count >= 3, gaps.contains(where: { $0.count > 1 }) else { return nil }
        let areLabels = parts.allSatisfy { part in
            let key = KeyText.key(String(decoding: bytes[part], as: UTF8.self))
            return key.withUnsafeBufferPointer { labels.role($0) != nil }
        }
        return areLabels ? gaps : nil
    }

    private static func isFigure(_ byte: UInt8) -> Bool { byte >= 0x2D && byte <= 0x39 }

    /// The length of the space at a position; 0 where there is none.
    private static func width(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE3: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
        case 0xE2:
            guard index + 2 < end else { return 0 }
            let isGeneral = bytes[index + 1] == 0x80 && (bytes[index + 2] <= 0x8A || bytes[index + 2] == 0xAF)
            return isGeneral || bytes[index + 1] == 0x81 && bytes[index + 2] == 0x9F ? 3 : 0
        default: return 0
        }
    }

    /// True where a wide space stands directly before or behind a figure.
    private static func needed(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            for index in buffer.indices where buffer[index] >= 0x30 && buffer[index] <= 0x39 {
                if index >= 3, buffer[index - 1] == 0x80, buffer[index - 2] == 0x80, buffer[index - 3] == 0xE3 {
                    return true
                }
                if index >= 2, buffer[index - 1] == 0xA0, buffer[index - 2] == 0xC2 { return true }
                if index >= 3, buffer[index - 3] == 0xE2, buffer[index - 2] == 0x80, buffer[index - 1] <= 0xAF {
                    return true
                }
            }
            return false
        }
    }
}
