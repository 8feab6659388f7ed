import DocumentWriting
import ReaderProcess

extension PrintSettings {
    /// The limits of printing, as the environment sets them.
    static func fromEnvironment() throws(SettingError) -> PrintSettings {
        var settings = PrintSettings()
        if let path = environmentValue("GONGKAI_PDF_PYTHON"), !path.isEmpty { settings.python = path }
        if let seconds = try number("GONGKAI_PDF_SECONDS", 1...3_600) { settings.seconds = seconds }
        if let memory = try number("GONGKAI_PDF_MAX_MEMORY", (256 << 20)...(1 << 36), isBytes: true) {
            settings.memoryBytes = memory
        }
        return settings
    }

    private static func number(
        _ name: String, _ range: ClosedRange<Int>, isBytes: Bool = false
    ) throws(SettingError) -> Int? {
        try NumberSetting(name: name, range: range, isBytes: isBytes).value(in: environmentValue)
    }
}
