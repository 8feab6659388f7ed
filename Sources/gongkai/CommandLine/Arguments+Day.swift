import CivilTime

extension Arguments {
    /// The value of an option as a day; nil when it is not given.
    func day(_ name: String) throws(UsageError) -> Day? {
        guard let text = value(name) else { return nil }
        return try Self.day(name, text)
    }

    /// A part of an option's value as a day; the error names the option.
    static func day(_ name: String, _ text: String) throws(UsageError) -> Day {
        do throws(DayError) {
            return try Day(parsing: text)
        } catch {
            throw UsageError(
                chinese: "选项 \(name)：\(error.message)", english: "\(name): \(error.englishMessage)")
        }
    }
}
