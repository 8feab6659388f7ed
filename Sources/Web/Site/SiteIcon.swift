/// The icon of the site: the double margin rule on paper.
enum SiteIcon {
    static let bytes = Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect width="32" height="32" fill="#fff"/>
        <path d="M3 5h26M3 27h26" stroke="#15181c" stroke-width="2"/>
        <path d="M10 5v22M13 5v22" stroke="#981b1e" stroke-width="2"/>
        <path d="M17 11h11M17 16h11M17 21h7" stroke="#15181c" stroke-width="2"/>
        </svg>

        """.utf8)
}
