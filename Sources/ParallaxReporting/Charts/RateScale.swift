/// A linear axis from zero, with round tick marks.
struct RateScale: Sendable, Equatable {
  /// The value at the right end.
  let maximum: Double
  /// Values with a tick, zero first.
  let ticks: [Double]

  /// An axis that reaches at least `value`, with three to six ticks at 1, 2 or 5 times a power of ten.
  init(reaching value: Double) {
    let top = value.isFinite && value > 0 ? value : 1
    var step = 1.0
    while step * 5 < top { step *= 10 }
    while step > top { step /= 10 }
    if top / step <= 1.5 { step /= 5 } else if top / step <= 3 { step /= 2 }
    let count = Int((top / step).rounded(.up))
    maximum = Double(count) * step
    let stride = count > 6 ? 2 : 1
    ticks = (0...count).filter { $0 % stride == 0 }.map { Double($0) * step }
  }

  /// Where a value stands, as a percentage of the axis for SVG attributes.
  func position(_ value: Double) -> String { ReportFormat.coordinate(value / maximum) }

  /// The length of a stretch, as a percentage of the axis.
  func length(from low: Double, to high: Double) -> String {
    ReportFormat.coordinate((min(high, maximum) - min(low, maximum)) / maximum)
  }
}
