import ParallaxCore
import ParallaxScoring

/// Findings as workflow commands of GitHub Actions: a line for each of the first ten of a level, since more are
/// not shown, and a notice that counts the rest.
public struct GitHubAnnotations {
  private let baseline: Baseline?
  private var shown = (warnings: 0, notices: 0)
  private var left = 0
  /// The most of one level that GitHub shows of a step.
  private static let limit = 10

  /// Annotations of what a baseline does not accept.
  public init(baseline: Baseline? = nil) { self.baseline = baseline }

  /// The lines of an article.
  public mutating func lines(_ analysis: Analysis, source: [UInt8]? = nil) -> String {
    var identity = FindingIdentity()
    var places = source.map(FilePlaces.init(source:))
    var text = ""
    for finding in analysis.findings {
      let fingerprint = identity.next(finding, in: analysis)
      let place = places?.place(
        of: finding.span, paragraph: analysis.article.paragraphs[finding.paragraph].span,
        in: analysis.article.text)
      guard baseline?.accepts(fingerprint) != true else { continue }
      let isWarning = FindingMessage.isWarning(finding)
      guard (isWarning ? shown.warnings : shown.notices) < Self.limit else {
        left += 1
        continue
      }
      if isWarning { shown.warnings += 1 } else { shown.notices += 1 }
      var properties = ["file=" + Self.property(analysis.article.metadata.source)]
      if let place {
        properties.append("line=\(place.startLine)")
        properties.append("endLine=\(place.endLine)")
        if place.startLine == place.endLine {
          properties.append("col=\(place.startColumn)")
          properties.append("endColumn=\(place.endColumn)")
        }
      }
      properties.append("title=" + Self.property(finding.entry.category.name))
      text += "::\(isWarning ? "warning" : "notice") \(properties.joined(separator: ","))::"
      text += Self.message(FindingMessage.text(finding, in: analysis)) + "\n"
    }
    return text
  }

  /// The last line, where findings were left out.
  public var end: String {
    left == 0
      ? ""
      : "::notice title=Parallax::\(ReportFormat.count(left, "more finding", "more findings")) not shown\n"
  }

  /// Text after the two colons.
  static func message(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }

  /// The value of a property.
  static func property(_ text: String) -> String {
    message(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
