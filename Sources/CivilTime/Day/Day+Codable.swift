extension Day: Codable {
    /// A day from its text, `2025-06-03`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day: \(text.prefix(40))")
        }
        self = day
    }

    /// Writes the day as text, `2025-06-03`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension WorkingDays: Codable {
    /// A number of working days from a whole number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let count = try container.decode(Int.self)
        guard let days = WorkingDays(count) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no working days: \(count)")
        }
        self = days
    }

    /// Writes the number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
