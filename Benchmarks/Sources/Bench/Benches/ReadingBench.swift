internal import AnnualReport
internal import DocumentReading
internal import ReportReading

/// Reading and checking reports in plain text, against Python's re and against one look at every byte.
struct ReadingBench {
    private let setting: BenchSetting
    private let files: [ReportFile]
    private let forms: String

    /// Writes the reports where the peer finds them.
    init(_ setting: BenchSetting) throws(BenchFailure) {
        self.setting = setting
        files = try ReportFile.all(root: setting.root, each: 12)
        forms = "\(setting.scratch)/forms.tsv"
        var lines = ""
        for form in [StatutoryForm.edition2019, .edition2021] {
            for table in form.tables {
                for row in table.rows where row.kind != .group {
                    let columns = table.columns.map(\.id).joined(separator: ",")
                    lines += "\(form.edition.rawValue)\t\(table.id)\t\(row.id)\t\(row.label)\t\(columns)\n"
                }
            }
        }
        try TextFile.write(forms, Array(lines.utf8))
        for file in files { try TextFile.write(path(file), file.bytes) }
    }

    /// The lines of the table.
    func run() throws(BenchFailure) -> [Measure] {
        try compareCells()
        let groups = ["tabs", "bars", "lines", "demo"]
        var speed = Measure("read.text", unit: "µs/doc", isSpeed: true)
        var bytes = Measure("read.bytes", unit: "µs/doc")
        var perGroup = groups.map { Measure("read.\($0)", unit: "µs/doc", isSpeed: true) }
        for _ in 0..<(setting.isQuick ? 2 : 7) {
            var ours = 0.0
            var peer = 0.0
            var pass = 0.0
            for (place, group) in groups.enumerated() {
                let own = files.filter { $0.group == group }
                let ourTime = timed(own) { [self] in work($0) }
                let peerTime = try peerTime(own)
                pass += timed(own) { ReadingBench.look(at: $0) }
                ours += ourTime
                peer += peerTime
                let count = Double(own.count)
                perGroup[place].add(ours: ourTime / count * 1e6, peer: peerTime / count * 1e6)
            }
            let count = Double(files.count)
            speed.add(ours: ours / count * 1e6, peer: peer / count * 1e6)
            bytes.add(ours: ours / count * 1e6, peer: pass / count * 1e6)
        }
        return [speed] + perGroup + [bytes]
    }

    private func path(_ file: ReportFile) -> String { "\(setting.scratch)/\(file.name)" }

    private static func read(_ file: ReportFile) throws(BenchFailure) -> Report {
        do {
            return try ReportReader.read(DocumentReader.read(name: file.name, bytes: file.bytes))
        } catch {
            throw BenchFailure("\(file.name) cannot be read: \(error)")
        }
    }

    /// What is measured: bytes to a report to findings. Gives something that cannot be left out.
    private func work(_ file: ReportFile) -> Int {
        guard let report = try? Self.read(file) else { return 0 }
        return RuleBook.check(report).passed
    }

    /// One look at every byte: the sum of those that are white space.
    private static func look(at file: ReportFile) -> Int {
        var spaces = 0
        for byte in file.bytes where byte <= 0x20 { spaces += Int(byte) }
        return spaces
    }

    /// Seconds of processor time for one pass over some files.
    private func timed(_ files: [ReportFile], _ work: (ReportFile) -> Int) -> Double {
        var sum = 0
        for file in files { sum &+= work(file) }
        let wanted = setting.isQuick ? 0.05 : 0.4
        var passes = 0
        let start = ProcessorTime.ofThisProcess()
        var end = start
        while passes == 0 || end - start < wanted {
            // Several passes between two looks at the clock, which costs a call of the kernel.
            for _ in 0..<16 { for file in files { sum &+= work(file) } }
            passes += 16
            end = ProcessorTime.ofThisProcess()
        }
        Self.kept = sum
        return (end - start) / Double(passes)
    }

    /// Keeps the results of timed work alive; written by the only thread there is.
    nonisolated(unsafe) private static var kept = 0

    private func peerTime(_ files: [ReportFile]) throws(BenchFailure) -> Double {
        let output = "\(setting.scratch)/peer-time"
        let script = "\(setting.root)/Benchmarks/peers/read_report.py"
        let wanted = setting.isQuick ? "0.05" : "0.4"
        _ = try ChildProcess.run(
            ["python3", script, "time", forms, wanted] + files.map(path), output: output)
        guard let text = TextFile.read(output), let time = Double(text.filter { !$0.isWhitespace }) else {
            throw BenchFailure("the peer told no time")
        }
        return time
    }

    /// Both readers must get the cells that were printed, or the comparison is worth nothing.
    private func compareCells() throws(BenchFailure) {
        let output = "\(setting.scratch)/peer-cells"
        let script = "\(setting.root)/Benchmarks/peers/read_report.py"
        _ = try ChildProcess.run(["python3", script, "cells", forms] + files.map(path), output: output)
        var theirs: [String: [String: String]] = [:]
        for line in (TextFile.read(output) ?? "").split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5 else { throw BenchFailure("the peer says: \(line)") }
            theirs[fields[0], default: [:]][fields[1]] = "\(fields[2]) \(fields[4])"
        }
        for file in files {
            let report = try Self.read(file)
            let peer = theirs[file.name] ?? [:]
            guard peer.count == report.cells.count else {
                throw BenchFailure("\(file.name): \(report.cells.count) cells of ours, \(peer.count) of the peer's")
            }
            for (cell, own) in zip(report.form.cells, report.cells) {
                let address = cell.address.description
                let ours = "\(own.state.rawValue) \(own.text)"
                guard peer[address] == ours else {
                    throw BenchFailure("\(file.name) \(address): ours \(ours), the peer's \(peer[address] ?? "none")")
                }
                if let truth = file.truth, truth[address] != own.text || own.state != .number {
                    throw BenchFailure("\(file.name) \(address): printed \(truth[address] ?? "nothing"), read \(ours)")
                }
            }
        }
    }
}
