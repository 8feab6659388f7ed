import Disclosure
import Ledger
import Markup

/// A kept paper, for people and for programs.
enum PaperOutput {
    /// The files, a line each.
    static func files(_ paper: KeptPaper) -> String {
        paper.files.map { file in
            let remark = file.remark.map { "（\(PlainText.line($0))）" } ?? ""
            return "附件\(file.position)：\(PlainText.line(file.name))，\(file.byteCount) 字节\(remark)\n"
        }.joined()
    }

    /// `gongkai.paper/1`, with its end of line.
    static func json(_ paper: KeptPaper, isWhole: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.paper/1")
            json.member("reference", paper.reference.text)
            if isWhole { json.member("text", paper.text) }
            json.array("files") { json in
                for file in paper.files {
                    json.object { json in
                        json.member("name", file.name)
                        json.member("format", file.format)
                        json.member("bytes", file.byteCount)
                        json.member("sha256", file.digest.hex)
                        json.member("searchable", file.hasText)
                        json.member("remark", file.remark)
                    }
                }
            }
        }
        return json.finish() + [0x0A]
    }
}
