internal import DocumentReading
internal import Glibc
internal import ReportExchange
internal import ReportReading

/// The child process: shut in, it takes documents from its standard input and answers on its standard output.
public enum ReaderWorker {
    /// The hidden command of the program that runs the worker.
    public static let commandName = "reader-worker"

    /// Works until the parent closes the line; the exit status of the process.
    ///
    /// - Parameter arguments: what the parent wrote after the name of the command.
    public static func run(_ arguments: [String]) -> Int32 {
        guard let told = WorkerArguments(arguments) else { return 64 }
        let channel = WorkerChannel()
        DocumentReader.prepare()
        let seesSystemOnly: Bool
        do {
            seesSystemOnly = try Confinement.apply(
                told.limits, documents: told.documents, withoutSeccomp: told.withoutSeccomp)
        } catch {
            _ = channel.send(.notReady, name: error.code, body: Array(error.step.utf8))
            return 2
        }
        guard channel.send(.ready) else { return 0 }
        while let request = channel.receive(longestBody: told.limits.fileBytes) {
            // Ends this process where the parent, which keeps the deadline, has gone.
            alarm(UInt32(told.limits.seconds + 5))
            let goesOn =
                told.selfTest && request.name.hasPrefix(SelfTest.prefix)
                ? refuse(SelfTest.run(request.name, seesSystemOnly: seesSystemOnly), channel)
                : answer(request, told.limits, channel)
            guard goesOn else { return 0 }
            alarm(0)
        }
        return 0
    }

    /// Answers one request; false when the parent has gone.
    private static func answer(_ request: Frame, _ limits: ReadingLimits, _ channel: WorkerChannel) -> Bool {
        do throws(DocumentError) {
            switch request.kind {
            case .readReport: return channel.send(.report, body: try report(request, limits))
            case .readSheets:
                let sheets = try WorkbookSheets.read(name: request.name, bytes: request.body, limits: limits)
                return channel.send(.sheets, body: SheetLines.bytes(of: sheets))
            case .readText:
                let document = try DocumentReader.read(name: request.name, bytes: request.body, limits: limits)
                return channel.send(.text, body: document.plainText(limit: ReaderPool.longestText))
            case .unpack: return try unpack(request, limits, channel)
            default: return false
            }
        } catch {
            return refuse(error, channel)
        }
    }

    private static func refuse(_ error: DocumentError, _ channel: WorkerChannel) -> Bool {
        channel.send(.refusal, name: error.code, body: Array(error.message.utf8))
    }

    /// Sends the documents of a zip one after the other, each unpacked when its turn comes.
    private static func unpack(
        _ request: Frame, _ limits: ReadingLimits, _ channel: WorkerChannel
    ) throws(DocumentError) -> Bool {
        guard DocumentArchive.isArchive(request.body, limits: limits) else {
            throw DocumentError(code: ReaderPool.noArchive, message: "这不是压缩包，或者压缩包已损坏。请核对文件后重试。")
        }
        let archive = try DocumentArchive(bytes: request.body, limits: limits)
        for entry in archive.entries {
            // What is longer than a name may be does not go over the line.
            let name = entry.name.utf8.count < 1 << 15 ? entry.name : "?"
            let isSent: Bool
            do throws(DocumentError) {
                isSent = channel.send(.part, name: name, body: try archive.bytes(of: entry))
            } catch {
                isSent = channel.send(.refusedPart, name: name, body: Array("\(error.code)\n\(error.message)".utf8))
            }
            guard isSent else { return false }
        }
        return channel.send(.end)
    }

    private static func report(_ request: Frame, _ limits: ReadingLimits) throws(DocumentError) -> [UInt8] {
        let document = try DocumentReader.read(name: request.name, bytes: request.body, limits: limits)
        do {
            return ReportJSON.write(try ReportReader.read(document))
        } catch {
            throw DocumentError(code: error.code, message: error.message)
        }
    }
}
