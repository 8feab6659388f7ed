internal import CSQLite
internal import Database

/// SQLite's result codes as the errors of the protocol.
enum SQLiteFailure {
    /// The error for what a connection last reported.
    static func last(_ connection: OpaquePointer?, path: String, sql: String? = nil) -> DatabaseError {
        let extended = sqlite3_extended_errcode(connection)
        let detail = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
        return error(extended, path: path, detail: detail, sql: sql)
    }

    /// The error for a result code.
    static func error(_ extended: Int32, path: String, detail: String, sql: String? = nil) -> DatabaseError {
        let primary = extended & 0xff
        var kind = kind(primary: primary, extended: extended)
        // The word of the triggers that keep rows.
        if kind == .checkFailed, detail == "append-only" { kind = .appendOnly }
        return DatabaseError(
            kind, code: Int(primary), extendedCode: Int(extended), message: sentence(kind, path: path),
            detail: detail, sql: sql)
    }

    private static func kind(primary: Int32, extended: Int32) -> DatabaseErrorKind {
        switch primary {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CANTOPEN: .cannotOpen
        case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .notWritable
        case SQLITE_NOTADB: .notADatabase
        case SQLITE_CORRUPT, SQLITE_FORMAT: .corrupt
        case SQLITE_FULL: .full
        case SQLITE_IOERR: extended == (SQLITE_IOERR | (12 << 8)) ? .noMemory : .inputOutput
        case SQLITE_NOMEM: .noMemory
        case SQLITE_TOOBIG: .tooBig
        case SQLITE_CONSTRAINT: constraint(extended >> 8)
        case SQLITE_MISMATCH: .checkFailed
        case SQLITE_ERROR: .badStatement
        case SQLITE_RANGE: .wrongParameterCount
        default: .engine
        }
    }

    /// The second byte of SQLITE_CONSTRAINT_…, whose macros Swift does not see.
    private static func constraint(_ detail: Int32) -> DatabaseErrorKind {
        switch detail {
        case 3: .foreignKey
        case 5: .notNull
        case 6, 8, 10: .notUnique  // primary key, unique, rowid
        default: .checkFailed
        }
    }

    static func sentence(_ kind: DatabaseErrorKind, path: String) -> String {
        switch kind {
        case .cannotOpen: "无法打开数据库文件“\(path)”。请确认路径正确，且运行程序的用户可以进入该文件夹并读写其中的文件。"
        case .notWritable: "数据库“\(path)”不能写入。请检查磁盘是否只读、文件夹和文件是否允许运行程序的用户写入。"
        case .notADatabase: "文件“\(path)”不是公开系统的数据库。请检查数据文件夹设置，或从备份恢复该文件。"
        case .corrupt: "数据库“\(path)”已损坏。请停止程序，保留现有文件，再从最近的备份恢复。"
        case .busy: "数据库“\(path)”正被另一个程序占用，等待超时。请稍后重试，或关闭另一个正在使用它的程序。"
        case .full: "数据库“\(path)”所在磁盘已满，或已达到设定的大小上限，本次改动没有保存。请清理磁盘或调高上限后重试。"
        case .inputOutput: "读写数据库“\(path)”时磁盘出错。请检查磁盘和文件系统，必要时从备份恢复。"
        case .noMemory: "内存不足，数据库操作没有完成。请关闭其他程序或增加内存后重试。"
        case .tooBig: "内容超过数据库允许的大小，没有保存。请减小文件后重试。"
        case .notUnique: "已有相同的记录，不能重复保存。"
        case .foreignKey: "所引用的记录不存在，或该记录仍被其他记录引用，不能保存。"
        case .notNull: "缺少必须填写的内容，没有保存。"
        case .checkFailed: "内容不符合数据库的规定，没有保存。"
        case .appendOnly: "已登记的记录只能追加，不能修改或删除，本次改动没有保存。需要更正的，请另行登记一条更正记录。"
        case .readOnlyTransaction: "程序在只读操作中试图改动数据，这是程序的缺陷，请向维护人员报告。"
        case .nestedWrite: "程序在一次写入之中又发起写入，这是程序的缺陷，请向维护人员报告。"
        case .badStatement: "数据库不能执行该语句，这是程序的缺陷，请向维护人员报告。"
        case .closed: "数据库已经关闭。请重新启动程序。"
        case .exhausted: "同时查询的人太多，暂时没有空闲的数据库连接。请稍后重试。"
        default: "数据库操作没有完成。请重试；若仍不成功，请查看日志并向维护人员报告。"
        }
    }
}
