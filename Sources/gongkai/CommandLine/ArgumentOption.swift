/// One option that a command declares.
struct ArgumentOption: Sendable, Equatable {
    /// As it is written: `--received`.
    var name: String
    /// A short form: `-o`; nil when there is none.
    var short: String?
    /// What stands for its value in the help (`DATE`); nil for an option without value.
    var value: String?
    /// Whether it may stand more than once.
    var repeats: Bool
    /// What it means, in Chinese.
    var chinese: String
    /// What it means, in English.
    var english: String

    /// An option with a value: `--received DATE`.
    static func value(
        _ name: String, short: String? = nil, _ value: String, repeats: Bool = false, _ chinese: String,
        _ english: String
    ) -> ArgumentOption {
        ArgumentOption(
            name: name, short: short, value: value, repeats: repeats, chinese: chinese, english: english)
    }

    /// An option without value: `--extended`.
    static func flag(_ name: String, short: String? = nil, _ chinese: String, _ english: String) -> ArgumentOption {
        ArgumentOption(
            name: name, short: short, value: nil, repeats: false, chinese: chinese, english: english)
    }

    /// `--format text|json`, which every command takes that answers.
    static let format = value(
        "--format", "text|json", "输出格式，默认 text", "form of the answer, text unless told")

    /// As the help prints it: `-o, --output FILE`.
    var label: String {
        let names = short.map { "\($0), \(name)" } ?? name
        return value.map { "\(names) \($0)" } ?? names
    }
}

/// How a command answers: `--format text|json`.
enum AnswerFormat: String, Sendable, CaseIterable {
    /// For people to read.
    case text
    /// For programs, in the forms of the contract.
    case json
}
