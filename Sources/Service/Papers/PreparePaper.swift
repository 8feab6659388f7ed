public import Disclosure
internal import DocumentReading
public import Ledger

/// Makes a paper of a text and files: what can be read of each file is read, outside of any transaction.
public struct PreparePaper: Sendable {
    /// What it may hold.
    public let limits: PaperLimits
    let reader: any TextReadingPort

    /// A file as it was handed in.
    public struct File: Sendable, Hashable {
        /// Its name, without a folder.
        public var name: String
        /// Its bytes.
        public var bytes: [UInt8]

        /// A file.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The use case over a reader.
    public init(reader: any TextReadingPort, limits: PaperLimits = PaperLimits()) {
        self.reader = reader
        self.limits = limits
    }

    /// Makes the paper.
    ///
    /// A file of which nothing can be read is no fault: it is kept with a remark, and the search does not know its inside.
    ///
    /// - Throws: `Refusal` as `Paper` does, before anything is read.
    public func run(_ text: String, files: [File]) throws(Refusal) -> Paper {
        // Refused before time is spent on reading.
        _ = try Paper(text, files: files.map { Paper.File($0.name, $0.bytes) }, limits: limits)
        return try Paper(text, files: files.map(read), limits: limits)
    }

    private func read(_ file: File) -> Paper.File {
        do throws(DocumentError) {
            let text = Self.tidy(try reader.text(name: file.name, bytes: file.bytes))
            guard text.contains(where: { !$0.isWhitespace }) else {
                return Paper.File(file.name, file.bytes, remark: "没有可以检索的文字。")
            }
            guard text.count > limits.extractCharacters else { return Paper.File(file.name, file.bytes, text: text) }
            return Paper.File(
                file.name, file.bytes, text: String(text.prefix(limits.extractCharacters)),
                remark: "只有前 \(limits.extractCharacters) 个字可以检索。")
        } catch {
            return Paper.File(file.name, file.bytes, remark: error.message)
        }
    }

    /// Control characters become spaces: no database keeps all of them.
    private static func tidy(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isLineOrTab = scalar == "\n" || scalar == "\t"
            kept.append(isLineOrTab || scalar.properties.generalCategory != .control ? scalar : " ")
        }
        return String(kept)
    }
}
