/// How a command ended. Source: the contract of the command line.
enum ExitCode: Int32, Sendable {
    /// Done and nothing wrong.
    case done = 0
    /// Findings of severity error.
    case findings = 1
    /// The command could not do its work.
    case failed = 2
    /// Wrong arguments.
    case usage = 64
}

/// One command of the command line.
struct Command: Sendable {
    /// The word after `gongkai`.
    var name: String
    /// The arguments it takes, as the help prints them.
    var synopsis: String
    /// What it does, in one Chinese sentence.
    var summary: String
    /// What it does, in one English sentence.
    var englishSummary: String
    /// Commands that only the program itself calls are not listed.
    var isHidden = false
    /// Runs it with the arguments after its name.
    var run: @Sendable ([String]) -> ExitCode
}

extension Command {
    /// Every command, in the order of the help.
    static let all: [Command] = []
}
