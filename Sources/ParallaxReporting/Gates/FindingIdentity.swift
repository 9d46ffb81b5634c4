import ParallaxCore
import ParallaxScoring

/// What a finding is known by from one run to the next: its article, its entry, its words and those around it,
/// and, where all that occurs again, which of them it is. It does not change when text is added elsewhere.
public struct FindingIdentity: Sendable {
  private var seen: [String: Int] = [:]
  /// Bytes of context on each side.
  private static let context = 32

  /// Starts with the first finding of an article.
  public init() {}

  /// The fingerprint of the next finding, 32 hexadecimal digits; findings are to be given in order.
  public mutating func next(_ finding: Finding, in analysis: Analysis) -> String {
    let article = analysis.article
    let paragraph = article.paragraphs[finding.paragraph].span
    let around = TextSpan(
      max(paragraph.start, finding.span.start - Self.context),
      min(paragraph.end, finding.span.end + Self.context))
    var digest = SHA256()
    for part in [article.metadata.source, finding.entry.lexicon, finding.entry.id] {
      digest.update(Array("\(part.utf8.count):\(part)".utf8))
    }
    digest.update(article.text[finding.span.range])
    digest.update([0x0A])
    digest.update(article.text[around.range])
    let fingerprint = String(digest.finalizeHexadecimal().prefix(32))
    let number = seen[fingerprint, default: 0]
    seen[fingerprint] = number + 1
    guard number > 0 else { return fingerprint }
    return String(SHA256.hexadecimal(of: Array("\(fingerprint)/\(number)".utf8)).prefix(32))
  }
}

/// Findings that were accepted, so that only new ones are told of.
public struct Baseline: Sendable, Equatable {
  /// Fingerprints of what is accepted.
  public private(set) var fingerprints: Set<String>

  /// Name and number of the schema.
  static let schema = "parallax.baseline/1"

  /// A baseline that accepts these.
  public init(_ fingerprints: Set<String> = []) { self.fingerprints = fingerprints }

  /// Reads a baseline file; nil when it is none.
  public init?(json: JSONValue) {
    guard json["schema"]?.string == Self.schema, let items = json["accepted"]?.array else { return nil }
    fingerprints = Set(items.compactMap(\.string))
  }

  /// Whether a finding is accepted.
  public func accepts(_ fingerprint: String) -> Bool { fingerprints.contains(fingerprint) }

  /// Accepts another.
  public mutating func accept(_ fingerprint: String) { fingerprints.insert(fingerprint) }

  /// Findings of an article that count and are not accepted.
  public func newFindings(of analysis: Analysis) -> [Finding] {
    var identity = FindingIdentity()
    return analysis.findings.filter { !accepts(identity.next($0, in: analysis)) }
  }

  /// The file, a fingerprint a line so that two versions of it can be compared.
  public var bytes: [UInt8] {
    let lines = fingerprints.sorted().map { "    \"\($0)\"" }.joined(separator: ",\n")
    return Array(
      "{\n  \"schema\": \"\(Self.schema)\",\n  \"accepted\": [\n\(lines)\(lines.isEmpty ? "" : "\n")  ]\n}\n"
        .utf8)
  }
}
