internal import ChildProgram
internal import Glibc

/// Prints a document to pdf in a process of its own, with limits of time and memory and without any way to fetch an
/// address.
public enum PrintPDF {
    /// Whether what prints is installed, without starting it. A Python that a setting names is taken at its word; that of the
    /// distribution has its libraries in one place.
    public static func isAvailable(_ settings: PrintSettings = PrintSettings()) -> Bool {
        guard access(settings.python, X_OK) == 0 else { return false }
        return settings.python != PrintSettings().python || access(library, R_OK) == 0
    }

    private static let library = "/usr/lib/python3/dist-packages/weasyprint/__init__.py"

    /// The pdf of a document.
    ///
    /// - Throws: `DocumentWritingError` where the document is too long, the program or a Chinese typeface is not
    ///   installed, or a limit was reached.
    public static func bytes(
        of document: OfficialDocument, _ settings: PrintSettings = PrintSettings()
    ) throws(DocumentWritingError) -> [UInt8] {
        guard document.characterCount <= settings.characters else { throw .tooLong(settings.characters) }
        guard isAvailable(settings) else { throw .pdfNotInstalled }
        let outcome = ChildProgram.run(
            settings.python,
            // Isolated: neither the folder the program was started in nor the environment adds to what is loaded.
            arguments: ["-I", "-c", PrintScript.text, String(settings.memoryBytes), String(settings.seconds)]
                + (settings.usesHarfBuzz ? [] : ["usual"]),
            home: "/nonexistent", input: document.printPage(), outputLimit: settings.outputBytes,
            seconds: settings.seconds)
        switch outcome {
        case .ended(let status, let output):
            switch status {
            case 0 where output.starts(with: "%PDF-".utf8): return output
            case PrintScript.notInstalled: throw .pdfNotInstalled
            case PrintScript.noTypeface: throw .pdfNoTypeface
            case 128 + SIGXCPU: throw .pdfTooSlow(settings.seconds)
            default: throw .pdfFailed
            }
        case .tooSlow: throw .pdfTooSlow(settings.seconds)
        case .tooMuch: throw .pdfFailed
        case .notStarted: throw .pdfNotInstalled
        }
    }
}
