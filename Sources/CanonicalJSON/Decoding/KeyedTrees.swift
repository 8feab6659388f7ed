/// The members of an object that is being decoded.
struct KeyedTrees<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [JSONValue.Member]
    let trail: CodingTrail?

    var codingPath: [any CodingKey] { CodingTrail.keys(trail) }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    private func value(_ name: String) -> JSONValue? { members.last { $0.name == name }?.value }

    private func decoder(_ key: some CodingKey) throws -> TreeDecoder {
        guard let value = value(key.stringValue) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "not there"))
        }
        return TreeDecoder(value: value, trail: CodingTrail(key, after: trail))
    }

    func contains(_ key: Key) -> Bool { value(key.stringValue) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).value == .null }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).bool() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(key).string() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw try decoder(key).floating(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw try decoder(key).floating(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(key).integer() }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try decoder(key).integer() }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try decoder(key).integer() }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try decoder(key).integer() }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try decoder(key).integer() }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try decoder(key).integer() }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder(key).integer() }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder(key).integer() }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder(key).integer() }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder(key).integer() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder(key).decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try decoder(IndexKey(stringValue: "super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }
}

/// The elements of a list that is being decoded.
struct UnkeyedTrees: UnkeyedDecodingContainer {
    let elements: [JSONValue]
    let trail: CodingTrail?
    private(set) var currentIndex = 0

    init(elements: [JSONValue], trail: CodingTrail?) {
        self.elements = elements
        self.trail = trail
    }

    var codingPath: [any CodingKey] { CodingTrail.keys(trail) }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private mutating func next<Value>(_ type: Any.Type, _ read: (TreeDecoder) throws -> Value) throws -> Value {
        let trail = CodingTrail(IndexKey(currentIndex), after: trail)
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type, .init(codingPath: CodingTrail.keys(trail), debugDescription: "the list ends before"))
        }
        let value = try read(TreeDecoder(value: elements[currentIndex], trail: trail))
        currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, elements[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try next(type) { try $0.bool() } }
    mutating func decode(_ type: String.Type) throws -> String { try next(type) { try $0.string() } }
    mutating func decode(_ type: Double.Type) throws -> Double { try next(type) { throw $0.floating(type) } }
    mutating func decode(_ type: Float.Type) throws -> Float { try next(type) { throw $0.floating(type) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try next(type) { try $0.integer() } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try next(type) { try $0.integer() } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next(type) { try $0.integer() } }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next(type) { try $0.integer() } }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next(type) { try $0.decode(type) }
    }

    private mutating func nextDecoder() throws -> TreeDecoder { try next(JSONValue.self) { $0 } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try nextDecoder().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try nextDecoder().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try nextDecoder() }
}
