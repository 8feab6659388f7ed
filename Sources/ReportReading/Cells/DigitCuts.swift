/// Ways to cut a run of digits into numbers.
enum DigitCuts {
    /// How many ways are looked at; where there are more nothing is settled.
    static let most = 64

    /// Every way to cut digits into `count` numbers without leading zeros; none where there are more than `most`.
    static func cut(_ digits: [UInt8], into count: Int) -> [[String]] {
        var found: [[String]] = []
        func go(_ start: Int, _ parts: [String]) {
            if found.count > most { return }
            let left = count - parts.count
            if left == 0 {
                if start == digits.count { found.append(parts) }
                return
            }
            guard digits.count - start >= left else { return }
            if digits[start] == 0x30 {
                go(start + 1, parts + ["0"])
                return
            }
            let longest = min(digits.count - start - (left - 1), 12)
            guard longest >= 1 else { return }
            for length in 1...longest {
                go(start + length, parts + [String(decoding: digits[start..<start + length], as: UTF8.self)])
            }
        }
        go(0, [])
        return found.count > most ? [] : found
    }
}
