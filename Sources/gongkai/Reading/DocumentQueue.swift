import DocumentReading
import Glibc
import ReaderProcess
import Synchronization

/// One document to be read.
struct DocumentInput: Sendable {
    /// Where its bytes are.
    enum Origin: Sendable {
        /// In a file.
        case file(String)
        /// Here already: a part of an archive.
        case bytes([UInt8])
        /// Nowhere: it could not even be listed.
        case refused(DocumentError)
    }

    /// What it is called in answers: the name of the file, or its path within the folder or archive.
    var name: String
    /// Where its bytes are.
    var origin: Origin
}

/// The documents that the arguments of a command mean, one after the other: files, the files of folders and archives,
/// or the paths that another program writes on standard input as it goes.
final class DocumentQueue: Sendable {
    private struct State: Sendable {
        var operands: ArraySlice<String>
        var waiting: [DocumentInput] = []
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
        DocumentFolder.isFolder(path) || isArchive(path)
    }

    /// The next document; nil at the end.
    func next() -> DocumentInput? {
        if let lines {
            // Not under the lock: the line may be long in coming.
            guard let path = lines.next() else { return nil }
            return DocumentInput(name: DocumentFile.name(of: path), origin: .file(path))
        }
        return state.withLock { state in
            while true {
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                guard let path = state.operands.popFirst() else { return nil }
                let found = expand(path)
                state.known += found.count - 1
                state.waiting = found
            }
        }
    }

    private func expand(_ path: String) -> [DocumentInput] {
        if Self.isCollection(path) {
            do throws(DocumentError) {
                return try DocumentFolder.isFolder(path) ? documents(inFolder: path) : documents(inArchive: path)
            } catch {
                return [DocumentInput(name: DocumentFile.name(of: path), origin: .refused(error))]
            }
        }
        return [DocumentInput(name: DocumentFile.name(of: path), origin: .file(path))]
    }

    private func documents(inFolder folder: String) throws(DocumentError) -> [DocumentInput] {
        let names = try FolderListing(folder).documents
        guard !names.isEmpty else { throw Self.nothing(in: "文件夹") }
        var found: [DocumentInput] = []
        for name in names {
            guard Self.isArchive(name) else {
                found.append(DocumentInput(name: name, origin: .file("\(folder)/\(name)")))
                continue
            }
            do throws(DocumentError) {
                found += try documents(inArchive: "\(folder)/\(name)", called: name)
            } catch {
                found.append(DocumentInput(name: name, origin: .refused(error)))
            }
        }
        return found
    }

    private func documents(inArchive path: String, called prefix: String = "") throws(DocumentError) -> [DocumentInput]
    {
        let bytes = try DocumentFile.bytes(of: path, limit: pool.settings.limits.fileBytes)
        let parts: [ArchivedDocument]
        do throws(DocumentError) {
            parts = try pool.documents(inArchive: DocumentFile.name(of: path), bytes: bytes)
        } catch {
            guard error.code == ReaderPool.noArchive else { throw error }
            // A docx with the name of a zip, say: read as what it is, or refused as what it is.
            return [DocumentInput(name: prefix.isEmpty ? DocumentFile.name(of: path) : prefix, origin: .file(path))]
        }
        guard !parts.isEmpty else { throw Self.nothing(in: "压缩包") }
        return parts.map { part in
            let origin: DocumentInput.Origin =
                switch part.content {
                case .success(let bytes): .bytes(bytes)
                case .failure(let error): .refused(error)
                }
            return DocumentInput(name: prefix.isEmpty ? part.name : "\(prefix)/\(part.name)", origin: origin)
        }
    }

    private static func nothing(in what: String) -> DocumentError {
        DocumentError(code: "no_documents", message: "\(what)里没有可以读取的文件（docx、xlsx、pdf、html、txt、md、zip）。")
    }

    private static func isArchive(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }
}

/// Lines of a descriptor as they come.
private final class LineReader: Sendable {
    private let descriptor: Int32
    private let rest = Mutex<[UInt8]>([])
    /// The longest path the system takes, and some.
    private static let longest = 1 << 16

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The next line that is not empty, without its end; nil at the end of the input.
    func next() -> String? {
        rest.withLock { rest in
            while true {
                if let end = rest.firstIndex(of: 0x0A) {
                    var line = rest[..<end]
                    if line.last == 0x0D { line = line.dropLast() }
                    let text = String(decoding: line, as: UTF8.self)
                    rest.removeFirst(end + 1)
                    if !text.isEmpty { return text }
                    continue
                }
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                let count = read(descriptor, &chunk, chunk.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0, rest.count < Self.longest else {
                    let last = String(decoding: rest, as: UTF8.self)
                    rest = []
                    return last.isEmpty ? nil : last
                }
                rest += chunk[..<count]
            }
        }
    }
}
