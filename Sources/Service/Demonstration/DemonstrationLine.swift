/// One line of the demonstration's acts: what an office did, or a series of the same.
///
/// Each single thing of a series becomes entries of its own, as if an officer had entered it.
struct DemonstrationLine: Sendable, Decodable {
    /// What a line tells.
    enum Act: String, Sendable, Decodable {
        /// Items: each drafted, handed in, agreed to at two levels and published.
        case items
        /// Handovers of what was published until then and not handed over; on days without any a nil return.
        case handovers
        /// Inquiries, one entry a person.
        case inquiries
        /// A training of the office's own.
        case training
        /// An online interview.
        case interview
        /// An assessment of the staff.
        case assessment
        /// A leading group that is formed.
        case group
        /// A change of its members.
        case groupChange = "group_change"
        /// An application that is answered 无法提供 after other offices were asked.
        case requestUnable = "request_unable"
        /// Applications that are answered: 予以公开 or 无法提供, each served, closed and filed.
        case requests
        /// A figure of the year.
        case figure
        /// Every other cell of table two of the year: nothing happened.
        case nothing
    }

    /// Someone in a leading group.
    struct Member: Sendable, Decodable {
        let officer: String
        let part: String
        let post: String
    }

    /// The code of the office.
    let agency: String
    /// What it tells.
    let act: Act
    /// The name of the thing, or what the names of a series begin with.
    let name: String?
    /// What it is called; `{n}` stands for the number in the series.
    let title: String?
    /// The text of items in the markup of bodies; `{n}` and `{title}` stand for the number and the title.
    let text: String?
    /// The files of the first item of a series, by their names in the folder of the demonstration.
    let files: [String]?
    /// The topic of items.
    let topic: String?
    /// The number of the document of items; `{n}` stands for the number in the series.
    let documentNumber: String?
    /// How many of a series.
    let count: Int?
    /// The day, or that of the first of a series.
    let day: String?
    /// Further days.
    let days: [String]?
    /// Calendar days from one of a series to the next.
    let every: Int?
    /// The report year.
    let year: Int?
    /// The category of items.
    let category: String?
    /// The class of items.
    let itemClass: String?
    /// The channels of items.
    let channels: [String]?
    /// The way of inquiries.
    let way: String?
    /// The kind of a leading group.
    let kind: String?
    /// Who is in it, or joins it.
    let members: [Member]?
    /// Who leaves it.
    let leaving: [String]?
    /// True where a principal leader took part.
    let led: Bool?
    /// The cell of a figure.
    let cell: String?
    /// The figure.
    let value: String?
    /// The unit of money.
    let unit: String?
    /// The other offices that are asked.
    let asked: [String]?
    /// The matter of the catalogue that items belong to.
    let matter: String?
    /// What applicants are: a natural person where nothing is said.
    let applicant: String?
    /// The result of applications: `disclosed` or `unable_not_held`.
    let result: String?
    /// Calendar days from the arrival of an application to its answer; 8 where nothing is said.
    let wait: Int?

    enum CodingKeys: String, CodingKey {
        case agency, act, name, title, count, day, days, every, year, category, channels, way, kind, members, leaving
        case led, cell, value, unit, asked, text, files, topic, matter, applicant, result, wait
        case documentNumber = "document_number"
        case itemClass = "class"
    }
}
