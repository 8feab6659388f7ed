public import AnnualReport
public import DocumentReading
internal import ReportExchange

/// Reads documents in child processes, several at a time. Every document from outside comes in through here.
///
/// A document that crashes its child, is too slow or takes too much memory gets an error of its own; the pool goes on
/// with a new child. All calls may be made from any thread; each blocks until its document is read.
///
/// Errors besides those of the readers themselves: `too_large`, `too_slow`, `too_much_memory`, `reader_crashed`,
/// `reader_busy`, `reader_not_started`, `reader_not_confined`, `damaged_answer`.
public final class ReaderPool: Sendable {
    /// How documents are read.
    public let settings: ReaderSettings
    private let idle: Gate<Children>

    private struct Children {
        var waiting: [ReaderChild] = []
        var atWork = 0
    }

    /// A pool that starts its children when the first documents come.
    public init(_ settings: ReaderSettings = ReaderSettings()) {
        self.settings = settings
        idle = Gate(Children())
    }

    /// Reads the report of a document.
    public func read(name: String, bytes: [UInt8]) throws(DocumentError) -> Report {
        let json = try readJSON(name: name, bytes: bytes)
        do {
            return try ReportJSON.read(json, maximumSize: settings.answerBytes)
        } catch {
            throw ReadingRefusal.damagedAnswer
        }
    }

    /// Reads the report of a document as `gongkai.report/1`, in one line without its end.
    ///
    /// An old office file is converted first where the settings allow it, by a program of its own with a time limit of
    /// its own; else the child refuses it as `legacy_format`.
    public func readJSON(name: String, bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
        var bytes = bytes
        if settings.convertsOldFiles, LegacyOffice.needsConversion(bytes) {
            bytes = try LegacyOffice.convert(bytes: bytes, name: name, limits: settings.limits)
        }
        var json: [UInt8] = []
        try ask(.readReport, name: name, bytes: bytes) { frame in
            guard frame.kind == .report else { return .broken }
            json = frame.body
            return .done
        }
        guard !json.contains(0x0A) else { throw ReadingRefusal.damagedAnswer }
        return json
    }

    /// Reads the sheets of a workbook cell by cell; an old office file is converted as for reports.
    ///
    /// Errors besides those of documents: `not_a_workbook`.
    public func sheets(name: String, bytes: [UInt8]) throws(DocumentError) -> [SheetCells] {
        var bytes = bytes
        if settings.convertsOldFiles, LegacyOffice.needsConversion(bytes) {
            bytes = try LegacyOffice.convert(bytes: bytes, name: name, limits: settings.limits)
        }
        var sheets: [SheetCells]?
        let most = settings.limits.tableCells
        try ask(.readSheets, name: name, bytes: bytes) { frame in
            guard frame.kind == .sheets else { return .broken }
            sheets = SheetLines.sheets(in: frame.body, mostCells: most)
            return .done
        }
        guard let sheets else { throw ReadingRefusal.damagedAnswer }
        return sheets
    }

    /// The most bytes of text that are taken of a document: 16 MiB.
    public static let longestText = 16 << 20

    /// Reads the text of a document for search: a line a paragraph, cells parted by tabs; what is longer than
    /// `longestText` is cut. An old office file is converted as for reports.
    public func text(name: String, bytes: [UInt8]) throws(DocumentError) -> String {
        var bytes = bytes
        if settings.convertsOldFiles, LegacyOffice.needsConversion(bytes) {
            bytes = try LegacyOffice.convert(bytes: bytes, name: name, limits: settings.limits)
        }
        var text = ""
        try ask(.readText, name: name, bytes: bytes) { frame in
            guard frame.kind == .text, frame.body.count <= Self.longestText else { return .broken }
            text = String(decoding: frame.body, as: UTF8.self)
            return .done
        }
        return text
    }

    /// The code for bytes that are no zip of documents, but may well be a document.
    public static let noArchive = "no_archive"

    /// The documents of a zip, unpacked in a child as well: an archive is as hostile as a document.
    ///
    /// - Returns: the documents, sorted by name; one that cannot be unpacked has its own error.
    /// - Throws: besides the errors of every document, `noArchive`.
    public func documents(inArchive name: String, bytes: [UInt8]) throws(DocumentError) -> [ArchivedDocument] {
        var documents: [ArchivedDocument] = []
        let most = settings.limits.archiveFiles
        try ask(.unpack, name: name, bytes: bytes) { frame in
            switch frame.kind {
            case .part where documents.count < most:
                documents.append(ArchivedDocument(name: frame.name, content: .success(frame.body)))
                return .more
            case .refusedPart where documents.count < most:
                guard let refusal = ReadingRefusal.ofPart(frame) else { return .broken }
                documents.append(ArchivedDocument(name: frame.name, content: .failure(refusal)))
                return .more
            case .end: return .done
            default: return .broken
            }
        }
        return documents
    }

    /// Ends the children that wait for work, to give their memory back; the next document starts a new one.
    public func dismissIdleChildren() {
        let waiting = idle.change { children in
            let waiting = Handed(children.waiting)
            children.waiting = []
            return waiting
        }
        for child in waiting.value { _ = child.end() }
    }

    private func ask(
        _ kind: FrameKind, name: String, bytes: [UInt8], take: (Frame) -> ReaderChild.Step
    ) throws(DocumentError) {
        guard bytes.count <= settings.limits.fileBytes else {
            throw ReadingRefusal.tooLarge(limit: settings.limits.fileBytes)
        }
        let byLibraries = LibraryFormats.mayBe(name: name, bytes: bytes)
        let child = try takeChild(byLibraries: byLibraries)
        defer { giveBack(child) }
        try child.ask(kind, name: name, bytes: bytes, byLibraries: byLibraries, take: take)
    }

    /// A child for one document; waits where all are at work.
    private func takeChild(byLibraries: Bool) throws(DocumentError) -> ReaderChild {
        let readers = settings.readers
        let place = idle.wait(atMost: settings.patience) { children -> Handed<ReaderChild?>? in
            guard children.atWork < readers else { return nil }
            children.atWork += 1
            return Handed(children.waiting.popLast())
        }
        guard let place else { throw ReadingRefusal.busy }
        if let child = place.value, child.mayRead(byLibraries: byLibraries) { return child }
        do {
            return try ReaderChild(settings)
        } catch {
            idle.change { $0.atWork -= 1 }
            throw error
        }
    }

    /// A child that may read no more has ended by the time its place is free.
    private func giveBack(_ child: ReaderChild) {
        if !child.mayRead(byLibraries: false) { _ = child.end() }
        let handed = Handed(child)
        idle.change { children in
            children.atWork -= 1
            if handed.value.isAlive { children.waiting.append(handed.value) }
        }
    }
}

/// A child on its way from one thread to another: whoever gives it away does not touch it again, so that one thread at
/// a time has it. The lock of the pool orders what both do.
private struct Handed<Value>: @unchecked Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
