/// Reading a pdf to a report with the program's safe reading, against `pdftotext` alone on the same file.
struct DocumentBench {
    private let setting: BenchSetting

    init(_ setting: BenchSetting) { self.setting = setting }

    /// The lines of the table.
    func run() throws(BenchFailure) -> [Measure] {
        guard ChildProcess.has("pdftotext") else { throw BenchFailure("pdftotext is missing (apt: poppler-utils)") }
        let file = "\(setting.root)/Resources/demo/yantai-bigdata-2021.pdf"
        let batchCount = setting.isQuick ? 5 : 40
        var batch = Measure("pdf.batch", unit: "ms/file")
        var single = Measure("pdf.single", unit: "ms/file")
        let list = "\(setting.scratch)/batch"
        for _ in 0..<(setting.isQuick ? 1 : 5) {
            let ours = try batchTime(file, count: batchCount, list: list)
            let peer = try peerTime(file, count: batchCount)
            batch.add(ours: ours * 1000, peer: peer * 1000)
            // One run of the program is short: the mean of several.
            let times = setting.isQuick ? 1 : 8
            var alone = 0.0
            for _ in 0..<times { alone += try batchTime(file, count: 1, list: list) }
            single.add(ours: alone / Double(times) * 1000, peer: try peerTime(file, count: times) * 1000)
        }
        return [batch, single]
    }

    /// Seconds a file with `gongkai read --batch`, its reading processes included.
    private func batchTime(_ file: String, count: Int, list: String) throws(BenchFailure) -> Double {
        try TextFile.write(list, Array(String(repeating: file + "\n", count: count).utf8))
        let output = "\(setting.scratch)/batch-output"
        let outcome = try ChildProcess.run([setting.program, "read", "--batch"], input: list, output: output)
        let answers = (TextFile.bytes(output) ?? []).count { $0 == 0x0A }
        let text = TextFile.read(output) ?? ""
        guard answers == count, text.hasPrefix("{\"schema\":\"gongkai.report/1\"") else {
            throw BenchFailure("gongkai read --batch answered \(answers) lines for \(count) files")
        }
        return outcome.processorTime / Double(count)
    }

    private func peerTime(_ file: String, count: Int) throws(BenchFailure) -> Double {
        var time = 0.0
        for _ in 0..<count {
            time += try ChildProcess.run(["pdftotext", "-layout", file, "\(setting.scratch)/text"]).processorTime
        }
        return time / Double(count)
    }
}
