/// Text of which some bytes were no characters of its encoding and stand as U+FFFD.
struct RepairedText {
    /// U+FFFD in UTF-8.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    var text: DecodedText
    /// How many replacement characters were put in.
    var broken: Int

    /// Good characters beyond ASCII: only these tell one encoding from another.
    var characters: Int { text.bytes[text.range].lazy.filter { $0 >= 0xC0 }.count - broken }

    /// The text with a note of what is broken; nil where too much is.
    var accepted: DecodedText? {
        guard broken * TextDecoder.charactersForEachBroken <= characters else { return nil }
        var result = text
        if broken > 0 { result.notes.append(.brokenCharacters(broken)) }
        return result
    }

    /// How many replacement characters stand in there.
    static func replacements(in bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices.dropLast(2)
        where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
            count += 1
        }
        return count
    }
}
