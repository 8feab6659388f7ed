internal import DocumentReading

/// What a child process is told when it is started; written and read by this program only.
struct WorkerArguments: Equatable {
    /// The limits to keep.
    var limits: ReadingLimits
    /// How many documents the child may read in its life.
    var documents: Int
    /// Goes on where the filter of system calls cannot be loaded.
    var withoutSeccomp: Bool
    /// Obeys documents named `self-test …`.
    var selfTest: Bool

    init(_ settings: ReaderSettings) {
        limits = settings.limits
        documents = max(settings.documentsPerChild, settings.textDocumentsPerChild)
        withoutSeccomp = settings.withoutSeccomp
        selfTest = settings.selfTest
    }

    /// Reads the arguments; nil where one is unknown.
    init?(_ arguments: [String]) {
        limits = ReadingLimits()
        documents = 1
        withoutSeccomp = false
        selfTest = false
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1)
            if argument == "without-seccomp" {
                withoutSeccomp = true
            } else if argument == "self-test" {
                selfTest = true
            } else if parts.count == 2, let value = Int(parts[1]), value > 0 {
                if parts[0] == "documents" {
                    documents = value
                } else if let limit = LimitSetting.all.first(where: { $0.word == parts[0] }) {
                    limits[keyPath: limit.path] = value
                } else {
                    return nil
                }
            } else {
                return nil
            }
        }
    }

    /// The arguments after the name of the command.
    var words: [String] {
        var words = LimitSetting.all.map { "\($0.word)=\(limits[keyPath: $0.path])" }
        words.append("documents=\(documents)")
        if withoutSeccomp { words.append("without-seccomp") }
        if selfTest { words.append("self-test") }
        return words
    }
}
