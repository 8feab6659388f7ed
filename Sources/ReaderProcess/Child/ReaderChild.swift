internal import DocumentReading
internal import Glibc

/// One child process, from its start to its end.
///
/// Used by one thread at a time: the pool hands it to one holder and takes it back.
final class ReaderChild {
    /// The id of the process; our own child until `wait` has taken its status, so that it cannot be another's.
    let pid: pid_t
    private let line: ChildLine
    private let settings: ReaderSettings
    private var hasEnded = false
    /// Documents read so far.
    private(set) var documents = 0
    /// Documents read so far with the help of C libraries.
    private(set) var documentsByLibraries = 0

    /// Starts a child and waits until it says that it is shut in.
    init(_ settings: ReaderSettings) throws(DocumentError) {
        self.settings = settings
        (pid, line) = try Self.start(settings)
        let hello: Frame
        do {
            hello = try line.receive(longestBody: 1 << 16, until: .now + Self.startDeadline)
        } catch {
            _ = end()
            throw ReadingRefusal.notStarted
        }
        if hello.kind == .notReady {
            _ = end()
            throw ReadingRefusal.notConfined(code: hello.name, step: String(decoding: hello.body, as: UTF8.self))
        }
    }

    deinit { _ = end() }

    /// How long a child may take to start, on the slowest machine.
    private static let startDeadline: Duration = .seconds(30)

    /// False once it has ended.
    var isAlive: Bool { !hasEnded }

    /// True where the child may read one more document.
    func mayRead(byLibraries: Bool) -> Bool {
        guard !hasEnded, documentsByLibraries < settings.documentsPerChild else { return false }
        return documents < (byLibraries ? max(settings.documentsPerChild, 1) : settings.textDocumentsPerChild)
    }

    /// What a message of an answer means for the rest of it.
    enum Step {
        /// More is to come.
        case more
        /// That was the last message.
        case done
        /// No child of ours says that here.
        case broken
    }

    /// Sends a request and gives every message of the answer to `take`.
    ///
    /// - Throws: the child's refusal, after which it can read on; or that it was too slow, took too much memory or
    ///   crashed, after which it has ended.
    func ask(
        _ kind: FrameKind, name: String, bytes: [UInt8], byLibraries: Bool, take: (Frame) -> Step
    ) throws(DocumentError) {
        documents += 1
        if byLibraries { documentsByLibraries += 1 }
        line.forgetLastWords()
        let deadline = ContinuousClock.now + settings.deadline
        var failure: ChildLine.Failure?
        do throws(ChildLine.Failure) {
            let nameBytes = Array(name.utf8.prefix(1 << 12))
            let head = FrameHead(kind: kind, nameLength: nameBytes.count, bodyLength: bytes.count)
            try line.send(head.bytes + nameBytes, until: deadline)
            try line.send(bytes, until: deadline)
            var step = Step.more
            while step == .more {
                let frame = try line.receive(longestBody: settings.answerBytes, until: deadline)
                if frame.kind == .refusal, let refusal = ReadingRefusal.of(frame) { throw .refused(refusal) }
                step = take(frame)
            }
            if step == .broken { throw .nonsense }
        } catch {
            failure = error
        }
        switch failure {
        case nil: return
        case .refused(let refusal): throw refusal
        case .some(let failure):
            let signal = end()
            throw ReadingRefusal.afterEnd(failure, signal, lastWords: line.lastWords, settings)
        }
    }

    /// Ends the child and takes its status, so that it does not stay as a zombie. May be called again.
    ///
    /// - Returns: the signal that ended it, 0 where none did.
    func end() -> Int32 {
        guard !hasEnded else { return 0 }
        hasEnded = true
        // One that is ending by itself keeps its own status: our signal comes too late for it.
        kill(pid, SIGKILL)
        var status: Int32 = 0
        var result: pid_t
        repeat { result = waitpid(pid, &status, 0) } while result < 0 && errno == EINTR
        line.readLastWords()
        return result == pid ? status & 0x7F : 0
    }
}
