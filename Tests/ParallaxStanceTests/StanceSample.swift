import ParallaxKit
import Testing

/// Reads stance in texts of a paragraph or more and shows it as marks and short lines.
struct StanceSample {
  let analysis: Analysis

  /// What stance is read with; other lexicons would only slow the tests.
  private static let analyzer = Result {
    let names: Set = ["stance", "evaluative", "intensifier"]
    return try Analyzer(lexicons: BuiltInLexicons.load().filter { names.contains($0.info.name) })
  }

  init(_ text: String, targets: [TargetRequest] = []) throws {
    analysis = try Self.analyzer.get().analyze(
      Array(text.utf8), id: "sample", source: "sample", format: .text, hints: .init(targets: targets))
  }

  var targets: [TargetStance] { analysis.targets }

  func target(_ name: String) -> TargetStance? { targets.first { $0.name == name } }

  /// The text with the mentions of one target in braces.
  func marked(_ name: String) -> String {
    var result = ""
    var end = 0
    for mention in target(name)?.mentions ?? [] {
      result += analysis.article.string(TextSpan(end, mention.start))
      result += "{" + analysis.article.string(mention) + "}"
      end = mention.end
    }
    return result + analysis.article.string(TextSpan(end, analysis.article.text.count))
  }

  /// What counts toward a target: word, relation and sign, in order of place.
  func evidence(_ name: String) -> [String] {
    (target(name)?.evidence ?? []).filter { $0.share > 0 }.map {
      "\(analysis.article.string($0.span)) \($0.relation.rawValue) \($0.value > 0 ? "+" : "-")"
    }
  }

  /// Marks and all: the unmarked text of a marked one.
  static func plain(_ marked: String) -> String { marked.filter { $0 != "{" && $0 != "}" } }
}
