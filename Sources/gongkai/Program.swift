/// The program as a whole: which command is called, or what to say when none is.
enum Program {
    /// The version, as `gongkai --version` prints it.
    static let version = "0.1.0"

    /// Runs the command that the words name.
    ///
    /// - Parameter words: the arguments without the name of the program.
    static func run(_ words: [String]) -> ExitCode {
        guard let name = words.first else {
            StandardStream.error.write(CommandHelp.overview(in: .ofUser))
            return .usage
        }
        switch name {
        case "--version", "version":
            StandardStream.output.write("gongkai \(version)\n")
            return .done
        case "--help", "-h", "help":
            return help(for: words.dropFirst().first)
        default:
            break
        }
        guard let command = Command.all.first(where: { $0.name == name }) else {
            return unknown(name)
        }
        let rest = Array(words.dropFirst())
        if asksForHelp(rest) {
            StandardStream.output.write(CommandHelp.page(of: command, in: .ofUser))
            return .done
        }
        return command.run(rest)
    }

    /// True when `--help` or `-h` stands before a `--`.
    private static func asksForHelp(_ words: [String]) -> Bool {
        for word in words {
            if word == "--" { return false }
            if word == "--help" || word == "-h" { return true }
        }
        return false
    }

    private static func help(for name: String?) -> ExitCode {
        guard let name else {
            StandardStream.output.write(CommandHelp.overview(in: .ofUser))
            return .done
        }
        guard let command = Command.all.first(where: { $0.name == name }) else {
            return unknown(name)
        }
        StandardStream.output.write(CommandHelp.page(of: command, in: .ofUser))
        return .done
    }

    private static func unknown(_ name: String) -> ExitCode {
        let near = NearWord.find(name, among: Command.all.filter { !$0.isHidden }.map(\.name))
        let guess = near.map { (chinese: "是否要用 \($0)？", english: " Did you mean \($0)?") }
        let problem = UsageError(
            chinese: "没有名为“\(name)”的命令。\(guess?.chinese ?? "")",
            english: "There is no command “\(name)”.\(guess?.english ?? "")")
        StandardStream.error.write("gongkai: \(PlainText.line(problem.text(in: .ofUser)))\n\n")
        StandardStream.error.write(CommandHelp.overview(in: .ofUser))
        return .usage
    }
}
