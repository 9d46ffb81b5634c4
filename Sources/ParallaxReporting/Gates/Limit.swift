import ParallaxCore
import ParallaxScoring

/// A limit that an article may not pass, as scripts set it.
///
///     promotional.author.per1000.low > 5
///     framing.all.index.high >= 60
///     frame.economic.all.count > 0
///     new > 0
///
/// A category, a voice and a measure (`count`, `weight`, `per1000`), then for rates and the index, if wanted, a
/// bound of the 95% interval; an operator; a number. With a bound a limit says that the text is surely over it,
/// and not by chance of a few words. `new` is the number of findings that a baseline does not hold.
///
/// A value that is not there (no words in that voice, a language without lexicons) passes no limit.
public struct Limit: Sendable, Equatable, CustomStringConvertible {
  /// What a limit is set to.
  enum Quantity: Sendable, Equatable {
    case measure(category: String, voice: String, name: String)
    case framing(voice: String, name: String)
    case words(voice: String)
    case new
  }

  /// How a value is compared.
  enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case unequal = "!="
    case over = ">"
    case under = "<"

    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atLeast: value >= bound
      case .atMost: value <= bound
      case .equal: value == bound
      case .unequal: value != bound
      case .over: value > bound
      case .under: value < bound
      }
    }
  }

  let quantity: Quantity
  let comparison: Comparison
  let bound: Double
  /// The limit as it was written.
  public let description: String

  /// Whether it asks for findings that a baseline does not hold.
  public var needsBaseline: Bool { quantity == .new }

  /// The category it is about; nil for the framing index, words and new findings.
  public var category: String? {
    if case .measure(let category, _, _) = quantity { return category }
    return nil
  }

  /// What the limit says of an article that passes it, such as `per1000 is 6.1`; nil for one that does not.
  ///
  /// - Parameter new: Number of findings that the baseline does not hold.
  public func passed(by analysis: Analysis, new: Int? = nil) -> String? { passed(value(analysis, new)) }

  /// The same of an analysis as JSON.
  public func passed(byJSON analysis: JSONValue, new: Int? = nil) -> String? { passed(value(analysis, new)) }

  private func passed(_ value: Double?) -> String? {
    guard let value, comparison.holds(value, bound) else { return nil }
    return "\(description): it is \(Self.written(value))"
  }

  /// Numbers are compared as the JSON gives them, so that both ways come to the same.
  private static func rounded(_ value: Double?, _ scale: Double = 10_000) -> Double? {
    value.map { ($0 * scale).rounded() / scale }
  }

  private static func written(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private func value(_ analysis: Analysis, _ new: Int?) -> Double? {
    switch quantity {
    case .new: return new.map(Double.init)
    case .words(let voice):
      return Double(Voice(rawValue: voice).map { analysis.words[$0] } ?? analysis.words.all)
    case .framing(let voice, let name):
      guard analysis.isMeasured,
        let index = voice == "author" ? analysis.framing.author : analysis.framing.all
      else { return nil }
      return Self.rounded(name == "index" ? index.index : name == "low" ? index.low : index.high, 100)
    case .measure(let category, let voice, let name):
      guard let measure = analysis.measures.first(where: { $0.category.name == category }) else { return nil }
      let one = Voice(rawValue: voice).map { measure[$0] } ?? measure.all
      switch name {
      case "count": return Double(one.count)
      case "weight": return Self.rounded(one.weight)
      case "per1000": return Self.rounded(one.per1000)
      default: return Self.rounded(name == "low" ? one.low : one.high)
      }
    }
  }

  private func value(_ analysis: JSONValue, _ new: Int?) -> Double? {
    switch quantity {
    case .new: new.map(Double.init)
    case .words(let voice): analysis["words"]?[voice]?.number
    case .framing(let voice, let name): analysis["framing"]?[voice]?[name]?.number
    case .measure(let category, let voice, let name):
      analysis["measures"]?[category]?[voice]?[name]?.number
    }
  }
}
