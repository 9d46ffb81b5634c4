/// A linear axis from zero, with round tick marks.
struct RateScale: Sendable, Equatable {
  /// The value at the right end.
  let maximum: Double
  /// Values with a tick, zero first.
  let ticks: [Double]
  /// Whether square roots are drawn: small rates get more room, and intervals of equal counts equal length.
  private let isStretched: Bool

  /// An axis that reaches at least `value`, with three to six ticks at 1, 2 or 5 times a power of ten.
  init(reaching value: Double, isStretched: Bool = false) {
    let top = value.isFinite && value > 0 ? value : 1
    self.isStretched = isStretched
    var step = 1.0
    while step * 5 < top { step *= 10 }
    while step > top { step /= 10 }
    if top / step <= 1.5 { step /= 5 } else if top / step <= 3 { step /= 2 }
    let count = Int((top / step).rounded(.up))
    let maximum = Double(count) * step
    self.maximum = maximum
    let stride = count > 6 ? 2 : 1
    ticks =
      isStretched
      ? [0] + Self.roundShares.map { Self.round($0 * maximum) }.filter { $0 < 0.7 * maximum } + [maximum]
      : (0...count).filter { $0 % stride == 0 }.map { Double($0) * step }
  }

  /// Where a value stands, as a percentage of the axis for SVG attributes.
  func position(_ value: Double) -> String {
    ReportFormat.coordinate(isStretched ? max(0, value / maximum).squareRoot() : value / maximum)
  }

  /// Where a stretched axis has its middle ticks, as shares of its end.
  private static let roundShares = [0.0225, 0.1, 0.25, 0.56]

  /// The nearest of 1, 2 and 5 times a power of ten.
  private static func round(_ value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    let digit = value / power
    return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10)
  }

  /// The length of a stretch, as a percentage of the axis.
  func length(from low: Double, to high: Double) -> String {
    ReportFormat.coordinate((min(high, maximum) - min(low, maximum)) / maximum)
  }
}
