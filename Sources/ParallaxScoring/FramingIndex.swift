import ParallaxCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The framing index: slant weight per 1,000 words, bent into 0 to 100.
///
///     index = 100 · (1 − exp(−r / k))
///
/// r is the summed effective weight of slant findings per 1,000 words of one voice. Equal steps of r move the
/// index less the higher it stands; 0 means that nothing was found, not that nothing is there.
public enum FramingIndex {
  /// The r at which the index is 63.2; ln 2 times it is the r at which the index is 50.
  ///
  /// Set so that 50 is the median of the author's words over a collection of 840 US political news articles
  /// of seven outlets (see EVALUATION.md). A change of lexicons or rules moves the median, and k with it.
  public static let k = 10.1

  /// The index of a rate.
  ///
  /// - Parameter rate: Weight per 1,000 words, 0 or more.
  /// - Returns: 0 to 100.
  public static func index(rate: Double) -> Double { 100 * (1 - exp(-max(0, rate) / k)) }

  /// The rate behind an index below 100.
  public static func rate(index: Double) -> Double { -k * log(1 - index / 100) }
}
