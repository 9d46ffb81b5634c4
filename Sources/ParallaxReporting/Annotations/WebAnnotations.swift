import ParallaxCore
import ParallaxScoring

/// Findings as W3C Web Annotations (JSON-LD): one collection per article, an annotation per finding.
///
/// Each target has two selectors: a `TextPositionSelector`, in Unicode code points of the article's plain text, and
/// a `TextQuoteSelector` with the words around, which still finds its place when the text has changed a little. The
/// plain text is named by its hash (RFC 6920); where it came from stands in `via`.
///
/// - SeeAlso: W3C, *Web Annotation Data Model*, 2017, 4.2.4 and 4.2.5.
public enum WebAnnotations {
  /// Code points of context on either side.
  static let context = 32

  /// The collection of an article.
  ///
  /// - Complexity: O(text + findings · log n).
  public static func bytes(_ analysis: Analysis) -> [UInt8] {
    let writer = Writer(analysis)
    var json = JSONWriter(capacity: analysis.findings.count * 800 + 1024)
    json.object { json in
      json.field("@context", "http://www.w3.org/ns/anno.jsonld")
      json.field("id", writer.identifier("collection"))
      json.field("type", "AnnotationCollection")
      json.field("label", "Findings in \(analysis.article.id)")
      json.field("total", analysis.findings.count)
      json.object("first") { json in
        json.field("id", writer.identifier("page"))
        json.field("type", "AnnotationPage")
        json.field("startIndex", 0)
        json.array("items") { json in
          for (number, finding) in analysis.findings.enumerated() { writer.write(finding, number, to: &json) }
        }
      }
    }
    return json.bytes
  }

  private struct Writer {
    let article: Article
    let index: CodePointIndex
    let hash: String

    init(_ analysis: Analysis) {
      article = analysis.article
      index = CodePointIndex(article.text)
      hash = SHA256.hexadecimal(of: article.text)
    }

    /// A UUID of version 8 (RFC 9562) made of the text and a name, so that the same finding keeps its identifier.
    func identifier(_ name: String) -> String {
      let digest = Array(SHA256.hexadecimal(of: Array((hash + " " + name).utf8)))
      let variant = Array("89ab")[(digest[16].hexDigitValue ?? 0) & 3]
      let parts = [
        String(digest[0..<8]), String(digest[8..<12]), "8" + String(digest[13..<16]),
        String(variant) + String(digest[17..<20]), String(digest[20..<32]),
      ]
      return "urn:uuid:" + parts.joined(separator: "-")
    }

    func write(_ finding: Finding, _ number: Int, to json: inout JSONWriter) {
      let start = index.codePoint(at: finding.span.start)
      let end = index.codePoint(at: finding.span.end)
      json.object { json in
        json.field("id", identifier("\(number) \(start) \(end) \(finding.entry.lexicon) \(finding.entry.id)"))
        json.field("type", "Annotation")
        json.field("motivation", "tagging")
        json.object("generator") { json in
          json.field("type", "Software")
          json.field("name", "\(ParallaxVersion.name) \(ParallaxVersion.current)")
        }
        json.array("body") { json in
          Self.body("tagging", finding.entry.category.name, to: &json)
          Self.body("describing", Self.description(finding), to: &json)
        }
        json.object("target") { json in
          source(to: &json)
          json.array("selector") { json in
            json.object { json in
              json.field("type", "TextPositionSelector")
              json.field("start", start)
              json.field("end", end)
            }
            json.object { json in
              json.field("type", "TextQuoteSelector")
              json.field("exact", text(finding.span.start, finding.span.end))
              json.field("prefix", text(index.byte(atCodePoint: max(0, start - context)), finding.span.start))
              json.field("suffix", text(finding.span.end, index.byte(atCodePoint: end + context)))
            }
          }
        }
      }
    }

    private func source(to json: inout JSONWriter) {
      json.object("source") { json in
        json.field("id", "ni:///sha-256;" + Self.base64(ofHexadecimal: hash))
        json.field("type", "Text")
        json.field("format", "text/plain")
        if let language = article.metadata.language { json.field("language", language) }
        let origin = article.metadata.source
        if origin.hasPrefix("http://") || origin.hasPrefix("https://") { json.field("via", origin) }
      }
    }

    private func text(_ start: Int, _ end: Int) -> String {
      String(decoding: article.text[start..<max(start, end)], as: UTF8.self)
    }

    private static func body(_ purpose: String, _ value: String, to json: inout JSONWriter) {
      json.object { json in
        json.field("type", "TextualBody")
        json.field("purpose", purpose)
        json.field("value", value)
        json.field("format", "text/plain")
      }
    }

    private static func description(_ finding: Finding) -> String { FindingNote.text(finding) }

    /// Base64 for URLs, without padding, of a hexadecimal digest.
    private static func base64(ofHexadecimal hash: String) -> String {
      let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
      var text = ""
      var value = 0
      var bits = 0
      for digit in hash {
        value = value << 4 | (digit.hexDigitValue ?? 0)
        bits += 4
        if bits >= 6 {
          bits -= 6
          text.append(alphabet[value >> bits & 63])
          value &= 1 << bits - 1
        }
      }
      if bits > 0 { text.append(alphabet[value << (6 - bits) & 63]) }
      return text
    }
  }
}

/// What a finding is, in a line for people.
enum FindingNote {
  /// `disclaimer; entry ymmv of hedge; weight 0.6; author; your mileage may vary`
  static func text(_ finding: Finding) -> String {
    var parts: [String] = []
    if !finding.entry.subcategory.isEmpty { parts.append(finding.entry.subcategory) }
    parts.append("entry \(finding.entry.id) of \(finding.entry.lexicon)")
    parts.append("weight \(ReportFormat.fixed(finding.effectiveWeight, decimals: 2))")
    parts.append(finding.voice.rawValue)
    if finding.polarity != .neutral { parts.append(finding.polarity.rawValue) }
    if finding.negated { parts.append("negated") }
    if let neutral = finding.entry.neutral { parts.append("neutral: \(neutral)") }
    if let note = finding.entry.note { parts.append(note) }
    return parts.joined(separator: "; ")
  }
}
