internal import Markup

/// A sentence in which words of the interface stand between backticks, as `next`.
struct CodedText {
    let sentence: Sentence

    init(_ sentence: Sentence) { self.sentence = sentence }

    /// The sentence with those words as code.
    func html(_ t: Wording) -> HTML {
        let pieces = sentence.text(t).split(separator: "`", omittingEmptySubsequences: false)
        let marked = pieces.enumerated().map { place, piece -> HTML in
            place % 2 == 1 ? "<code>\(String(piece))</code>" : "\(String(piece))"
        }
        return marked.joined()
    }
}
