internal import DocumentReading
internal import Glibc

/// Why a document was not read that the reader itself did not refuse: what happened to the child that read it, in
/// words that say how to mend it.
enum ReadingRefusal {
    /// The program could not start a child.
    static let notStarted = DocumentError(
        code: "reader_not_started",
        message: "读取程序没有启动，文件未读。请检查本机的进程数、内存和打开文件数是否已到上限，然后重试。")

    /// Every child was at work for too long.
    static let busy = DocumentError(
        code: "reader_busy", message: "正在读取的文件太多，这一份没有排上。请过半分钟再试。")

    /// The child ended without an answer.
    static let crashed = DocumentError(
        code: "reader_crashed",
        message: "读取这份文件时读取程序意外中止，其他文件不受影响。文件可能已损坏，请用办公软件打开并另存为 docx 或 pdf 后重试。")

    /// The child sent something else than a report.
    static let damagedAnswer = DocumentError(
        code: "damaged_answer", message: "读取程序对这份文件给出的结果不完整，未采用。文件可能已损坏，请另存为 docx 或 pdf 后重试。")

    /// The file is larger than the limit.
    static func tooLarge(limit: Int) -> DocumentError {
        DocumentError(
            code: "too_large",
            message: "文件超过 \(limit >> 20) MB 的上限，未读。请删去图片和附件后重试；确有需要时可调整设置 GONGKAI_READ_MAX_BYTES。")
    }

    /// The child could not be shut in.
    static func notConfined(code: String, step: String) -> DocumentError {
        let step = String(step.prefix(80))
        guard code == "no_seccomp" else {
            return DocumentError(
                code: "reader_not_confined", message: "读取程序的隔离没有生效（\(step)），为安全起见文件未读。请联系系统管理员。")
        }
        return DocumentError(
            code: "reader_not_confined",
            message: "系统内核不能限制读取程序的系统调用（\(step)），为安全起见文件未读。"
                + "请换用支持 seccomp 的内核；确知文件来源可靠时，可设置 GONGKAI_READ_WITHOUT_SECCOMP=1 后再读。")
    }

    /// The refusal a child sent; nil where it is none of ours. What a child says is checked, for a document may have
    /// taken it over.
    static func of(_ frame: Frame) -> DocumentError? {
        let code = frame.name.utf8
        guard !code.isEmpty, code.count <= 64, frame.body.count <= 1 << 13,
            code.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F })
        else { return nil }
        return DocumentError(code: frame.name, message: String(decoding: frame.body, as: UTF8.self))
    }

    /// The refusal of one document of an archive; nil where it is none of ours.
    static func ofPart(_ frame: Frame) -> DocumentError? {
        guard let end = frame.body.firstIndex(of: 0x0A) else { return nil }
        let code = String(decoding: frame.body[..<end], as: UTF8.self)
        return of(Frame(kind: .refusal, name: code, body: Array(frame.body[(end + 1)...])))
    }

    /// What the end of a child means.
    static func afterEnd(
        _ failure: ChildLine.Failure, _ signal: Int32, lastWords: [UInt8], _ settings: ReaderSettings
    ) -> DocumentError {
        switch failure {
        case .deadline: return tooSlow(settings)
        // It was us who ended it.
        case .nonsense, .refused: return crashed
        case .closed: break
        }
        switch signal {
        case SIGXCPU, SIGALRM: return tooSlow(settings)
        // Not by us, for the line was already closed: the kernel was out of memory.
        case SIGKILL: return tooMuchMemory(settings)
        default: break
        }
        // The peak that the kernel tells with the status is no witness: it counts the parent's memory at the start.
        return saysOutOfMemory(lastWords) ? tooMuchMemory(settings) : crashed
    }

    private static func tooSlow(_ settings: ReaderSettings) -> DocumentError {
        DocumentError(
            code: "too_slow",
            message: "\(settings.limits.seconds) 秒内没有读完这份文件，已停止读取。请删去无关的内容，或拆成几份、另存为 docx 后重试；"
                + "确有需要时可调整设置 GONGKAI_READ_SECONDS。")
    }

    private static func tooMuchMemory(_ settings: ReaderSettings) -> DocumentError {
        DocumentError(
            code: "too_much_memory",
            message: "读取这份文件需要的内存超过上限（\(settings.limits.memoryBytes >> 20) MB），已停止读取。请删去大图片和无关的内容后重试；"
                + "确有需要时可调整设置 GONGKAI_READ_MAX_MEMORY。")
    }

    /// The words with which the runtimes of Swift, C++, GLib and poppler end for want of memory.
    private static func saysOutOfMemory(_ words: [UInt8]) -> Bool {
        let text = String(decoding: words, as: UTF8.self).lowercased()
        return ["out of memory", "bad_alloc", "could not allocate", "failed to allocate", "cannot allocate"].contains {
            text.contains($0)
        }
    }
}
