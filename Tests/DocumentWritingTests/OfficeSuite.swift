import Foundation
import TestSupport

/// LibreOffice, where it is installed: another program's view of what we write.
enum OfficeSuite {
    static let isThere = TestEnvironment.tool("soffice") != nil

    /// Writes a file into a folder and has it converted there; the path of what came of it.
    static func convert(_ bytes: [UInt8], named name: String, to kind: String, in folder: TemporaryFolder) throws -> URL
    {
        let file = folder.url.appending(path: name)
        try Data(bytes).write(to: file)
        let office = Process()
        office.executableURL = TestEnvironment.tool("soffice")
        office.arguments = [
            "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", kind, "--outdir",
            folder.path, file.path,
        ]
        office.standardOutput = Pipe()
        office.standardError = Pipe()
        try office.run()
        office.waitUntilExit()
        let ending = String(kind.prefix { $0 != ":" })
        return file.deletingPathExtension().appendingPathExtension(ending)
    }
}
