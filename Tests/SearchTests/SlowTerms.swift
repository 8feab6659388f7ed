import Foundation
import TestSupport

/// The rules of the terms read slowly: characters first, then runs, then what stands between them.
enum SlowTerms {
    struct Term: Equatable {
        var text: String
        var position: Int
        var isWall: Bool
    }

    private enum Run: Equatable {
        case han([Unicode.Scalar])
        case word([Unicode.Scalar])
        case blank
        case wall
    }

    static let alphabet: [String] = [
        "政", "府", "信", "息", "公", "年", "号", "〇", "々", "開", "𠮷", "a", "B", "Ｃ", "7", "９", "é", "É", "е́", " ", "　", "\t",
        "，", "。", "〔", "〕", "\n", "\"", "*", "-", "\u{200B}", "\u{FE00}", "①", "😀", "ひ", "\u{301}",
    ]

    static func randomText(_ random: inout SeededGenerator) -> String {
        let length = Int.random(in: 0...24, using: &random)
        return (0..<length).map { _ in alphabet.randomElement(using: &random) ?? "政" }.joined()
    }

    static func terms(of text: String) -> [Term] {
        var runs: [Run] = []
        for scalar in text.unicodeScalars where !isNothing(scalar) {
            switch (kind(scalar), runs.last) {
            case (.han, .han(let own)?): runs[runs.count - 1] = .han(own + [scalar])
            case (.han, _): runs.append(.han([scalar]))
            case (.word, .word(let own)?): runs[runs.count - 1] = .word(own + [scalar])
            case (.word, _): runs.append(.word([scalar]))
            case (.blank, .blank?), (.blank, .wall?): break
            case (.blank, _): runs.append(.blank)
            case (.wall, .blank?): runs[runs.count - 1] = .wall
            case (.wall, .wall?): break
            case (.wall, _): runs.append(.wall)
            }
        }
        var terms: [Term] = []
        var position = 0
        for (index, run) in runs.enumerated() {
            switch run {
            case .blank, .wall: continue
            case .han(let scalars):
                let before = neighbour(runs, index, -1)
                let isJoined = if case .word? = before { true } else { false }
                if !isJoined, !terms.isEmpty { add("", wall: true) }
                let isBeforeWord = if case .word? = neighbour(runs, index, 1) { true } else { false }
                for (offset, pair) in zip(scalars, scalars.dropFirst()).enumerated() {
                    add(String(String.UnicodeScalarView([pair.0, pair.1])))
                    guard offset == 0, isJoined else { continue }
                    terms.append(Term(text: String(pair.0), position: position - 1, isWall: false))
                }
                if scalars.count == 1 || isBeforeWord, let last = scalars.last { add(String(last)) }
            case .word(let scalars):
                let before = neighbour(runs, index, -1)
                let isJoined = before.map { if case .wall = $0 { false } else { true } } ?? false
                if !isJoined, !terms.isEmpty { add("", wall: true) }
                add(fold(scalars))
            }
        }
        func add(_ text: String, wall: Bool = false) {
            terms.append(Term(text: text, position: position, isWall: wall))
            position += 1
        }
        return terms
    }

    /// The run next to one, blanks passed over; a wall stops.
    private static func neighbour(_ runs: [Run], _ index: Int, _ step: Int) -> Run? {
        var at = index + step
        while runs.indices.contains(at), runs[at] == .blank { at += step }
        return runs.indices.contains(at) ? runs[at] : nil
    }

    private static func fold(_ scalars: [Unicode.Scalar]) -> String {
        let text = String(String.UnicodeScalarView(scalars))
        return (text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text).lowercased()
    }

    private enum Kind { case han, word, blank, wall }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if scalar.properties.isIdeographic || scalar == "々" { return .han }
        if " \t　".unicodeScalars.contains(scalar) { return .blank }
        if scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal { return .word }
        return scalar.properties.generalCategory == .nonspacingMark ? .word : .wall
    }

    private static func isNothing(_ scalar: Unicode.Scalar) -> Bool { ["\u{200B}", "\u{FE00}"].contains(scalar) }
}
