import AnnualReport

extension PrintedUnit {
    /// The unit of counting that a single character is; nil for every other character.
    init?(counting scalar: UInt32) {
        switch scalar {
        case 0x4EF6: self = .piece
        case 0x6761: self = .rule
        case 0x4EFD: self = .copy
        case 0x4E2A: self = .each
        case 0x9879: self = .item
        case 0x6B21: self = .time
        case 0x5B97: self = .matter
        case 0x8D77: self = .incident
        case 0x4EBA: self = .person
        case 0x5BB6: self = .household
        default: return nil
        }
    }
}
