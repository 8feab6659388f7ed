internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// `request.issue_fee_notice`: by pages where they are given, else by the place of the application among those of its
/// applicant in the calendar month, which the ledger knows. Source: 条例 Art 42; 109号 Art 3-6.
enum ChargeFee {
    static let definition = ActDefinition.request(
        .issueFeeNotice,
        [
            .needed("day", .day, "日期"), .needed("reasons", .text, "数量、频次明显超过合理范围的事实"),
            .optional("nth", .number(1...RequestCount.limit), "按件：当月第几件；不填的按台账计算"),
            .optional("pages", .number(1...PageCount.limit), "按量：提供的页数；填写的按量计收"),
        ]
    ) { (fields, session, number) throws(ActStop) in
        let units = try units(fields, of: number, session)
        let command = try refusable { () throws(Refusal) in
            IssueFeeNotice(on: try fields.day(), for: units, reasons: try fields.text("reasons"))
        }
        try session.run(command, on: Subject(number))
    }

    private static func units(
        _ fields: ActFields, of number: RequestNumber, _ session: ActSession
    ) throws(ActStop) -> IssueFeeNotice.Units {
        let (given, pages) = try refusable { () throws(Refusal) in
            (
                try fields.optionalNumber("nth", 1...RequestCount.limit),
                try fields.optionalNumber("pages", 1...PageCount.limit).flatMap { PageCount($0) }
            )
        }
        if let pages {
            guard given == nil else { throw .refused([Self.bothTariffs]) }
            return .pages(pages)
        }
        let place = try stored { () throws(DatabaseError) in
            try session.transaction.placeInMonth(of: number, office: session.office)
        }
        if let given, let place, given != place { session.remark(otherCount(given, place)) }
        // An application that nobody registered is refused by the command itself.
        guard let nth = RequestCount(given ?? place ?? 1) else { throw .refused([Self.bothTariffs]) }
        return .request(nth: nth)
    }

    private static func otherCount(_ given: Int, _ place: Int) -> Finding {
        Finding(
            .requestFeeCount, .warning, field: "nth", "按台账，这是该申请人当月的第 \(place) 件申请，填写的是第 \(given) 件。",
            article: .feeMeasures(4), remedy: "请核对；不填写 nth 的，按台账计算。")
    }

    private static let bothTariffs = Finding(
        .valueForm, field: "nth", "按件（nth）和按量（pages）只能选一种。", article: .feeMeasures(4),
        remedy: "一件申请只能选一种收费方式，请只填写其中一项。")
}

extension Finding.Code {
    /// The ledger counts the applications of the month otherwise.
    static let requestFeeCount = Self("request.fee_count")
}
