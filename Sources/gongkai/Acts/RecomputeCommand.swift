import CivilTime
import Database
import Service

extension Command {
    /// `gongkai recompute`.
    static let recompute = Command(
        name: "recompute",
        synopsis:
            "--previous FILE [--calendar FILE] [--dry-run] [--actor ID --role ROLE] [--data DIR | --database URL]",
        summary: "放假安排变动后，重新计算全部未办结申请的期限，变动的登记前后日期",
        englishSummary:
            "reckons the clocks of open requests anew after a change of the calendar and records what moved",
        options: [
            .value("--previous", "FILE", "变动前的日历（完整的日历文件）", "the whole calendar before the change"),
            .value("--calendar", "FILE", "本地日历，叠加在现行官方放假安排之上", "local calendar laid over the official one"),
            .flag("--dry-run", "只计算，不登记", "changes nothing"),
        ] + Permission.options + Installation.options
    ) { arguments throws(UsageError) in
        let previous = try arguments.required("--previous")
        guard let installation = Installation.open(arguments, for: "recompute", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            let permit = try Permission(command: "recompute").ask(
                "calendar.recompute", arguments, in: installation.ledger)
            guard let permit else { return .findings }
            let old = try CalendarFile.load(whole: previous)
            let new = try CalendarFile.load(overlay: arguments.value("--calendar"))
            let isTrial = arguments.has("--dry-run")
            let moved = try RecomputeClocks(ledger: installation.ledger).run(
                from: old, to: new, by: permit.recorded, at: WallClock.now(), isTrial: isTrial)
            for clock in moved {
                let days = "\(clock.before?.description ?? "—") 改为 \(clock.after?.description ?? "—")"
                StandardStream.output.write("\(clock.office) \(clock.request)：\(days)\n")
            }
            StandardStream.output.write("\(moved.count) 件申请的期限有变动\(isTrial ? "，没有登记" : "，已登记")。\n")
            return .done
        } catch let error as FileError {
            StandardStream.complain("recompute", about: error.path, error.message)
        } catch let error as ServiceError {
            StandardStream.complain("recompute", error.message)
        } catch {
            StandardStream.complain("recompute", "未能完成。")
        }
        return .failed
    }
}
