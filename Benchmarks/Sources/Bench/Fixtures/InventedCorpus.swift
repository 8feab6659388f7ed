/// Documents of invented words that occur as often as words do: a few nearly everywhere, most seldom.
///
/// The same in every run and on every machine.
struct InventedCorpus {
    /// A document.
    struct Document {
        let title: String
        let body: String
    }

    /// Words of two to four Chinese characters, the commonest first.
    let words: [String]
    private let sums: [Double]

    init(words count: Int = 6_000) {
        var random = SplitMix(seed: 1_949)
        var seen: Set<String> = []
        var words: [String] = []
        while words.count < count {
            // Common characters lie at the beginning of the range that is used here.
            let word = (0..<[2, 2, 2, 3, 4][Int.random(in: 0..<5, using: &random)]).map { _ in
                let place = min(Int.random(in: 0..<2_400, using: &random), Int.random(in: 0..<2_400, using: &random))
                return String(Character(Unicode.Scalar(0x4E00 + UInt32(place) * 7) ?? "字"))
            }.joined()
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
        var sum = 0.0
        sums = (1...count).map { rank in
            sum += 1 / Double(rank + 10)
            return sum
        }
    }

    /// Document number `number`, from 1.
    func document(_ number: Int) -> Document {
        var random = SplitMix(seed: UInt64(number) &* 7_919)
        let title = sentence(6, &random) + "〔\(2008 + number % 18)〕\(number % 400 + 1)号"
        let body =
            (0..<Int.random(in: 8...24, using: &random)).map { _ in
                sentence(Int.random(in: 4...14, using: &random), &random)
            }.joined(separator: "，") + "。"
        return Document(title: title, body: body)
    }

    /// Words side by side in some document, for questions that are phrases.
    func pair(of number: Int) -> String {
        var random = SplitMix(seed: UInt64(number) &* 7_919)
        return sentence(2, &random)
    }

    private func sentence(_ length: Int, _ random: inout SplitMix) -> String {
        (0..<length).map { _ in word(&random) }.joined()
    }

    private func word(_ random: inout SplitMix) -> String {
        let wanted = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return words[low]
    }
}
