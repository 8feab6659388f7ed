import ReaderProcess

extension Command {
    /// The child process in which documents are read; started by the program itself only.
    static let readerWorker = Command(
        name: ReaderWorker.commandName, synopsis: "", summary: "读取文件的子进程，由程序自己启动",
        englishSummary: "the child process that reads documents; started by the program itself", isHidden: true
    ) { words in ExitCode(rawValue: ReaderWorker.run(words)) ?? .failed }
}
