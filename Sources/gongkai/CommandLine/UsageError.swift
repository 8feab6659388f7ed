/// Arguments that do not fit a command: what is wrong and how to write it, for the user to read.
struct UsageError: Error, Equatable, Sendable {
    /// The sentence in Chinese.
    var chinese: String
    /// The sentence in English.
    var english: String

    /// The sentence in the user's language.
    func text(in language: Language) -> String {
        language == .english ? english : chinese
    }
}
