/// What one character of a text is to the search.
enum ScalarClass {
    /// A Chinese character: part of a run that is taken two by two.
    case han
    /// A letter or digit of any other script: part of a word.
    case word
    /// Space inside a line: parts words, and Chinese runs from each other, but not a number from what it counts.
    case blank
    /// Punctuation, ends of lines and everything else: no phrase goes across it.
    case wall
    /// A mark without width (joiners, variation selectors): as if it were not there.
    case nothing

    /// The class of a character outside ASCII.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3005, 0x3007: self = .han
        // Full-width digits and letters, folded to those of ASCII.
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .word
        case 0xA0, 0x3000, 0x2000...0x200A, 0x202F, 0x205F: self = .blank
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .nothing
        case 0x3001...0x303F, 0xFF00...0xFFEF, 0x2010...0x2BFF: self = .wall
        default:
            let properties = scalar.properties
            if properties.isAlphabetic {
                self = .word
                return
            }
            switch properties.generalCategory {
            case .decimalNumber, .nonspacingMark, .spacingMark: self = .word
            default: self = .wall
            }
        }
    }

    /// The class of each byte of ASCII.
    static func ofASCII(_ byte: UInt8) -> ScalarClass {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
        case 0x20, 0x09: .blank
        default: .wall
        }
    }
}
