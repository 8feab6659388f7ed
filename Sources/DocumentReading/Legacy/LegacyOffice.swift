internal import ChildProgram
internal import Glibc

/// The binary formats of old office programs (doc, wps, xls, et): converted by LibreOffice where it is installed.
///
/// Conversion runs another program, so it happens before the document enters the reading process, which may not.
public enum LegacyOffice {
    /// What a compound file holds, told by the names in its directory.
    enum Kind: Hashable {
        case text, workbook, encrypted, other
    }

    /// Whether the bytes are of an old format that must be converted before it can be read.
    public static func needsConversion(_ bytes: [UInt8]) -> Bool {
        guard FormatSniffer.sniff(bytes) == .compoundFile else { return false }
        let kind = kind(bytes)
        return kind == .text || kind == .workbook
    }

    /// Whether a program that converts is installed.
    public static var canConvert: Bool { program != nil }

    /// The document as docx or xlsx.
    ///
    /// Throws where no converter is installed (the message says how to save the file), where the conversion takes
    /// longer than `conversionSeconds`, and where it gives nothing.
    public static func convert(
        bytes: [UInt8], name: String, limits: ReadingLimits = ReadingLimits()
    ) throws(DocumentError) -> [UInt8] {
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limits) }
        let kind = kind(bytes)
        guard kind == .text || kind == .workbook else { throw unreadable(bytes) }
        guard let program else { throw unreadable(bytes) }
        guard let folder = ScratchFolder() else {
            throw DocumentError(code: "conversion_failed", message: "旧版文件转换时无法建立临时文件夹。请检查磁盘空间，或用Word或WPS另存为docx后再试。")
        }
        let input = folder.path + (kind == .text ? "/in.doc" : "/in.xls")
        let target = kind == .text ? "docx" : "xlsx"
        guard folder.write(bytes, to: input) else {
            throw DocumentError(code: "conversion_failed", message: "旧版文件转换时磁盘写入失败。请检查磁盘空间后再试。")
        }
        let outcome = ChildProgram.run(
            program,
            arguments: [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--nodefault", "--convert-to", target, "--outdir", folder.path + "/out", input,
            ],
            home: folder.path, outputLimit: 1 << 20, seconds: limits.conversionSeconds)
        if outcome == .tooSlow {
            throw DocumentError(
                code: "conversion_timeout",
                message: "旧版文件转换超过\(limits.conversionSeconds)秒，已停止。请用Word或WPS另存为docx后再试。")
        }
        guard let converted = folder.read(folder.path + "/out/in." + target, atMost: limits.fileBytes) else {
            throw DocumentError(code: "conversion_failed", message: "旧版文件转换没有成功，文件可能已损坏。请用Word或WPS另存为docx后再试。")
        }
        return converted
    }

    /// What to say of a compound file that is not converted.
    static func unreadable(_ bytes: [UInt8]) -> DocumentError {
        switch kind(bytes) {
        case .encrypted: return .encrypted("文件")
        case .text, .workbook:
            return DocumentError(
                code: "legacy_format", message: "这是旧版格式的文件（doc、wps、xls），不能直接读取。请用Word或WPS另存为docx后再试（表格文件另存为xlsx）。")
        case .other: return .unknownFormat()
        }
    }

    /// Directory entries are 128 bytes long, stand at multiples of 128 and begin with their name in UTF-16.
    static func kind(_ bytes: [UInt8]) -> Kind {
        var found = Kind.other
        var offset = 512
        while offset + 128 <= bytes.count {
            if matches(bytes, offset, "EncryptedPackage") { return .encrypted }
            if matches(bytes, offset, "WordDocument") { found = .text }
            if found == .other, matches(bytes, offset, "Workbook") || matches(bytes, offset, "Book") {
                found = .workbook
            }
            offset += 128
        }
        return found
    }

    private static func matches(_ bytes: [UInt8], _ offset: Int, _ name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        guard bytes[offset] == name.utf8Start[0], Int(bytes[offset + 64]) == (length + 1) * 2 else { return false }
        for index in 0..<length {
            guard bytes[offset + index * 2] == name.utf8Start[index], bytes[offset + index * 2 + 1] == 0 else {
                return false
            }
        }
        return true
    }

    /// The converter, looked for in the places programs are installed.
    private static let program: String? = {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin"
        for folder in folders.split(separator: ":") {
            for name in ["soffice", "libreoffice"] {
                let path = folder + "/" + name
                if access(String(path), X_OK) == 0 { return String(path) }
            }
        }
        return nil
    }()
}
