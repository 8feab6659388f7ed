extension Response {
    /// The content security policy of every page: our own styles and pictures, our own forms, nothing inline.
    public static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// The same for a page with our one script, which may ask this site for suggestions; nothing inline.
    public static let scriptedContentSecurityPolicy =
        contentSecurityPolicy + "; script-src 'self'; connect-src 'self'"

    /// The answer with the security headers that it does not set itself.
    ///
    /// `Strict-Transport-Security` is added only for a client on TLS (`isSecure`): a browser must ignore it otherwise.
    public func secured(isSecure: Bool = false) -> Response {
        var secured = self
        secured.headers.setIfMissing("Content-Security-Policy", Self.contentSecurityPolicy)
        secured.headers.setIfMissing("Referrer-Policy", "same-origin")
        secured.headers.setIfMissing("X-Content-Type-Options", "nosniff")
        secured.headers.setIfMissing("Cross-Origin-Opener-Policy", "same-origin")
        secured.headers.setIfMissing("Cross-Origin-Resource-Policy", "same-origin")
        return secured.strict(isSecure: isSecure)
    }

    /// The answer with the header that keeps a client on TLS (`isSecure`) there.
    public func strict(isSecure: Bool) -> Response {
        guard isSecure else { return self }
        var strict = self
        strict.headers.setIfMissing("Strict-Transport-Security", "max-age=31536000")
        return strict
    }
}
