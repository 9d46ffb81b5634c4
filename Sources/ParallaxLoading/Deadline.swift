/// The moment by which one input must be loaded.
///
/// It never changes what is loaded: an input is loaded whole or refused.
struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?
  /// The limit it was made from.
  let seconds: Double

  /// - Parameter seconds: From now on; infinity for no deadline.
  init(seconds: Double) {
    self.seconds = seconds
    end = seconds < 1e9 ? ContinuousClock.now.advanced(by: .seconds(max(0, seconds))) : nil
  }

  /// Whether the time is over.
  var isPassed: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// - Throws: `LoadingError.timedOut` once the time is over.
  func check(_ source: String) throws(LoadingError) {
    if isPassed { throw .timedOut(source: source, seconds: seconds) }
  }
}
