import ParallaxCore
import ParallaxScoring

/// Findings as WebAnno TSV 3.3, which INCEpTION and WebAnno read.
///
///     #FORMAT=WebAnno TSV 3.3
///     #T_SP=webanno.custom.Framing|category|subcategory|polarity|voice|weight|entry
///
///
///     #Text=Perhaps it rains.
///     1-1⇥0-7⇥Perhaps⇥hedge⇥shield⇥neutral⇥author⇥0.3⇥perhaps⇥
///
/// Offsets count UTF-16 code units, as the format's guide says; the file itself is UTF-8. A finding of several
/// tokens, or one that shares a token with another, has a number in brackets in every row. The text between
/// sentences has no place in the format: readers fill it with blanks after the offsets. The project must have a
/// span layer `Framing` with these features as strings.
public enum WebAnnoTSV {
  /// The layer and its features.
  static let layer = "webanno.custom.Framing"
  /// The features, each a column.
  static let features = ["category", "subcategory", "polarity", "voice", "weight", "entry"]

  /// The document of an article.
  ///
  /// - Complexity: O(text + findings · (log n + tokens of a finding)).
  public static func bytes(_ analysis: Analysis) -> [UInt8] {
    let segmented = analysis.voiced.segmented
    let text = analysis.article.text
    let rows = Rows(analysis)
    var offsets = UTF16Offsets(text)
    var out = Array("#FORMAT=WebAnno TSV 3.3\n#T_SP=\(([layer] + features).joined(separator: "|"))\n\n".utf8)
    var number = 0
    for sentence in segmented.sentences where !sentence.tokens.isEmpty {
      number += 1
      let first = Int(segmented.tokens[sentence.tokens.lowerBound].start)
      let last = Int(segmented.tokens[sentence.tokens.upperBound - 1].end)
      out.append(0x0A)
      for line in text[first..<last].split(separator: 0x0A, omittingEmptySubsequences: false) {
        out += Array("#Text=".utf8)
        appendText(line, to: &out)
        out.append(0x0A)
      }
      for token in sentence.tokens {
        let (start, end) = (Int(segmented.tokens[token].start), Int(segmented.tokens[token].end))
        let place =
          "\(number)-\(token - sentence.tokens.lowerBound + 1)\t\(offsets.offset(start))-\(offsets.offset(end))\t"
        out += Array(place.utf8)
        appendText(text[start..<end], to: &out)
        out += Array("\t\(rows.columns(of: token))\t\n".utf8)
      }
    }
    return out
  }

  /// Text with backslash and control characters escaped.
  private static func appendText(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x09: out += Array("\\t".utf8)
      case 0x0A: out += Array("\\n".utf8)
      case 0x0D: out += Array("\\r".utf8)
      case 0x0C: out += Array("\\f".utf8)
      case 0x08: out += Array("\\b".utf8)
      case 0x5C: out += Array("\\\\".utf8)
      case 0..<0x20: out += [0x5C, byte]
      default: out.append(byte)
      }
    }
  }

  /// A feature's value with the reserved characters escaped; `*` for none.
  static func value(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "*" }
    var escaped = ""
    var previous: Character = " "
    for character in text {
      switch character {
      case "\\", "[", "]", "|", "_", ";", "*": escaped += "\\" + String(character)
      case ">" where previous == "-":
        escaped.removeLast()
        escaped += "\\->"
      case "\t": escaped += "\\t"
      case _ where character.isNewline: escaped += "\\n"
      default: escaped.append(character)
      }
      previous = character
    }
    return escaped
  }

  /// The columns of each token.
  private struct Rows {
    private let findings: [Finding]
    /// Findings of each token, in order.
    private var byToken: [Int: [Int]] = [:]
    /// Numbers in brackets, 0 for none.
    private var numbers: [Int]

    init(_ analysis: Analysis) {
      findings = analysis.findings
      numbers = Array(repeating: 0, count: findings.count)
      let tokens = analysis.voiced.segmented.tokens
      var isShared = Array(repeating: false, count: findings.count)
      for (index, finding) in findings.enumerated() {
        // Findings begin and end with tokens; one that did not would be widened to them.
        var token = Self.firstToken(endingAfter: finding.span.start, tokens)
        let first = token
        while token < tokens.count, Int(tokens[token].start) < finding.span.end {
          for other in byToken[token] ?? [] {
            isShared[other] = true
            isShared[index] = true
          }
          byToken[token, default: []].append(index)
          token += 1
        }
        if token - first > 1 { isShared[index] = true }
      }
      var last = 0
      for index in findings.indices where isShared[index] {
        last += 1
        numbers[index] = last
      }
    }

    private static func firstToken(endingAfter byte: Int, _ tokens: [Token]) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(tokens[middle].end) <= byte { low = middle + 1 } else { high = middle }
      }
      return low
    }

    /// The values of all features, stacked where several findings hold the token.
    func columns(of token: Int) -> String {
      guard let held = byToken[token] else {
        return Array(repeating: "_", count: features.count).joined(separator: "\t")
      }
      let stacks = held.map { index -> [String] in
        let finding = findings[index]
        let mark = numbers[index] > 0 ? "[\(numbers[index])]" : ""
        let values = [
          finding.entry.category.name, finding.entry.subcategory, finding.polarity.rawValue,
          finding.voice.rawValue,
          ReportFormat.fixed(finding.effectiveWeight, decimals: 2), finding.entry.id,
        ]
        return values.map { value($0) + mark }
      }
      return features.indices.map { column in stacks.map { $0[column] }.joined(separator: "|") }
        .joined(separator: "\t")
    }
  }
}

/// Counts UTF-16 code units before bytes that are asked for in rising order.
struct UTF16Offsets {
  private let text: [UInt8]
  private var byte = 0
  private var units = 0

  init(_ text: [UInt8]) { self.text = text }

  /// Code units before a byte.
  ///
  /// - Complexity: O(distance to the last one asked for).
  mutating func offset(_ target: Int) -> Int {
    if target < byte { (byte, units) = (0, 0) }
    while byte < min(target, text.count) {
      // Four bytes of UTF-8 are two code units, counted at the first of them.
      if text[byte] & 0xC0 != 0x80 { units += text[byte] >= 0xF0 ? 2 : 1 }
      byte += 1
    }
    return units
  }
}
