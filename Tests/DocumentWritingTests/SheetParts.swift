import Foundation
import TestSupport

/// The parts of a written workbook as text, through Python's own zip reader.
struct SheetParts {
    var text = ""

    init(_ bytes: [UInt8]) throws {
        let folder = TemporaryFolder()
        let file = folder.url.appending(path: "a.xlsx")
        try Data(bytes).write(to: file)
        let python = Process()
        python.executableURL = TestEnvironment.tool("python3")
        let script =
            "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
            + "sys.stdout.buffer.write(b'\\n'.join(z.read(n) for n in z.namelist()))"
        python.arguments = ["-c", script, file.path]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        text = String(decoding: data, as: UTF8.self)
    }
}

extension String {
    /// What the reader leaves of the text of a cell: wide and narrow spaces at its ends go.
    var trimmingWide: String { trimmingCharacters(in: .whitespaces) }
}
