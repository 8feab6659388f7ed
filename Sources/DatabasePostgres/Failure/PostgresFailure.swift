internal import CPostgres
internal import Database

/// SQLSTATE and libpq's words as the errors of the protocol.
enum PostgresFailure {
    /// The error that a statement was answered with.
    ///
    /// What the server says about values (classes 22 and 23) is left out: names of tables, columns and rules are told.
    static func result(_ result: OpaquePointer, place: String, isReading: Bool, sql: String?) -> DatabaseError {
        func field(_ code: Character) -> String? {
            guard let text = PQresultErrorField(result, Int32(code.asciiValue ?? 0)) else { return nil }
            let field = String(cString: text)
            return field.isEmpty ? nil : field
        }
        let state = field("C") ?? "XX000"
        var detail = "SQLSTATE \(state)"
        for (name, code) in [("table", Character("t")), ("column", "c"), ("constraint", "n"), ("type", "d")] {
            if let value = field(code) { detail += ", \(name) \(value)" }
        }
        if mayTell(state), let primary = field("M") { detail += ": \(primary)" }
        return error(state, place: place, isReading: isReading, detail: detail, sql: sql)
    }

    /// The error for a state.
    static func error(_ state: String, place: String, isReading: Bool, detail: String, sql: String?) -> DatabaseError {
        let kind = kind(state, isReading: isReading)
        let message = state == "57P03" ? "数据库“\(place)”正在启动或恢复，暂时不能使用。请稍后重试。" : sentence(kind, place: place)
        return DatabaseError(
            kind, code: Int(state.prefix(2), radix: 36) ?? 0, extendedCode: Int(state, radix: 36) ?? 0,
            message: message, detail: detail, sql: sql)
    }

    /// True where the server undid a transaction for the sake of another one: a deadlock, or states that do not fit
    /// into one order.
    static func isConflict(_ error: DatabaseError) -> Bool {
        error.extendedCode == Int("40001", radix: 36) || error.extendedCode == Int("40P01", radix: 36)
    }

    /// An error of ours.
    static func own(_ kind: DatabaseErrorKind, place: String, detail: String = "", sql: String? = nil) -> DatabaseError
    {
        DatabaseError(kind, message: sentence(kind, place: place), detail: detail, sql: sql)
    }

    /// Why a connection could not be opened.
    ///
    /// - Parameter words: what libpq says, with the states of the server's answers in it.
    static func opening(_ words: String, place: String) -> DatabaseError {
        let detail = words.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
            .joined(separator: " ")
        if let state = state(in: words) {
            return error(state, place: place, isReading: false, detail: detail, sql: nil)
        }
        // These are libpq's own words, which follow no language setting since the program sets none.
        let kind: DatabaseErrorKind =
            if words.contains("session is read-only") || words.contains("hot standby") {
                .notWritable
            } else if words.contains("no password supplied") {
                .notAdmitted
            } else if words.contains("root certificate file") || words.contains("invalid ") {
                .badSetting
            } else {
                .unreachable
            }
        return own(kind, place: place, detail: detail)
    }

    /// The state in what libpq prints of a server's answer: `FATAL:  28P01: …`, the first word in the server's language.
    private static func state(in words: String) -> String? {
        let bytes = Array(words.utf8)
        var found: String?
        for start in bytes.indices where start >= 3 && start + 5 < bytes.count {
            guard bytes[start - 1] == 0x20, bytes[start - 2] == 0x20, bytes[start - 3] == 0x3a,
                bytes[start + 5] == 0x3a || bytes[start + 5] == 0x0a,
                bytes[start..<start + 5].allSatisfy({
                    (0x30...0x39).contains($0) || (0x41...0x5a).contains($0)
                })
            else { continue }
            found = String(decoding: bytes[start..<start + 5], as: UTF8.self)
        }
        return found
    }

    /// Whether the server's own sentence tells of the statement or of the server, and never of values.
    private static func mayTell(_ state: String) -> Bool {
        ["08", "0A", "25", "26", "28", "3D", "3F", "40", "42", "53", "54", "55", "57", "58"]
            .contains(String(state.prefix(2)))
    }

