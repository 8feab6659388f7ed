extension StatementScanner {
    // MARK: Nothing received

    /// 未收到政府信息公开申请, 没有行政复议: a clause that says there was none.
    mutating func zero(_ negation: Int, _ end: Int) {
        guard isOwnYear, !clauseIsForeign, !sentenceIsForeign else { return }
        var flags = (review: false, litigation: false, application: false, openness: false, verb: false)
        var carried: [Topic] = []
        var persons = (natural: false, organization: false)
        for index in negation + 1..<max(end, negation + 1) {
            if tokens[index].kind == .number, tokens[index].unit != .calendar { return }
            guard tokens[index].kind == .word else { continue }
            switch tokens[index].word {
            case .review: flags.review = true
            case .litigation, .direct, .afterReview: flags.litigation = true
            case .application: flags.application = true
            case .openness: flags.openness = true
            case .dependentDisclosure:
                flags.application = true
                flags.openness = true
            case .received, .accepted, .newlyReceived: flags.verb = true
            case .carriedIn: carried.append(.applications(.carriedIn))
            case .carriedOut: carried.append(.applications(.carriedOut))
            case .naturalPerson: persons.natural = true
            case .organization, .everyOrganization: persons.organization = true
            case .voider, .corrected, .upheld, .pending, .comparison, .finished, .answered, .negation: return
            default: break
            }
        }
        let range = clauseStart..<(end < tokens.count ? tokens[end].start : bytes.count)
        func say(_ topics: [Topic]) {
            for topic in topics {
                statements.append(Statement(topics: [topic], value: 0, range: range, mentionsApplicants: false))
            }
        }
        if flags.review || flags.litigation {
            guard isAboutOpenness || flags.openness else { return }
            if flags.review { say([.cases(.review, .total)]) }
            if flags.litigation { say([.cases(.litigation, .total)]) }
        } else if !carried.isEmpty {
            say(carried)
        } else if flags.application, flags.openness || concernsRequests && flags.verb,
            persons.natural == persons.organization, !narrows(negation + 1..<end)
        {
            guard flags.verb || startsPlainly(negation) else { return }
            say([.applications(.received)])
        }
    }

    /// Words between the negation and the request that speak of a part of the requests only.
    private func narrows(_ range: Range<Int>) -> Bool {
        range.contains { index in
            guard tokens[index].kind == .word else { return false }
            switch tokens[index].word {
            case .blocker, .denied, .partlyDisclosed, .notProcessed, .unable, .otherHandling, .among: return true
            default: return false
            }
        }
    }

    /// 无依申请公开, 没有政府信息公开申请, 未有群众…: no other verb than having stands behind the negation.
    private func startsPlainly(_ negation: Int) -> Bool {
        let place = tokens[negation].end
        // 未 alone needs 有 behind it.
        guard bytes[tokens[negation].start..<place].elementsEqual("未".utf8) else { return true }
        return bytes[place...].starts(with: "有".utf8)
    }
}
