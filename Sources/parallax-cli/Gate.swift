import ArgumentParser
import ParallaxKit

/// Options of commands that end with status 1 where an article passes a limit.
struct GateOptions: ParsableArguments {
  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "End with status 1 where this holds: 'CATEGORY.VOICE.MEASURE > NUMBER' as in 'promotional.author.per1000.low > 5' (count, weight, per1000; .low and .high are the bounds of the 95% interval), 'framing.all.index > 60', 'new > 0'. Repeatable.",
      valueName: "limit"))
  var limits: [String] = []
}

/// Options of commands that know findings again.
struct BaselineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Findings that were accepted; the others are new.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("Write down all findings of this run as accepted.", valueName: "file"))
  var writeBaseline: String?
}

/// Watches the articles of a run for limits, and keeps what a baseline needs. Called from one thread.
final class Gate {
  let baseline: Baseline?
  private let limits: [Limit]
  private let path: String?
  private var found = Baseline()
  private var passed = 0

  /// Reads limits and baseline.
  ///
  /// - Parameter analyzer: Knows which categories there are.
  init(_ options: GateOptions, accepted: BaselineOptions? = nil, analyzer: Analyzer) throws {
    path = accepted?.writeBaseline
    limits = try options.limits.map { text in
      do throws(LimitError) { return try Limit(text) } catch { throw Failure.usage("--fail-on \(error)") }
    }
    baseline = try accepted?.baseline.map(Self.read)
    for limit in limits {
      if limit.needsBaseline, baseline == nil {
        throw Failure.usage("--fail-on “\(limit)” needs a --baseline to tell what is new")
      }
      if let category = limit.category, !Self.categories(analyzer).contains(category) {
        throw Failure.usage(
          "--fail-on “\(limit)”: unknown category “\(category)”; known are \(Self.categories(analyzer).sorted().joined(separator: ", "))"
        )
      }
    }
  }

  /// Whether analyses are to be shown to it at all.
  var isIdle: Bool { limits.isEmpty && path == nil }

  private static func categories(_ analyzer: Analyzer) -> Set<String> {
    Set(
      analyzer.kinds.map { kind in
        let parts = kind.split(separator: ".")
        return parts.prefix(parts.first == "frame" ? 2 : 1).joined(separator: ".")
      })
  }

  private static func read(_ path: String) throws -> Baseline {
    let bytes = try Files.read(path)
    let json: JSONValue
    do throws(JSONError) { json = try JSONParser.parse(bytes) } catch {
      throw Failure.unusableInput("\(path): is no baseline: \(error)")
    }
    guard let baseline = Baseline(json: json) else {
      throw Failure.unusableInput("\(path): is no baseline; make one with --write-baseline")
    }
    return baseline
  }

  /// Looks at an article.
  func check(_ analysis: Analysis) {
    guard !isIdle else { return }
    if path != nil {
      var identity = FindingIdentity()
      for finding in analysis.findings { found.accept(identity.next(finding, in: analysis)) }
    }
    let new = limits.contains(where: \.needsBaseline) ? baseline?.newFindings(of: analysis).count : nil
    for limit in limits {
      if let reason = limit.passed(by: analysis, new: new) { tell(analysis.article.id, reason) }
    }
  }

  /// Looks at an article of which only the JSON is at hand.
  func check(json: JSONValue) {
    for limit in limits {
      if let reason = limit.passed(byJSON: json) { tell(json["id"]?.string ?? "", reason) }
    }
  }

  private func tell(_ id: String, _ reason: String) {
    passed += 1
    Console.line("parallax: limit passed: \(id): \(reason)")
  }

  /// Writes the baseline.
  ///
  /// - Returns: Whether a limit was passed.
  func finish() throws(Failure) -> Bool {
    if let path { try Files.write(found.bytes, to: path) }
    return passed > 0
  }
}
