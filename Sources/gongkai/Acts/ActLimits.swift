import ReaderProcess
import Service

/// How much one call may hand in.
struct ActLimits: Sendable {
    /// Bytes of the file.
    var bytes = 256 << 20
    /// Lines of the file.
    var lines = LoadActs.standardLineLimit

    /// The limits by the settings.
    static func fromEnvironment() throws(SettingError) -> ActLimits {
        var limits = ActLimits()
        let lines = NumberSetting(name: "GONGKAI_ACT_LINES", range: 1...10_000_000)
        limits.lines = try lines.value(in: environmentValue) ?? limits.lines
        return limits
    }
}
