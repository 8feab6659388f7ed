/// The members of an object that is being encoded.
struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodedNode
    let trail: CodingTrail?

    var codingPath: [any CodingKey] { CodingTrail.keys(trail) }

    private func set(_ value: JSONValue, _ key: Key) { node.set(key.stringValue, EncodedNode(.scalar(value))) }
    private func set(_ value: some BinaryInteger, _ key: Key) { set(.number(String(value)), key) }
    private func refuse(_ value: some BinaryFloatingPoint, _ key: Key) -> EncodingError {
        NodeEncoder.refuse(value, at: CodingTrail(key, after: trail))
    }

    /// What is nil is left out.
    func encodeNil(forKey key: Key) {}
    func encode(_ value: Bool, forKey key: Key) { set(.boolean(value), key) }
    func encode(_ value: String, forKey key: Key) { set(.string(value), key) }
    func encode(_ value: Int, forKey key: Key) { set(value, key) }
    func encode(_ value: Int8, forKey key: Key) { set(value, key) }
    func encode(_ value: Int16, forKey key: Key) { set(value, key) }
    func encode(_ value: Int32, forKey key: Key) { set(value, key) }
    func encode(_ value: Int64, forKey key: Key) { set(value, key) }
    func encode(_ value: UInt, forKey key: Key) { set(value, key) }
    func encode(_ value: UInt8, forKey key: Key) { set(value, key) }
    func encode(_ value: UInt16, forKey key: Key) { set(value, key) }
    func encode(_ value: UInt32, forKey key: Key) { set(value, key) }
    func encode(_ value: UInt64, forKey key: Key) { set(value, key) }
    func encode(_ value: Double, forKey key: Key) throws { throw refuse(value, key) }
    func encode(_ value: Float, forKey key: Key) throws { throw refuse(value, key) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        let child = EncodedNode()
        try NodeEncoder(node: child, trail: CodingTrail(key, after: trail)).encode(value)
        node.set(key.stringValue, child)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder(IndexKey(stringValue: "super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

    private func encoder(_ key: any CodingKey) -> any Encoder {
        let child = EncodedNode()
        node.set(key.stringValue, child)
        return NodeEncoder(node: child, trail: CodingTrail(key, after: trail))
    }
}
