/// Why a server cannot start.
public struct ServerError: Error, Sendable, Hashable {
    /// The kinds.
    public enum Code: String, Sendable, CaseIterable {
        /// The text is no `host:port`, or the host is not known.
        case badAddress
        /// Another program listens there.
        case portInUse
        /// The address is none of this machine.
        case addressNotHere
        /// The system does not allow this port, as those below 1024 without a privilege.
        case notAllowed
        /// A setting is out of its range.
        case badSetting
        /// The system refused a socket, a thread or the library its start.
        case systemRefused
    }

    /// The kind.
    public let code: Code
    /// The address, or the name of the setting.
    public let address: String
    /// The system's error number, 0 when there is none.
    public let systemError: Int32

    /// An error about an address.
    public init(_ code: Code, address: String, systemError: Int32 = 0) {
        self.code = code
        self.address = address
        self.systemError = systemError
    }

    /// What is wrong and how to mend it, in plain Chinese.
    public var message: String {
        switch code {
        case .badAddress: "监听地址“\(address)”不正确，应写成“主机:端口”，例如 127.0.0.1:8080。"
        case .portInUse: "监听地址 \(address) 的端口已被占用，请停止占用该端口的程序，或者换一个端口。"
        case .addressNotHere: "监听地址 \(address) 不是本机的地址，请改用本机地址，例如 127.0.0.1:8080。"
        case .notAllowed: "没有权限监听 \(address)，请改用 1024 以上的端口，或者由管理员授权。"
        case .badSetting: "服务设置“\(address)”超出允许范围，请改正后重新启动。"
        case .systemRefused: "无法在 \(address) 启动服务，系统错误号 \(systemError)，请检查系统资源限制。"
        }
    }
}
