internal import Database
internal import CivilTime
internal import Disclosure
internal import Ledger

/// Takes a letter with several matters apart: the application and every part of it in one transaction.
enum SplitApplication {
    static let definition: ActDefinition = .request(
        .split,
        [
            .needed("day", .day, "日期"), .needed("kept", .text, "保留在原登记号下的内容"),
            .needed(
                "parts",
                .list(
                    .object([
                        .optional("number", .requestNumber, "登记号，不填则取下一个"), .needed("matter", .text, "内容"),
                    ]), 1...SplitRequest.limit - 1), "拆分出的各件"),
        ], perform)

    @Sendable
    private static func perform(_ fields: ActFields, _ session: ActSession, _ number: RequestNumber) throws(ActStop) {
        let subject = Subject(number)
        var next = try stored { () throws(DatabaseError) in
            try session.transaction.nextRequestNumber(of: session.office, year: number.year)
        }
        let command = try refusable { () throws(Refusal) in
            var parts: [SplitRequest.Part] = []
            for part in fields.objects("parts") {
                let given = try part.find("number")?.requestNumber()
                guard let number = given ?? next else { throw Refusal(ActSession.noRequestNumber("")) }
                if given == nil { next = RequestNumber(year: number.year, serial: number.serial + 1) }
                parts.append(SplitRequest.Part(number, try part.text("matter")))
            }
            return SplitRequest(on: try fields.day(), keeping: try fields.text("kept"), parts: parts)
        }
        guard let before = try session.state(subject) else { throw .refused([.unknownRequest(number)]) }
        for (index, part) in command.parts.enumerated() where try session.state(Subject(part.number)) != nil {
            throw .refused([
                Finding(
                    .requestAlreadyRegistered, field: "parts[\(index)].number", "登记号 \(part.number) 已经登记。",
                    article: .regulation(45), remedy: "请使用新的登记号。")
            ])
        }
        try session.run(command, on: subject)
        for (part, entries) in zip(command.parts, command.entriesOfParts(of: before)) {
            try session.append(entries, to: Subject(part.number))
            try stored { () throws(DatabaseError) in
                try session.transaction.copyCode(
                    of: number, office: session.office, to: part.number, of: session.office)
            }
        }
    }
}

extension Finding {
    /// No application has the number.
    static func unknownRequest(_ number: RequestNumber, field: String = "subject") -> Finding {
        Finding(
            .requestNotRegistered, field: field, "没有登记号为 \(number) 的申请。", article: .regulation(45),
            remedy: "请核对登记号和机关。")
    }
}
