import Glibc
import Markup

extension Command {
    /// `gongkai bench`.
    static let bench = Command(
        name: "bench", synopsis: "[--in DIR] [--quick] [--format text|json]",
        summary: "在本机上测一测：登记、核对、统计、出页各有多快；用临时台账，测完删除",
        englishSummary: "measures this machine over a temporary ledger: recording, verifying, counting, drawing",
        options: [
            .value(
                "--in", "DIR", "临时台账所在的文件夹（测的是它所在的磁盘），默认为 TMPDIR 或者 /tmp",
                "the folder for the temporary ledger, whose disk is measured; TMPDIR or /tmp unless told"),
            .flag("--quick", "只各测一小会儿，数字仅供参考", "measures each for a moment only"), .format,
        ]
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let configured = environmentValue("TMPDIR") ?? ""
        let parent = arguments.value("--in") ?? (configured.isEmpty ? "/tmp" : configured)
        guard let folder = BenchFolder(in: parent) else {
            StandardStream.complain(
                "bench",
                "在“\(PlainText.line(parent))”中不能建立临时文件夹（\(String(cString: strerror(errno)))）。请用 --in 指定可以写入的文件夹。")
            return .failed
        }
        defer { folder.remove() }
        do {
            let lines = try SelfMeasure(folder: folder.path, isQuick: arguments.has("--quick")).run()
            let bytes = format == .json ? json(lines) : Array(text(lines, parent).utf8)
            return StandardStream.output.write(bytes) ? .done : .failed
        } catch let error as SelfMeasure.Failure {
            StandardStream.complain("bench", error.message)
        } catch {
            StandardStream.complain("bench", "没有测成：\(error)")
        }
        return .failed
    }

    private static func text(_ lines: [SelfMeasure.Line], _ parent: String) -> String {
        var text = "本机自测（临时台账在 \(PlainText.line(parent))，已删除）\n\n"
        let width = lines.map { DisplayWidth.of($0.label) }.max() ?? 0
        for line in lines {
            let number = line.value >= 100 ? "\(Int(line.value.rounded()))" : "\((line.value * 10).rounded() / 10)"
            let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(line.label)) + 2)
            let indent = String(repeating: " ", count: max(0, 10 - number.utf8.count))
            text += "\(line.label)\(gap)\(indent)\(number) \(line.unit)\n"
        }
        return text + "\n机器忙时数字会差，可以多测几次；各项的含义见 docs/operations.md。\n"
    }

    /// `gongkai.bench/1`.
    private static func json(_ lines: [SelfMeasure.Line]) -> [UInt8] {
        var json = JSONWriter(form: .pretty)
        json.object {
            $0.member("schema", "gongkai.bench/1")
            $0.member("version", Program.version)
            $0.array("lines") { list in
                for line in lines {
                    list.object {
                        $0.member("id", line.id)
                        $0.member("label", line.label)
                        // Tenths are as much as anyone can measure.
                        let tenths = Int((line.value * 10).rounded())
                        if let number = JSONNumber("\(tenths / 10).\(tenths % 10)") { $0.member("value", number) }
                        $0.member("unit", line.unit)
                    }
                }
            }
        }
        return json.finish()
    }
}
