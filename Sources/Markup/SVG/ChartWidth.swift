/// How wide a chart is in its own units. Its letters have 15 of them, so that a narrow chart has larger letters in the same
/// place.
public enum ChartWidth: Int, Sendable, Hashable {
    /// On a phone of 360 px about one unit a pixel.
    case usual = 360
    /// For people who need large letters: half as large again.
    case large = 240
}
