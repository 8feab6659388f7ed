/// A setting of the environment that cannot be taken as it is.
public struct SettingError: Error, Sendable, Hashable {
    /// The name of the setting.
    public var name: String
    /// What is wrong and what may stand there, in plain Chinese.
    public var message: String

    /// An error.
    public init(name: String, message: String) {
        self.name = name
        self.message = message
    }
}
