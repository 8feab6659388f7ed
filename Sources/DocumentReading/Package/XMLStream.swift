internal import CXML2
internal import Glibc

/// Parses a part of a package as XML while it is unpacked: no tree, no document type, no entities, no network.
enum XMLStream {
    /// Runs `consumer` over the part and gives it back.
    ///
    /// Throws where a limit is passed, where the part declares a document type (office files never do, entity bombs
    /// must), and where it is not well-formed.
    static func parse<Consumer: MarkupConsumer>(
        _ part: ZipPart, _ consumer: Consumer, limits: ReadingLimits
    ) throws(DocumentError) -> Consumer {
        LibXML.prepare()
        let drive = MarkupDrive(consumer, limits: limits)
        drive.connect()
        defer { drive.disconnect() }
        let user = Unmanaged.passUnretained(drive.sink).toOpaque()
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { user, local, _, space, _, _, count, _, list in
            MarkupSink.of(user)?.startXML(local, space, list, count: Int(count))
        }
        handler.endElementNs = { user, local, _, space in MarkupSink.of(user)?.end(local, space) }
        handler.characters = { user, start, count in MarkupSink.of(user)?.text(start, count) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { user, _, _, _ in MarkupSink.of(user)?.stop(.entitiesRefused()) }
        handler.serror = { _, _ in }
        let source = Unmanaged.passUnretained(part).toOpaque()
        let context = xmlCreateIOParserCtxt(
            &handler, user,
            { source, room, count in
                guard let source, let room, count > 0 else { return 0 }
                let part = Unmanaged<ZipPart>.fromOpaque(source).takeUnretainedValue()
                return Int32(part.read(into: UnsafeMutableRawBufferPointer(start: room, count: Int(count))))
            }, nil, source, XML_CHAR_ENCODING_NONE)
        guard let context else { throw part.failure ?? .damaged("文件") }
        drive.sink.context = context
        // The depth and the bytes are limited here; the library's own limit of 256 levels must not come first.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_HUGE.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        xmlParseDocument(context)
        let wellFormed = context.pointee.wellFormed != 0
        drive.sink.context = nil
        xmlFreeParserCtxt(context)
        // The callbacks used both without owning them.
        let failure = withExtendedLifetime((drive, part)) { drive.sink.failure ?? part.failure }
        if let failure { throw failure }
        if !wellFormed { throw .damaged("文件") }
        return drive.consumer
    }
}

/// Parses an HTML page that is already UTF-8, leniently, as browsers do.
enum HTMLStream {
    /// Runs `consumer` over the page and gives it back.
    static func parse<Consumer: MarkupConsumer>(
        _ text: DecodedText, _ consumer: Consumer, limits: ReadingLimits
    ) throws(DocumentError) -> Consumer {
        LibXML.prepare()
        guard text.bytes.count < Int(Int32.max), let context = htmlNewParserCtxt() else { throw .damaged("网页") }
        let drive = MarkupDrive(consumer, limits: limits)
        drive.connect()
        defer { drive.disconnect() }
        var handler = xmlSAXHandler()
        handler.startElement = { user, name, list in MarkupSink.of(user)?.startHTML(name, list) }
        handler.endElement = { user, name in MarkupSink.of(user)?.end(name, nil) }
        handler.characters = { user, start, count in MarkupSink.of(user)?.text(start, count) }
        handler.ignorableWhitespace = handler.characters
        handler.serror = { _, _ in }
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        context.pointee.sax.pointee = handler
        context.pointee.userData = Unmanaged.passUnretained(drive.sink).toOpaque()
        drive.sink.context = context
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue
        text.bytes.withUnsafeBytes { raw in
            let part = raw[text.start...].assumingMemoryBound(to: CChar.self)
            // No tree is built by these handlers; should one be, it must not leak.
            if let tree = htmlCtxtReadMemory(
                context, part.baseAddress, Int32(part.count), nil, "UTF-8", Int32(options))
            {
                xmlFreeDoc(tree)
            }
        }
        drive.sink.context = nil
        htmlFreeParserCtxt(context)
        let failure = withExtendedLifetime(drive) { drive.sink.failure }
        if let failure { throw failure }
        return drive.consumer
    }
}

/// The C library as a whole.
enum LibXML {
    private static let started: Void = xmlInitParser()

    /// Must run once before threads parse.
    static func prepare() { started }
}
