internal import CPostgres
internal import Database

/// A connection string, taken apart by libpq itself and parted by hosts.
///
/// Nothing of a string that cannot be understood is ever repeated: a password may stand anywhere in it.
struct ServerAddress: Sendable {
    /// One host with its port, as far as the string names them.
    struct Host: Sendable {
        let words: [Word]
        /// What an error calls it: `host:port/name`.
        let place: String
    }
    struct Word: Sendable {
        let key: String
        let value: String
    }

    /// In the order in which they are tried.
    let hosts: [Host]
    /// Everything but hosts.
    let words: [Word]
    /// What is asked of a host before it is taken: `any`, `read-write` …; nil where the string does not say.
    let sessionAttributes: String?
    /// Never printed: known so that it can be struck from what libpq says.
    let password: String?

    /// Every host, for errors.
    var place: String { hosts.map(\.place).joined(separator: "、") }

    init(_ text: String) throws(DatabaseError) {
        var given: [String: String] = [:]
        var order: [String] = []
        guard !text.utf8.contains(0), let options = PQconninfoParse(text, nil) else { throw Self.malformed }
        var option = options
        while let key = option.pointee.keyword {
            if let value = option.pointee.val {
                given[String(cString: key)] = String(cString: value)
                order.append(String(cString: key))
            }
            option += 1
        }
        PQconninfoFree(options)
        let names = Self.list(given["host"])
        let numbers = Self.list(given["hostaddr"])
        let ports = Self.list(given["port"])
        let name = given["dbname"]
        let count = max(names.count, numbers.count, 1)
        // A password with an unescaped sign slips into host, port or name: those are shown, so they must look right.
        guard (names + numbers).allSatisfy({ !$0.contains("@") && !$0.contains(":") || Self.isAddress($0) }),
            ports.allSatisfy({ $0.isEmpty || UInt16($0) != nil }), name?.contains("@") != true,
            name?.contains("/") != true, ports.count <= 1 || ports.count == count,
            numbers.isEmpty || names.isEmpty || numbers.count == names.count
        else { throw Self.malformed }
        let database = name ?? ""
        hosts = (0..<count).map { index in
            var words: [Word] = []
            let port = ports.count > 1 ? ports[index] : ports.first ?? ""
            if index < names.count { words.append(Word(key: "host", value: names[index])) }
            if index < numbers.count { words.append(Word(key: "hostaddr", value: numbers[index])) }
            if !port.isEmpty { words.append(Word(key: "port", value: port)) }
            let shown = index < names.count ? names[index] : index < numbers.count ? numbers[index] : ""
            return Host(
                words: words,
                place: (shown.isEmpty ? "本机" : shown) + (port.isEmpty ? "" : ":" + port)
                    + (database.isEmpty ? "" : "/" + database))
        }
        let apart: Set<String> = ["host", "hostaddr", "port", "target_session_attrs", "connect_timeout"]
        words = order.filter { !apart.contains($0) }.map { Word(key: $0, value: given[$0] ?? "") }
        sessionAttributes = given["target_session_attrs"]
        password = given["password"]
    }

    /// What libpq said, without the password should it stand there.
    func scrubbed(_ text: String) -> String {
        guard let password, password.count >= 3 else { return text }
        var result = ""
        var rest = text[...]
        while let first = rest.indices.first(where: { rest[$0...].hasPrefix(password) }) {
            result += rest[..<first] + "***"
            rest = rest[rest.index(first, offsetBy: password.count)...]
        }
        return result + rest
    }

    private static func list(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// An address of version 6 has colons.
    private static func isAddress(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    private static var malformed: DatabaseError {
        DatabaseError(
            .badSetting,
            message: "数据库地址写得不对。请写成 postgresql://用户名@主机:端口/库名；"
                + "密码中的特殊字符要写成百分号编码（如 @ 写成 %40、/ 写成 %2F），或者把密码放在密码文件中。")
    }
}
