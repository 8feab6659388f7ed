import DocumentReading
import ReaderProcess
import Synchronization

/// One document to be read.
struct DocumentInput: Sendable {
    /// Where its bytes are.
    enum Origin: Sendable {
        /// In a file.
        case file(DocumentPath)
        /// Here already: a part of an archive.
        case bytes([UInt8])
        /// Nowhere: it could not even be listed.
        case refused(DocumentError)
    }

    /// What it is called in answers: the name of the file, or its path within the folder or archive.
    var name: String
    /// Where its bytes are.
    var origin: Origin

    /// A file by its path as a person or a program wrote it.
    init(typed path: [UInt8]) {
        do throws(DocumentError) {
            let path = try DocumentPath(path)
            self.init(name: path.name, origin: .file(path))
        } catch {
            self.init(name: DocumentName.shown(path), origin: .refused(error))
        }
    }

    /// A document.
    init(name: String, origin: Origin) {
        self.name = name
        self.origin = origin
    }
}

/// The documents that the arguments of a command mean, one after the other: files, the files of folders and archives,
/// or the paths that another program writes on standard input as it goes.
final class DocumentQueue: Sendable {
    /// What a folder holds.
    private enum Waiting: Sendable {
        case document(DocumentInput)
        /// Unpacked when its turn comes, so that one archive at a time is in memory.
        case archive(DocumentPath, name: String)
    }

    private struct State: Sendable {
        var operands: ArraySlice<String>
        var waiting: ArraySlice<Waiting> = []
        /// The documents of the archive whose turn it is.
        var unpacked: ArraySlice<DocumentInput> = []
        var known = 0
    }

    private let state: Mutex<State>
    private let lines: LineReader?
    private let pool: ReaderPool

    /// The documents of arguments: a folder or archive stands for every document in it.
    init(_ operands: [String], _ pool: ReaderPool) {
        state = Mutex(State(operands: operands[...], known: operands.count))
        lines = nil
        self.pool = pool
    }

    /// One document for each line of standard input, in step with it: a folder or archive is refused there.
    init(linesOf descriptor: Int32, _ pool: ReaderPool) {
        state = Mutex(State(operands: []))
        lines = LineReader(descriptor)
        self.pool = pool
    }

    /// How many documents are known of so far.
    var known: Int { state.withLock { $0.known } }

    /// True where an argument may stand for several documents.
    static func isCollection(_ path: String) -> Bool {
        DocumentName.isArchive(path) || (try? DocumentPath(path))?.isFolder == true
    }

    /// The next document; nil at the end.
    func next() -> DocumentInput? {
        // Not under the lock: the line may be long in coming.
        if let lines { return lines.next().map { DocumentInput(typed: $0) } }
        return state.withLock { state in
            while true {
                if let input = state.unpacked.popFirst() { return input }
                switch state.waiting.popFirst() {
                case .document(let input): return input
                case .archive(let path, let name):
                    state.unpacked = documents(inArchive: path, called: name, below: name + "/")[...]
                    state.known += state.unpacked.count - 1
                case nil:
                    guard let operand = state.operands.popFirst() else { return nil }
                    expand(DocumentInput(typed: Array(operand.utf8)), &state)
                }
            }
        }
    }

    private func expand(_ operand: DocumentInput, _ state: inout State) {
        guard case .file(let path) = operand.origin else {
            state.unpacked = [operand]
            return
        }
        if path.isFolder {
            let found = documents(inFolder: path)
            state.known += found.count - 1
            state.waiting = found[...]
        } else if DocumentName.isArchive(operand.name) {
            let found = documents(inArchive: path, called: operand.name, below: "")
            state.known += found.count - 1
            state.unpacked = found[...]
        } else {
            state.unpacked = [operand]
        }
    }

    private func documents(inFolder folder: DocumentPath) -> [Waiting] {
        do throws(DocumentError) {
            let entries = try FolderListing(folder).entries
            guard !entries.isEmpty else { throw Self.nothing(in: "文件夹") }
            return entries.map { entry in
                DocumentName.isArchive(entry.name)
                    ? .archive(entry.path, name: entry.name)
                    : .document(DocumentInput(name: entry.name, origin: .file(entry.path)))
            }
        } catch {
            return [.document(DocumentInput(name: folder.name, origin: .refused(error)))]
        }
    }

    private func documents(
        inArchive path: DocumentPath, called name: String, below prefix: String
    ) -> [DocumentInput] {
        do throws(DocumentError) {
            let bytes = try DocumentFile.bytes(of: path, limit: pool.settings.limits.fileBytes)
            let parts = try pool.documents(inArchive: path.name, bytes: bytes)
            guard !parts.isEmpty else { throw Self.nothing(in: "压缩包") }
            return parts.map { part in
                switch part.content {
                case .success(let bytes): DocumentInput(name: prefix + part.name, origin: .bytes(bytes))
                case .failure(let error): DocumentInput(name: prefix + part.name, origin: .refused(error))
                }
            }
        } catch {
            // A docx with the name of a zip, say: read as what it is, or refused as what it is.
            return [
                DocumentInput(name: name, origin: error.code == ReaderPool.noArchive ? .file(path) : .refused(error))
            ]
        }
    }

    private static func nothing(in what: String) -> DocumentError {
        DocumentError(code: "no_documents", message: "\(what)里没有可以读取的文件（docx、xlsx、pdf、html、txt、md、zip）。")
    }
}
