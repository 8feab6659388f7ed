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
    /// The options it declares: the parser refuses any other, the help prints each.
    var options: [ArgumentOption] = []
    /// Runs it with the arguments after its name.
    var run: @Sendable ([String]) -> ExitCode
}

extension Command {
    /// A command whose arguments are parsed first: what does not fit its options ends with the reason and the synopsis
    /// on standard error and `ExitCode.usage`.
    ///
    /// - Parameters:
    ///   - operands: how many arguments may stand beside the options.
    ///   - perform: does the work; it throws `UsageError` when a value does not fit.
    init(
        name: String, synopsis: String, summary: String, englishSummary: String, isHidden: Bool = false,
        options: [ArgumentOption], operands: ClosedRange<Int> = 0...0,
        perform: @escaping @Sendable (Arguments) throws(UsageError) -> ExitCode
    ) {
        self.init(
            name: name, synopsis: synopsis, summary: summary, englishSummary: englishSummary, isHidden: isHidden,
            options: options
        ) { words in
            do throws(UsageError) {
                return try perform(Arguments(parsing: words, options: options, operands: operands))
            } catch {
                CommandHelp.complain(error, command: name, synopsis: synopsis)
                return .usage
            }
        }
    }

    /// Every command, in the order of the help.
    static let all: [Command] = [
        read,
        check,
        compile,
        rollup,
        deadline,
        fee,
        act,
        acts,
        show,
        paper,
        handover,
        office,
        role,
        person,
        key,
        mail,
        recompute,
        serve,
        migrate,
        demo,
        backup,
        restore,
        importing,
        undo,
        export,
        verify,
        rebuild,
        bench,
        readerWorker,
    ]
}
