import ParallaxComparison
import ParallaxCore

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the tests allow to be said, in sentences.
struct ContrastText {
  let comparison: OutletComparison
  let tests: OutletContrasts

  /// The first sentences of a comparison: the differences that hold, or that none does.
  var headline: [String] {
    guard tests.fewestArticles > 1 else { return [] }
    var sentences = tests.overall.filter { $0.verdict == .differs }.map { overall($0) }
    if let among = tests.among {
      sentences.insert(
        among.p <= OutletContrasts.level
          ? "The outlets differ in framing wording as a whole."
          : "In framing wording as a whole these articles do not tell the outlets apart.", at: 0)
    } else if sentences.isEmpty {
      sentences.append("In framing wording as a whole these articles do not tell the outlets apart.")
    }
    let found = tests.contrasts.filter { $0.verdict == .differs && $0.voice == .author }
      .sorted { abs($0.ratio.value) > abs($1.ratio.value) }
    if !found.isEmpty {
      let named = found.prefix(5).map {
        "\(name($0.outlet)) uses \(CategoryStyle.of($0.category).label.lowercased()) \(times($0)) \(against($0))"
      }
      sentences.append("Kinds that differ in the authors’ words: \(ReportFormat.list(named)).")
    }
    return sentences
  }

  private func overall(_ contrast: Contrast) -> String {
    "\(name(contrast.outlet)) uses framing wording \(times(contrast)) \(against(contrast)) in its authors’ words "
      + "(p = \(ReportFormat.fixed(contrast.p ?? 1, decimals: 3)))."
  }

  /// The one test over all outlets.
  func among(_ test: OutletTest) -> String {
    "All framing wording in the authors’ own words, \(comparison.outlets.count) outlets: "
      + "F(\(ReportFormat.short(test.numerator, decimals: 1)), "
      + "\(ReportFormat.short(test.denominator, decimals: 1))) = \(ReportFormat.fixed(test.f, decimals: 2)), "
      + "p = \(ReportFormat.fixed(test.p, decimals: 3))."
  }

  /// How firm it is.
  var evidence: String {
    if comparison.outlets.count < 2 { return "there is nothing to compare." }
    switch tests.fewestArticles {
    case ..<2:
      return
        "too few articles to tell outlets apart. The rates describe these texts; they are no finding about the "
        + "outlets."
    case 2...3:
      return
        "weak. With \(ReportFormat.count(tests.fewestArticles, "article")) of an outlet only very large differences "
        + "can be found\(detectable)."
    case 4...9: return "moderate\(detectable)."
    default: return "good\(detectable)."
    }
  }

  private var detectable: String {
    guard let ratio = tests.overall.compactMap(\.detectable).max() else { return "" }
    return
      ": for framing wording as a whole, a difference of \(RatioMark.label(log2(ratio))) or more would have shown"
  }

  /// The name of an outlet.
  func name(_ outlet: Int) -> String {
    comparison.outlets.indices.contains(outlet)
      ? Excerpt.shortened(comparison.outlets[outlet].name, to: 60) : "–"
  }

  /// The other side: an outlet, or all others.
  func referenceName(_ contrast: Contrast) -> String {
    contrast.reference.map(name) ?? "all others together"
  }

  private func against(_ contrast: Contrast) -> String { "as often as \(referenceName(contrast))" }

  private func times(_ contrast: Contrast) -> String { RatioMark.label(contrast.ratio.value) }

  /// What may be said of a contrast, in a few words.
  static func verdict(_ verdict: Contrast.Verdict) -> String {
    switch verdict {
    case .tooFew: "too few articles to tell"
    case .differs: "differs"
    case .alike: "practically alike"
    case .notDistinguishable: "not distinguishable"
    }
  }
}
