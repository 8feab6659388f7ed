/// The arguments of one call, parsed against the options that the command declares.
///
/// `--name value`, `--name=value`, `-o value`; `--` ends the options, `-` alone is an operand.
struct Arguments: Sendable {
    /// The arguments beside the options, in order.
    private(set) var operands: [String] = []
    private var found: [String: [String]] = [:]

    /// Parses the words after the command's name.
    ///
    /// - Throws: `UsageError` for an option that is not declared, a missing or unwanted value, an option given twice,
    ///   or too few or too many operands. The message names the word at fault.
    init(parsing words: [String], options: [ArgumentOption], operands allowed: ClosedRange<Int>) throws(UsageError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = options.first(where: { $0.name == parts[0] || $0.short == parts[0] }) else {
                throw Self.unknown(parts[0], options)
            }
            try take(option, attached: parts.count > 1 ? parts[1] : nil, from: &rest, options)
        }
        if operands.count > allowed.upperBound {
            let extra = operands[allowed.upperBound]
            throw UsageError(
                chinese: "多出的参数“\(extra)”。", english: "Unexpected argument “\(extra)”.")
        }
        if operands.count < allowed.lowerBound {
            throw UsageError(
                chinese: "缺少参数：至少需要 \(allowed.lowerBound) 个，只给了 \(operands.count) 个。",
                english: "Arguments are missing: at least \(allowed.lowerBound) needed, \(operands.count) given.")
        }
    }

    private mutating func take(
        _ option: ArgumentOption, attached: String?, from rest: inout ArraySlice<String>, _ options: [ArgumentOption]
    ) throws(UsageError) {
        if !option.repeats && found[option.name] != nil {
            throw UsageError(
                chinese: "选项 \(option.name) 只能写一次。", english: "\(option.name) may be given only once.")
        }
        guard let placeholder = option.value else {
            if attached != nil {
                throw UsageError(
                    chinese: "选项 \(option.name) 不带值。", english: "\(option.name) takes no value.")
            }
            found[option.name] = []
            return
        }
        if let attached {
            found[option.name, default: []].append(attached)
            return
        }
        // An option in the place of the value means that the value was forgotten.
        guard let next = rest.first, !options.contains(where: { $0.name == next || $0.short == next }) else {
            throw UsageError(
                chinese: "选项 \(option.name) 后面缺少值（\(placeholder)）。",
                english: "\(option.name) needs a value (\(placeholder)).")
        }
        rest.removeFirst()
        found[option.name, default: []].append(next)
    }

    private static func unknown(_ name: String, _ options: [ArgumentOption]) -> UsageError {
        let near = NearWord.find(name, among: options.map(\.name))
        return UsageError(
            chinese: "没有名为 \(name) 的选项。" + (near.map { "是否要写 \($0)？" } ?? ""),
            english: "There is no option \(name)." + (near.map { " Did you mean \($0)?" } ?? ""))
    }
}

extension Arguments {
    /// True when the option stands among the arguments.
    func has(_ name: String) -> Bool { found[name] != nil }

    /// The value of an option; nil when it is not given.
    func value(_ name: String) -> String? { found[name]?.first }

    /// The values of an option that may repeat, in order.
    func values(_ name: String) -> [String] { found[name] ?? [] }

    /// The value of an option that the command cannot do without.
    func required(_ name: String) throws(UsageError) -> String {
        guard let value = value(name) else {
            throw UsageError(chinese: "缺少选项 \(name)。", english: "\(name) is required.")
        }
        return value
    }

    /// The value of an option as a whole number within limits; nil when it is not given.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw UsageError(
                chinese: "选项 \(name) 的值“\(value)”不对：应为 \(range.lowerBound) 至 \(range.upperBound) 的整数。",
                english:
                    "\(name): “\(value)” is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// The value of an option that is one of a few words; the default when it is not given.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, default standard: Choice
    ) throws(UsageError) -> Choice {
        guard let value = value(name) else { return standard }
        guard let choice = Choice(rawValue: value) else {
            let words = Choice.allCases.map(\.rawValue)
            throw UsageError(
                chinese: "选项 \(name) 的值“\(value)”不对：可用的是 \(words.joined(separator: "、"))。",
                english: "\(name): “\(value)” is none of \(words.joined(separator: ", ")).")
        }
        return choice
    }

    /// How the command is to answer.
    func format() throws(UsageError) -> AnswerFormat {
        try choice(ArgumentOption.format.name, default: .text)
    }
}
