import ParallaxCore
import ParallaxScoring

/// Findings as SARIF 2.1.0, for code-scanning tools and editors.
///
/// Rules are entries, in the order of their names; results are findings that count. A finding that a baseline
/// accepts is marked `unchanged` and suppressed, not left out, so that alerts do not come and go.
public struct SARIFLog {
  private var rules: [String: EntryInfo] = [:]
  private var results: [Result] = []
  private let baseline: Baseline?

  private struct Result {
    var rule: String
    var isWarning: Bool
    var message: String
    var uri: String
    var place: FilePlaces.Place?
    var fingerprint: String
    var isAccepted: Bool
    var voice: String
    var paragraph: Int
    var weight: Double
  }

  /// The most results that code scanning takes of one run.
  public static let resultLimit = 25_000

  /// Number of findings.
  public var count: Int { results.count }

  /// A log of nothing.
  public init(baseline: Baseline? = nil) { self.baseline = baseline }

  /// Adds an article's findings.
  ///
  /// - Parameter source: The file it was loaded from, where there is one, to find lines and columns in.
  public mutating func add(_ analysis: Analysis, source: [UInt8]? = nil) {
    var identity = FindingIdentity()
    var places = source.map(FilePlaces.init(source:))
    for finding in analysis.findings {
      let rule = finding.entry.lexicon + "/" + finding.entry.id
      rules[rule] = rules[rule] ?? finding.entry
      let fingerprint = identity.next(finding, in: analysis)
      results.append(
        Result(
          rule: rule, isWarning: FindingMessage.isWarning(finding),
          message: FindingMessage.text(finding, in: analysis),
          uri: Self.uri(analysis.article.metadata.source),
          place: places?.place(
            of: finding.span, paragraph: analysis.article.paragraphs[finding.paragraph].span,
            in: analysis.article.text),
          fingerprint: fingerprint, isAccepted: baseline?.accepts(fingerprint) == true,
          voice: finding.voice.rawValue, paragraph: finding.paragraph, weight: finding.effectiveWeight))
    }
  }

  /// The log as UTF-8 JSON.
  public var bytes: [UInt8] {
    let names = rules.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var json = JSONWriter(capacity: results.count * 600 + 4_096)
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.field("name", "Parallax")
              json.field("version", ParallaxVersion.current)
              json.field("semanticVersion", ParallaxVersion.current)
              json.array("rules") { json in
                for name in names { if let entry = rules[name] { Self.rule(name, entry, to: &json) } }
              }
            }
          }
          json.field("columnKind", "unicodeCodePoints")
          json.array("results") { json in
            for result in results { write(result, numbers[result.rule], to: &json) }
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func rule(_ name: String, _ entry: EntryInfo, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", name)
      json.object("shortDescription") {
        $0.field("text", "\(CategoryStyle.of(entry.category).label): \(entry.form)")
      }
      json.object("fullDescription") { $0.field("text", CategoryStyle.of(entry.category).definition) }
      json.object("defaultConfiguration") { $0.field("level", "note") }
      json.object("properties") { json in
        json.field("category", entry.category.name)
        json.array("tags") { json in
          json.value(entry.category.name)
          if !entry.subcategory.isEmpty { json.value(entry.category.name + "." + entry.subcategory) }
        }
      }
    }
  }

  private func write(_ result: Result, _ number: Int?, to json: inout JSONWriter) {
    json.object { json in
      json.field("ruleId", result.rule)
      json.field("ruleIndex", number)
      json.field("level", result.isWarning ? "warning" : "note")
      json.object("message") { $0.field("text", result.message) }
      json.array("locations") { json in
        json.object { json in
          json.object("physicalLocation") { json in
            json.object("artifactLocation") { $0.field("uri", result.uri) }
            if let place = result.place {
              json.object("region") { json in
                json.field("startLine", place.startLine)
                json.field("startColumn", place.startColumn)
                json.field("endLine", place.endLine)
                json.field("endColumn", place.endColumn)
              }
            }
          }
        }
      }
      json.object("partialFingerprints") { $0.field("parallaxFinding/v1", result.fingerprint) }
      if baseline != nil { json.field("baselineState", result.isAccepted ? "unchanged" : "new") }
      if result.isAccepted {
        json.array("suppressions") { json in
          json.object { json in
            json.field("kind", "external")
            json.field("status", "accepted")
          }
        }
      }
      json.object("properties") { json in
        json.field("voice", result.voice)
        json.field("paragraph", result.paragraph)
        json.field("effectiveWeight", result.weight)
      }
    }
  }

  /// A path or address as RFC 3986 wants it; what it may not hold is written `%XX`.
  static func uri(_ source: String) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@".utf8)
    let isAddress = source.hasPrefix("http://") || source.hasPrefix("https://")
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in source.utf8 {
      if allowed.contains(byte) || (isAddress && [0x3A, 0x3F, 0x23, 0x25].contains(byte)) {
        bytes.append(byte)
      } else {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