    private static func kind(_ state: String, isReading: Bool) -> DatabaseErrorKind {
        switch state {
        case "08P01": return .wrongParameterCount
        case "22001": return .tooBig
        case "22021", "22P05": return .unfitValue
        case "23502": return .notNull
        case "23503", "23001": return .foreignKey
        case "23505", "23P01": return .notUnique
        case "25006": return isReading ? .readOnlyTransaction : .notWritable
        case "25P03", "57014": return .timedOut
        case "3D000", "3F000", "57P04": return .noSuchDatabase
        case "40001", "40P01", "55P03", "55006": return .busy
        case "40003", "08007": return .outcomeUnknown
        case "42501": return .notWritable
        case "53100": return .full
        case "53200": return .noMemory
        case "53300": return .exhausted
        case "57P01", "57P02", "57P03", "57P05": return .unreachable
        case "58030", "58P01", "58P02": return .inputOutput
        case "P0001": return .checkFailed
        // Of the trigger that keeps rows.
        case "GK001": return .appendOnly
        case "XX001", "XX002": return .corrupt
        default: break
        }
        switch state.prefix(2) {
        case "08": return .unreachable
        case "22", "23": return .checkFailed
        case "28": return .notAdmitted
        case "0A", "42": return .badStatement
        case "54": return .tooBig
        default: return .engine
        }
    }

    /// What a person is told.
    static func sentence(_ kind: DatabaseErrorKind, place: String) -> String {
        switch kind {
        case .badSetting: "数据库“\(place)”的连接设置不能使用。请按日志中的说明更正数据库地址。"
        case .unreachable: "连接不上数据库“\(place)”，或者连接中断，本次操作没有保存。请确认数据库服务器已经启动、网络通畅，然后重试。"
        case .notAdmitted: "数据库“\(place)”不接受登录：用户名或密码不对，或者服务器没有准许从本机登录。请更正数据库地址中的用户名和密码，或请数据库管理员准许。"
        case .noSuchDatabase: "服务器上没有数据库“\(place)”，或者其中没有设定的模式（schema）。请先建立数据库，或更正数据库地址中的库名。"
        case .notWritable: "数据库“\(place)”不能写入：连接到的是只读的备库，或者登录的用户没有所需的权限。请把数据库地址改为主库，或请数据库管理员授权。"
        case .corrupt: "数据库“\(place)”已损坏。请停止程序，请数据库管理员检查磁盘，并从最近的备份恢复。"
        case .busy: "数据库“\(place)”正被另一项操作占用，等待超时，本次改动没有保存。请稍后重试。"
        case .timedOut: "数据库“\(place)”在规定时间内没有完成操作，本次改动没有保存。请稍后重试；若经常发生，请检查服务器负荷或调高时限。"
        case .outcomeUnknown: "在确认保存的一刻与数据库“\(place)”的连接中断，无法得知是否已经保存。请先刷新页面核对，没有保存的再重新提交。"
        case .full: "数据库“\(place)”所在服务器的磁盘已满，本次改动没有保存。请清理服务器磁盘后重试。"
        case .inputOutput: "数据库“\(place)”的服务器读写磁盘时出错。请数据库管理员检查磁盘和文件系统，必要时从备份恢复。"
        case .noMemory: "数据库“\(place)”的服务器内存不足，操作没有完成。请增加服务器内存或减少同时的连接后重试。"
        case .tooBig: "内容超过数据库允许的大小，没有保存。请减小文件后重试。"
        case .notUnique: "已有相同的记录，不能重复保存。"
        case .foreignKey: "所引用的记录不存在，或该记录仍被其他记录引用，不能保存。"
        case .notNull: "缺少必须填写的内容，没有保存。"
        case .checkFailed: "内容不符合数据库的规定，没有保存。"
        case .appendOnly: "已登记的记录只能追加，不能修改或删除，本次改动没有保存。需要更正的，请另行登记一条更正记录。"
        case .readOnlyTransaction: "程序在只读操作中试图改动数据，这是程序的缺陷，请向维护人员报告。"
        case .nestedWrite: "程序在一次写入之中又发起写入，这是程序的缺陷，请向维护人员报告。"
        case .badStatement: "数据库不能执行该语句，这是程序的缺陷，请向维护人员报告。"
        case .wrongParameterCount: "语句的参数个数与程序提供的不符，这是程序的缺陷，请向维护人员报告。"
        case .unfitValue: "有一项内容含有数据库不能保存的字符或数值（例如空字符），请去掉后重试。"
        case .closed: "数据库已经关闭。请重新启动程序。"
        case .exhausted: "同时使用数据库“\(place)”的连接太多，暂时没有空闲的。请稍后重试；若经常发生，请数据库管理员调高连接数。"
        default: "数据库操作没有完成。请重试；若仍不成功，请查看日志并向维护人员报告。"
        }
    }
}
