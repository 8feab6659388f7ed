import Disclosure
import Ledger
import ReaderProcess
import Service

/// How papers are made by the commands and the server: the limits by the settings, and the reader of files.
enum PaperSettings {
    /// The limits by the settings.
    static func limits(_ environment: (String) -> String? = environmentValue) throws(SettingError) -> PaperLimits {
        var limits = PaperLimits()
        func take(
            _ name: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<PaperLimits, Int>, isBytes: Bool = false
        ) throws(SettingError) {
            let setting = NumberSetting(name: name, range: range, isBytes: isBytes)
            if let value = try setting.value(in: environment) { limits[keyPath: path] = value }
        }
        try take("GONGKAI_PAPER_FILES", 0...1_000, \.files)
        try take("GONGKAI_PAPER_FILE_BYTES", 1...(1 << 30), \.fileBytes, isBytes: true)
        try take("GONGKAI_PAPER_TEXT", 0...10_000_000, \.textCharacters)
        try take("GONGKAI_PAPER_EXTRACT", 0...10_000_000, \.extractCharacters)
        return limits
    }

    /// Makes papers with files that are named by their paths.
    static func bodies(_ reader: any TextReadingPort) throws(SettingError) -> WrittenBodies {
        let limits = try limits()
        return WrittenBodies(prepare: PreparePaper(reader: reader, limits: limits)) { path throws(Refusal) in
            do throws(FileError) { return try file(path, limits) } catch {
                throw Refusal(
                    Finding(
                        .paperFileName, field: "body.files", "附件“\(PlainText.line(error.path))”：\(error.message)",
                        remedy: "请核对路径。"))
            }
        }
    }

    /// A file by its path; its name is the last part.
    static func file(_ path: String, _ limits: PaperLimits) throws(FileError) -> PreparePaper.File {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        // One byte more, so that the paper says which limit it is over.
        let most = limits.fileBytes == .max ? .max : limits.fileBytes + 1
        return PreparePaper.File(name: name, bytes: try FileContents.bytes(of: path, limit: most))
    }
}
