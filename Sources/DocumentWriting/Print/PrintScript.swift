/// The little program that lays out a page: reads HTML on standard input and writes a pdf on standard output.
///
/// WeasyPrint is a library of Python; its own command would fetch whatever a page names. Here every address is refused,
/// files too, and the process limits itself before the library is loaded. Arguments: bytes of memory, seconds, and `usual`
/// where the library is to do everything itself.
///
/// A Chinese typeface has 65,000 characters, and its Python takes nine tenths of the time of a page to leave out those
/// that are not used (fontTools). HarfBuzz does the same some fifty times faster, as newer versions of the library let it do
/// (63.0); where that is not installed, or a typeface is of a kind that needs more, the library's own way is taken.
enum PrintScript {
    /// How it ends where the library is not installed.
    static let notInstalled: Int32 = 3
    /// How it ends where no typeface has Chinese characters: the text would be empty boxes.
    static let noTypeface: Int32 = 4

    static let text = """
        from ctypes import CDLL, POINTER, Structure, byref, c_char_p, c_int, c_uint, c_void_p, cast, string_at
        from os import nice
        from resource import RLIMIT_AS, RLIMIT_CORE, RLIMIT_CPU, RLIMIT_FSIZE, RLIM_INFINITY, getrlimit, setrlimit
        from sys import argv, exit, stdin, stdout

        def limit(kind, value):
            hard = getrlimit(kind)[1]
            value = value if hard == RLIM_INFINITY else min(value, hard)
            setrlimit(kind, (value, value))

        limit(RLIMIT_AS, int(argv[1]))
        limit(RLIMIT_CPU, int(argv[2]))
        limit(RLIMIT_FSIZE, 16 << 20)
        limit(RLIMIT_CORE, 0)
        nice(10)
        try:
            from weasyprint import HTML
        except (ImportError, OSError):
            exit(3)

        class FontSet(Structure):
            _fields_ = [("count", c_int)]

        fonts = CDLL("libfontconfig.so.1")
        for name in ("FcNameParse", "FcObjectSetBuild", "FcFontList"):
            getattr(fonts, name).restype = c_void_p
        pattern = c_void_p(fonts.FcNameParse(b":lang=zh-cn"))
        wanted = c_void_p(fonts.FcObjectSetBuild(b"family", None))
        found = cast(fonts.FcFontList(None, pattern, wanted), POINTER(FontSet))
        if not found or found.contents.count == 0:
            exit(4)

        def refuse(url, *rest, **more):
            raise ValueError("no address is fetched")

        def call(library, name, result, *kinds):
            function = getattr(library, name)
            function.restype = result
            function.argtypes = kinds
            return function

        def quicken():
            from importlib import import_module
            font = None
            for name in ("weasyprint.pdf.fonts", "weasyprint.pdf.stream"):
                try:
                    font = font or getattr(import_module(name), "Font", None)
                except ImportError:
                    pass
            usual = font.clean
            shaper, cutter = CDLL("libharfbuzz.so.0"), CDLL("libharfbuzz-subset.so.0")
            new_blob = call(shaper, "hb_blob_create", c_void_p, c_char_p, c_uint, c_int, c_void_p, c_void_p)
            new_face = call(shaper, "hb_face_create", c_void_p, c_void_p, c_uint)
            blob_of = call(shaper, "hb_face_reference_blob", c_void_p, c_void_p)
            bytes_of = call(shaper, "hb_blob_get_data", c_void_p, c_void_p, POINTER(c_uint))
            add = call(shaper, "hb_set_add", None, c_void_p, c_uint)
            new_wish = call(cutter, "hb_subset_input_create_or_fail", c_void_p)
            glyphs = call(cutter, "hb_subset_input_glyph_set", c_void_p, c_void_p)
            sets = call(cutter, "hb_subset_input_set", c_void_p, c_void_p, c_int)
            flags = call(cutter, "hb_subset_input_set_flags", None, c_void_p, c_uint)
            cut = call(cutter, "hb_subset_or_fail", c_void_p, c_void_p, c_void_p)

            def clean(self, used, *rest):
                if not used or self.ttfont is None or self.png or self.svg or "fvar" in self.ttfont:
                    return usual(self, used, *rest)
                face = new_face(new_blob(self.file_content, len(self.file_content), 1, None, None), self.index)
                wish = new_wish()
                for glyph in used:
                    add(glyphs(wish), glyph)
                # 3: tables to leave out, which nothing in a pdf reads.
                for table in (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"vhea", b"vmtx", b"VORG"):
                    add(sets(wish, 3), int.from_bytes(table, "big"))
                # 1 without hints, 2 with the numbers of the glyphs as they are, 4 without subroutines.
                flags(wish, 1 | 2 | 4)
                made = cut(face, wish)
                if not made:
                    return usual(self, used, *rest)
                length = c_uint()
                content = bytes_of(blob_of(made), byref(length))
                self.file_content = string_at(content, length.value)

            font.clean = clean

        try:
            if argv[3:] != ["usual"]:
                quicken()
        except (AttributeError, OSError):
            pass

        page = stdin.buffer.read().decode("utf-8")
        stdout.buffer.write(HTML(string=page, url_fetcher=refuse).write_pdf())
        stdout.buffer.flush()

        """
}
