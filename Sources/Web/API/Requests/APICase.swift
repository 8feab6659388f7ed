internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup
internal import ReportExchange
internal import Service

/// An application as its applicant's program sees it: what the pages show, in the same words.
struct APICase {
    let view: ApplicantCase

    /// What an applicant can do, by the words of the interface.
    static let deeds: [(word: String, verb: RequestVerb)] = [
        ("correct", .receiveCorrection), ("send", .receiveMessage), ("withdraw", .withdraw), ("confirm_answer", .serve),
        ("rate", .rate),
    ]

    /// What is told when it has just been registered.
    func receipt(_ registered: ApplyForInformation.Registered) -> [UInt8] {
        var json = JSONWriter(capacity: 2_000)
        json.object { json in
            json.member("number", registered.key.description)
            json.member("code", registered.codeText)
            json.member("code_shown_until", registered.shownUntil.beijingText)
            json.member("office", view.office.code.text)
            json.member("office_name", view.office.fullName.text)
            json.member("arrived", view.request.registration.arrived.description)
            json.member("stage", view.status.stage.rawValue)
            json.member("receipt_rule", Article.regulation(31).code)
            json.member("receipt_explanation", ReceiptWords.day)
            clock("if_confirmed_today", try? ReplyClock(received: view.today).reckon(by: view.calendar), &json)
            json.member("url", TrackPage.path)
        }
        return json.finish()
    }

    /// The whole of it.
    var json: [UInt8] {
        let (status, registration) = (view.status, view.request.registration)
        var json = JSONWriter(capacity: 8_000)
        json.object { json in
            json.member("number", view.key.description)
            json.member("office", view.office.code.text)
            json.member("office_name", view.office.fullName.text)
            json.member("matter", view.request.matter.text)
            json.member("arrived", registration.arrived.description)
            json.member("received", view.request.receiptDate?.description)
            json.member("stage", status.stage.rawValue)
            json.member("stage_name", status.stage.chineseText)
            json.member("due", status.due?.description)
            json.member("working_days_left", status.daysLeft)
            json.member("is_overdue", status.isOverdue)
            json.member("ended", status.endedOn?.description)
            clock("clock", status.period, &json)
            timeline(&json)
            letters(&json)
            json.array("papers") { json in
                for paper in view.handedIn { write(paper, &json) }
            }
            json.array("messages") { json in
                for message in view.messages {
                    json.object { json in
                        json.member("from", message.isFromOffice ? "office" : "applicant")
                        json.member("at", message.recordedAt.beijingText)
                        json.member("text", message.text)
                        json.array("papers") { json in for paper in message.papers { write(paper, &json) } }
                    }
                }
            }
            json.array("answer_files") { json in for paper in view.answerFiles { write(paper, &json) } }
            json.member("can", Self.deeds.filter { view.can($0.verb) }.map(\.word))
            json.member("url", TrackPage.path)
        }
        return json.finish()
    }

    private func write(_ paper: ApplicantCase.Paper, _ json: inout JSONWriter) {
        json.object { json in
            json.member("name", paper.label.name)
            json.member("bytes", paper.byteCount)
            json.member("received", paper.receivedAt.beijingText)
        }
    }

    private func timeline(_ json: inout JSONWriter) {
        json.array("timeline") { json in
            for line in view.steps.compactMap({ CaseStepWords(view: view, step: $0, t: Wording(isEnglish: false)).line }
            ) {
                json.object { json in
                    json.member("day", line.day.description)
                    json.member("title", line.title)
                    json.member("text", line.text)
                }
            }
        }
    }

    private func letters(_ json: inout JSONWriter) {
        json.array("letters") { json in
            for letter in ApplicantLetter.all(of: view) {
                json.object { json in
                    json.member("step", letter.number)
                    json.member("title", letter.title)
                    json.member("document_number", letter.documentNumber)
                    json.member("day", letter.day.description)
                    json.member("paragraphs", letter.paragraphs)
                    json.member("remedies", letter.remedies)
                }
            }
        }
    }

    private func clock(_ name: String, _ period: ReplyPeriod?, _ json: inout JSONWriter) {
        json.key(name)
        guard let period else {
            json.null()
            return
        }
        json.object { json in DeadlineJSON.members(of: period, to: &json) }
    }
}
