/// The texts that the cells of a workbook share, in one buffer.
struct SharedStrings: MarkupConsumer {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var inText = false
    private var inPhonetic = false

    /// How many there are.
    var count: Int { ends.count }

    /// The text with that number; empty where there is none.
    subscript(_ number: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(number) else { return [] }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    static func read(
        _ package: ZipPackage, part: String?, limits: ReadingLimits
    ) throws(DocumentError) -> SharedStrings {
        guard let part, let index = package.index(of: part) else { return SharedStrings() }
        return try XMLStream.parse(try package.open(index), SharedStrings(), limits: limits)
    }

    static func tag(_ local: String, space: String) -> WorkbookTag { WorkbookTag(local) }

    mutating func start(_ tag: WorkbookTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        switch tag {
        case .text: inText = true
        case .phonetic: inPhonetic = true
        default: break
        }
    }

    mutating func end(_ tag: WorkbookTag) throws(DocumentError) {
        switch tag {
        case .text: inText = false
        case .phonetic: inPhonetic = false
        case .stringItem: ends.append(bytes.count)
        default: break
        }
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) throws(DocumentError) {
        if inText, !inPhonetic { bytes.append(contentsOf: text) }
    }
}

/// Characters that xlsx writes as `_x000D_`.
enum EscapedCharacters {
    /// The text with its escapes decoded and carriage returns left out.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(where: { $0 == 0x5F || $0 == 0x0D }) else { return Array(text) }
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if let scalar = escape(text, at: index) {
                if scalar.value != 0x0D, scalar.value != 0 { result.append(contentsOf: String(scalar).utf8) }
                index += 7
            } else {
                if text[index] != 0x0D { result.append(text[index]) }
                index += 1
            }
        }
        return result
    }

    private static func escape(_ text: ArraySlice<UInt8>, at index: Int) -> Unicode.Scalar? {
        guard text.endIndex - index >= 7, text[index] == 0x5F, text[index + 1] == 0x78, text[index + 6] == 0x5F else {
            return nil
        }
        return UInt32(String(decoding: text[index + 2..<index + 6], as: UTF8.self), radix: 16)
            .flatMap(Unicode.Scalar.init)
    }
}
