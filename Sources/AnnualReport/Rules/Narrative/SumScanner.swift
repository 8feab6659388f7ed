/// A total and its parts, as one sentence of the text gives them.
struct NarrativeSum {
    /// In millionths.
    let total: Int64
    let parts: [Int64]
    /// The sum of the parts.
    let sum: Int128
    let holds: Bool
    /// True where the sentence plainly lists every part.
    let isCertain: Bool
    /// From the total to the last part, in the prepared text.
    let range: Range<Int>
}

/// Finds totals with a list of their parts: 431条，其中222条、209条; 3607件（349件、933件 …）.
///
/// A list is judged only where it can be meant as complete: parts of one unit behind 其中, 包括, 分别 or in a bracket
/// directly behind the total. A list that adds up anywhere on the way holds (what follows is another breakdown); a
/// list that falls far short is an incomplete list, and one that goes far beyond is two breakdowns in one.
struct SumScanner {
    private struct Item {
        let token: Int
        let value: Int64
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let tokens: UnsafeBufferPointer<TextToken>
    private var found: [NarrativeSum] = []

    /// A total and two parts.
    static let fewestNumbers = 3

    static func sums(_ passage: ReportText.Passage) -> [NarrativeSum] {
        guard passage.numbers >= fewestNumbers else { return [] }
        return passage.text.bytes.withUnsafeBufferPointer { bytes in
            passage.tokens.withUnsafeBufferPointer { tokens in
                var scanner = SumScanner(bytes: bytes, tokens: tokens)
                scanner.run()
                return scanner.found
            }
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<TextToken>) {
        self.bytes = bytes
        self.tokens = tokens
    }

    private mutating func run() {
        for index in tokens.indices {
            switch tokens[index].kind {
            case .word where tokens[index].word == .among: list(behind: index, bracket: false)
            case .word where tokens[index].word == .including || tokens[index].word == .respectively:
                list(behind: index, bracket: false)
            case .open where index > 0: list(behind: index, bracket: true)
            default: break
            }
        }
    }

    // MARK: Lists

    private mutating func list(behind marker: Int, bracket: Bool) {
        if bracket {
            // Only directly behind the total: 3607件（…）.
            guard tokens[marker - 1].kind == .number, tokens[marker - 1].end == tokens[marker].start else { return }
            // 其中 inside the bracket would find the same list again.
            if marker + 1 < tokens.count, tokens[marker + 1].kind == .word, tokens[marker + 1].word == .among { return }
        }
        let end = endOfList(marker)
        var units: [CountUnit] = []
        for index in items(marker + 1..<end) where !units.contains(tokens[index].unit) {
            units.append(tokens[index].unit)
        }
        for unit in units where unit != .none && unit != .percent && unit != .calendar {
            judge(marker, marker + 1..<end, unit, bracket: bracket)
        }
    }

    /// The number tokens of a range that do not stand in an inner bracket.
    private func items(_ range: Range<Int>) -> [Int] {
        var depth = 0
        return range.filter { index in
            switch tokens[index].kind {
            case .open: depth += 1
            case .close: depth -= 1
            case .number: return depth == 0
            default: break
            }
            return false
        }
    }

    private func endOfList(_ marker: Int) -> Int {
        var depth = 0
        var index = marker + 1
        while index < tokens.count {
            switch tokens[index].kind {
            case .stop, .lineEnd: return index
            case .open: depth += 1
            case .close:
                if depth == 0 { return index }
                depth -= 1
            case .word:
                switch tokens[index].word {
                case .among, .breakOff, .including, .respectively: return index
                default: break
                }
            default: break
            }
            index += 1
        }
        return index
    }

    private mutating func judge(_ marker: Int, _ range: Range<Int>, _ unit: CountUnit, bracket: Bool) {
        let list = items(range.lowerBound..<firstResult(range)).filter { tokens[$0].unit == unit }
        guard list.count >= 2, !list.contains(where: { tokens[$0].isApproximate }),
            let total = total(before: marker, unit), !tokens[total].isApproximate
        else { return }
        let values = list.map { Item(token: $0, value: tokens[$0].value) }
        let whole = Int128(tokens[total].value)
        if let count = prefix(values, whole) {
            add(total, Array(values.prefix(count)), holds: true, certain: true)
            return
        }
        let first = firstGroup(values)
        let sum = first.reduce(Int128(0)) { $0 + Int128($1.value) }
        let gap = sum > whole ? sum - whole : whole - sum
        let isComplete = bracket && hasOnlyParts(range, list) || hasRemainder(first)
        let isNear = gap * 10 <= whole || gap <= 1_000_000
        if sum > whole, isNear || isComplete && sum <= 2 * whole {
            add(total, first, holds: false, certain: tokens[marker].word != .respectively)
        } else if sum < whole, isComplete && 2 * sum >= whole {
            add(total, first, holds: false, certain: true)
        } else if sum < whole, isNear, whole > 10_000_000, tokens[marker].word != .respectively {
            add(total, first, holds: false, certain: false)
        }
    }

    private mutating func add(_ total: Int, _ parts: [Item], holds: Bool, certain: Bool) {
        guard let last = parts.last else { return }
        found.append(
            NarrativeSum(
                total: tokens[total].value, parts: parts.map(\.value),
                sum: parts.reduce(0) { $0 + Int128($1.value) }, holds: holds, isCertain: certain,
                range: clauseStart(total)..<tokens[last.token].end))
    }

    /// How many leading parts, at least two, come to the total.
    private func prefix(_ parts: [Item], _ total: Int128) -> Int? {
        var sum: Int128 = 0
        var reached: Int?
        for (place, part) in parts.enumerated() {
            sum += Int128(part.value)
            if sum == total, place > 0 { reached = place + 1 }
            if sum > total { break }
        }
        return reached
    }

    /// The parts before the first semicolon, where that leaves at least two.
    private func firstGroup(_ parts: [Item]) -> [Item] {
        for place in parts.indices.dropFirst() {
            let between = parts[place - 1].token..<parts[place].token
            if between.contains(where: { tokens[$0].kind == .semicolon }) {
                return place >= 2 ? Array(parts[..<place]) : parts
            }
        }
        return parts
    }

    // MARK: The total

    /// The nearest number of the unit in front of the marker; of a sentence that begins with 其中, the total of the
    /// sentence before.
    private func total(before marker: Int, _ unit: CountUnit) -> Int? {
        var depth = 0
        var index = marker - 1
        let startsSentence = index >= 0 && tokens[index].kind == .stop
        var candidate: Int?
        while index >= 0, tokens[index].kind != .lineEnd {
            switch tokens[index].kind {
            case .close: depth += 1
            case .open: depth -= 1
            case .number where depth <= 0 && tokens[index].unit == unit:
                if !startsSentence { return index }
                // Behind an earlier 其中 or 包括 stand parts, not the total.
                if candidate == nil { candidate = index }
            case .word where startsSentence && candidate != nil:
                switch tokens[index].word {
                case .among, .including, .respectively: candidate = nil
                default: break
                }
            case .stop:
                if let candidate { return candidate }
                if !startsSentence { return nil }
            default: break
            }
            index -= 1
        }
        return candidate
    }

    private func clauseStart(_ token: Int) -> Int {
        var index = token
        while index > 0, !tokens[index - 1].endsClause, tokens[token].start - tokens[index - 1].end < 60 { index -= 1 }
        return index < token ? tokens[index].start : tokens[token].start
    }

    // MARK: What kind of list

    /// Where a list turns to the results of requests or cases: those may include what was carried over, and TXT_TABLE
    /// holds them against the tables.
    private func firstResult(_ range: Range<Int>) -> Int {
        range.first { index in
            guard tokens[index].kind == .word else { return false }
            switch tokens[index].word {
            case .disclosed, .partlyDisclosed, .denied, .unable, .notProcessed, .otherHandling, .upheld, .corrected,
                .pending:
                return true
            default: return false
            }
        } ?? range.upperBound
    }

    /// A list of at least three parts in a bracket, with nothing but parts in it.
    private func hasOnlyParts(_ range: Range<Int>, _ list: [Int]) -> Bool {
        list.count >= 3 && items(range).count == list.count
    }

    /// 其他…4条 as one of the parts says that nothing is left out.
    private func hasRemainder(_ parts: [Item]) -> Bool {
        guard let first = parts.first, let last = parts.last else { return false }
        let range = (first.token > 0 ? tokens[first.token - 1].end : 0)..<tokens[last.token].start
        let other = Array("其他".utf8)
        guard range.count >= other.count else { return false }
        return (range.lowerBound...range.upperBound - other.count).contains { place in
            bytes[place] == other[0] && bytes[place + 1] == other[1] && bytes[place + 2] == other[2]
                && bytes[place + 3] == other[3] && bytes[place + 4] == other[4] && bytes[place + 5] == other[5]
        }
    }
}
