import DocumentReading
import ReaderProcess
import Synchronization

/// What came of one document.
struct DocumentOutcome<Value: Sendable>: Sendable {
    /// What the document is called.
    var name: String
    /// What was made of it, or why not.
    var result: Result<Value, DocumentError>
}

/// How many documents were read and how many not.
struct ReadingCount: Sendable {
    /// Documents read.
    var read = 0
    /// Documents not read.
    var refused = 0

    /// How a command ended that could not read some documents: nothing read is a failure of the command, a part not
    /// read is like an error found.
    var exitCode: ExitCode {
        if refused == 0 { return .done }
        return read == 0 ? .failed : .findings
    }
}

/// The reading of the documents a command was given.
struct DocumentRun {
    /// Documents that the command line lets one child read: the documents are those of one person.
    private static let documentsPerChild = 64

    /// The pool that commands read with; nil with the reason said where a setting is wrong.
    static func pool(for command: String) -> ReaderPool? {
        do throws(SettingError) {
            return ReaderPool(try ReaderSettings.fromEnvironment(documentsPerChild: documentsPerChild))
        } catch {
            StandardStream.complain(command, error.message)
            return nil
        }
    }

    /// Reads every document of a queue, several at a time, and hands on what came of them in order.
    ///
    /// - Parameters:
    ///   - work: makes something of the bytes of a document; called by several threads at a time.
    ///   - emit: takes what came of a document; false ends the run.
    static func run<Value: Sendable>(
        _ queue: DocumentQueue, _ pool: ReaderPool,
        work: @escaping @Sendable (_ name: String, _ bytes: [UInt8]) throws(DocumentError) -> Value,
        emit: @escaping @Sendable (DocumentOutcome<Value>) -> Bool
    ) -> ReadingCount {
        let count = Mutex(ReadingCount())
        let limit = pool.settings.limits.fileBytes
        OrderedBatch.run(
            threads: pool.settings.readers, next: { queue.next() },
            work: { input -> DocumentOutcome<Value> in
                do throws(DocumentError) {
                    let bytes =
                        switch input.origin {
                        case .file(let path): try DocumentFile.bytes(of: path, limit: limit)
                        case .bytes(let bytes): bytes
                        case .refused(let error): throw error
                        }
                    return DocumentOutcome(name: input.name, result: .success(try work(input.name, bytes)))
                } catch {
                    return DocumentOutcome(name: input.name, result: .failure(error))
                }
            },
            emit: { outcome in
                count.withLock { count in
                    if case .success = outcome.result { count.read += 1 } else { count.refused += 1 }
                }
                return emit(outcome)
            })
        return count.withLock { $0 }
    }

    /// The files and folders that a command was given.
    static func paths(_ arguments: Arguments) throws(UsageError) -> [String] {
        // `gongkai check "$file"` with the variable not set.
        guard !arguments.operands.contains("") else {
            throw UsageError(chinese: "有一个文件名是空的。", english: "One of the file names is empty.")
        }
        guard !arguments.operands.contains("-") else {
            throw UsageError(
                chinese: "“-”只能单独用在 gongkai read 后面，表示从标准输入逐行读取路径；名为“-”的文件请写成“./-”。",
                english: "“-” stands alone after gongkai read and takes paths from standard input; "
                    + "a file of that name is written “./-”.")
        }
        return arguments.operands
    }

    /// Says on standard error that a command did nothing, where several documents were meant and none could be read.
    static func complainOfNothing(_ command: String, _ count: ReadingCount) {
        guard count.read == 0, count.refused > 0 else { return }
        StandardStream.complain(command, "没有读成一份文件，原因见上。")
    }
}
