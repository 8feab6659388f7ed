import CivilTime
import Ledger
import Markup

/// What came of walking the ledger, for people and for programs.
struct VerificationOutput {
    /// What was found.
    let result: Verification
    /// Whether the head that was noted down before is there; nil where none was asked for.
    let isNotedHeadThere: Bool?

    /// True where nothing is wrong.
    var isSound: Bool { result.isSound && isNotedHeadThere != false }

    // MARK: Text

    /// In Chinese, a fault a line.
    var text: String {
        var text = "台账：\(result.offices)个机关，\(result.entries)条记录，\(result.heads)个锚点。\n"
        for fault in result.faults { text += "错误：\(Self.place(fault))\(fault.message)\n" }
        if result.faultCount > result.faults.count {
            text += "另有\(result.faultCount - result.faults.count)处不符，未逐一列出。\n"
        }
        for table in result.differentProjections ?? [] { text += "错误：表 \(table) 与台账记录不符。请运行 gongkai rebuild 重新推算。\n" }
        if isNotedHeadThere == false { text += "错误：台账中没有这个锚点：它之前的记录已被改动，或摘要抄录有误。\n" }
        if let remedy = result.faults.first?.remedy { text += remedy + "\n" }
        guard isSound else { return text }
        text += "全部记录与摘要、次序和锚点相符。"
        if result.differentProjections != nil { text += "推算的各表与记录相符。" }
        if isNotedHeadThere == true { text += "抄录的锚点在台账中。" }
        text += "\n"
        if let head = result.latestHead {
            text +=
                "最近的锚点：第\(head.number)号，\(head.day)，覆盖\(head.lastSerial)条记录\n\(head.algorithm.rawValue) \(head.digest)\n"
        }
        return text
    }

    /// The place of a fault, as a person looks it up.
    private static func place(_ fault: ChainFault) -> String {
        var parts: [String] = []
        if let office = fault.office { parts.append("机关 \(PlainText.line(office.text))") }
        if let number = fault.number { parts.append("第\(number)条") }
        if let serial = fault.serial { parts.append("总序号\(serial)") }
        if let head = fault.head { parts.append("第\(head)号锚点") }
        if let column = fault.column { parts.append("“\(PlainText.line(column))”") }
        return parts.isEmpty ? "" : parts.joined(separator: " ") + "："
    }

    // MARK: JSON

    /// `gongkai.verify/1`, with its end of line.
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.verify/1")
            json.member("sound", isSound)
            json.member("entries", result.entries)
            json.member("offices", result.offices)
            json.member("heads", result.heads)
            if let head = result.latestHead {
                json.object("latest_head") { json in
                    json.member("number", head.number)
                    json.member("day", head.day.description)
                    json.member("last_serial", head.lastSerial)
                    json.member("algorithm", head.algorithm.rawValue)
                    json.member("digest", head.digest.hex)
                }
            }
            json.member("fault_count", result.faultCount)
            json.array("faults") { json in for fault in result.faults { Self.write(fault, to: &json) } }
            if let different = result.differentProjections { json.member("different_tables", different) }
            if let isNotedHeadThere { json.member("noted_head_found", isNotedHeadThere) }
        }
        return json.finish() + [0x0A]
    }

    private static func write(_ fault: ChainFault, to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", fault.kind.rawValue)
            json.member("serial", fault.serial.map { Int($0) })
            json.member("office", fault.office?.text)
            json.member("number", fault.number)
            json.member("head", fault.head)
            json.member("column", fault.column)
            json.member("message", fault.message)
            json.member("remedy", fault.remedy)
        }
    }
}
