internal import CanonicalJSON
internal import Disclosure

/// A paper on its way out of a ledger and in again, with the bytes of its files.
public struct CopiedPaper: Sendable, Hashable {
    /// The paper.
    public let paper: Paper
    /// When it was kept first.
    public let madeAt: Moment
}

/// The lines of papers: the bytes of files first, each file once and in parts that fit a line, then the papers.
enum PaperLines {
    /// Bytes of a file on one line.
    static let part = 6 << 20

    /// The lines of papers, each as its members.
    static func write(_ papers: [CopiedPaper], _ line: ([(String, JSONValue?)]) -> Void) {
        var written: Set<Digest> = []
        for file in papers.flatMap(\.paper.files) where written.insert(file.digest).inserted {
            var start = 0
            repeat {
                let end = min(start + part, file.bytes.count)
                line([
                    ("type", .string("file")), ("digest", .string(file.digest.hex)),
                    ("bytes", .string(Base64.text(of: file.bytes[start..<end]))),
                ])
                start = end
            } while start < file.bytes.count
        }
        for one in papers {
            line([
                ("type", .string("paper")), ("reference", .string(one.paper.reference.text)),
                ("made_at", .number(String(one.madeAt.milliseconds))), ("text", .string(one.paper.text)),
                (
                    "files",
                    .array(
                        one.paper.files.map { file in
                            let members: [(String, JSONValue?)] = [
                                ("name", .string(file.name)), ("digest", .string(file.digest.hex)),
                                ("text", file.text.map(JSONValue.string)),
                                ("remark", file.remark.map(JSONValue.string)),
                            ]
                            return .object(
                                members.compactMap { name, value in
                                    value.map { JSONValue.Member(name: name, value: $0) }
                                })
                        })
                ),
            ])
        }
    }

    /// The bytes of files while lines come.
    struct Files {
        private var bytes: [String: [UInt8]] = [:]

        /// Takes a line in; false where it is broken.
        mutating func take(_ value: JSONValue) -> Bool {
            guard let digest = value["digest"]?.text, Digest(hex: digest) != nil,
                let part = value["bytes"]?.text.flatMap(Base64.bytes)
            else { return false }
            bytes[digest, default: []] += part
            return true
        }

        /// A paper of its line; nil where a file is missing or its content is not that of its name.
        func paper(_ value: JSONValue) -> CopiedPaper? {
            guard let reference = value["reference"]?.text, let text = value["text"]?.text,
                case .number(let made)? = value["made_at"], let moment = Int64(made),
                let list = value["files"]?.elements
            else { return nil }
            var files: [Paper.File] = []
            for one in list {
                guard let name = one["name"]?.text, let digest = one["digest"]?.text, let bytes = bytes[digest] else {
                    return nil
                }
                let file = Paper.File(name, bytes, text: one["text"]?.text, remark: one["remark"]?.text)
                guard file.digest.hex == digest else { return nil }
                files.append(file)
            }
            guard let paper = try? Paper(text, files: files, limits: .none), paper.reference.text == reference else {
                return nil
            }
            return CopiedPaper(paper: paper, madeAt: Moment(milliseconds: moment))
        }
    }
}
