/// Documents of invented words that occur as often as words do: a few nearly everywhere, most seldom, and after most words
/// one of a few others.
///
/// What an index of pairs or triples of characters costs hangs on how often they come again. Of the first 10,000 characters of
/// real reports, every sentence taken once, 39 % are pairs and 60 % triples that did not occur before; of 17,000, 34 % and 55 %.
/// Here they are 43 % and 61 %, 37 % and 56 %; with words drawn one by one they would be 63 % and 85 %.
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
    /// Eight words that come after each word, one after the other.
    private let followers: [Int]
    private static let followersOfOne = 8
    /// How many of 100 words are one of the followers of the word before.
    private static let followingWords = 65

    init(words count: Int = 6_000) {
        var random = SplitMix(seed: 1_949)
        var seen: Set<String> = []
        var words: [String] = []
        while words.count < count {
            // Common characters lie at the beginning of the range that is used here.
            let word = (0..<[2, 2, 2, 3, 4][Int.random(in: 0..<5, using: &random)]).map { _ in
                let place = (0..<4).reduce(1_600) { least, _ in min(least, Int.random(in: 0..<1_600, using: &random)) }
                return String(Character(Unicode.Scalar(0x4E00 + UInt32(place) * 7) ?? "字"))
            }.joined()
            if seen.insert(word).inserted { words.append(word) }
        }
        self.words = words
        var sum = 0.0
        let sums = (1...count).map { rank in
            sum += 1 / Double(rank + 1)
            return sum
        }
        self.sums = sums
        followers = (0..<count * Self.followersOfOne).map { _ in Self.place(in: sums, &random) }
    }

    /// Document number `number`, from 1.
    func document(_ number: Int) -> Document {
        var random = SplitMix(seed: UInt64(number) &* 7_919)
        let title = sentence(6, &random) + "〔\(2008 + number % 18)〕\(number % 400 + 1)号"
        let body =
            (0..<Int.random(in: 40...100, using: &random)).map { _ in
                sentence(Int.random(in: 2...7, using: &random), &random)
            }.joined(separator: "，") + "。"
        return Document(title: title, body: body)
    }

    /// Words side by side in some document, for questions that are phrases.
    func pair(of number: Int) -> String {
        var random = SplitMix(seed: UInt64(number) &* 7_919)
        return sentence(2, &random)
    }

    private func sentence(_ length: Int, _ random: inout SplitMix) -> String {
        var place = Self.place(in: sums, &random)
        var text = words[place]
        for _ in 1..<length {
            if Int.random(in: 0..<100, using: &random) < Self.followingWords {
                let one = Int.random(in: 0..<Self.followersOfOne, using: &random)
                place = followers[place * Self.followersOfOne + one]
            } else {
                place = Self.place(in: sums, &random)
            }
            text += words[place]
        }
        return text
    }

    /// The place of a word, drawn by how often words occur.
    private static func place(in sums: [Double], _ random: inout SplitMix) -> Int {
        let wanted = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
