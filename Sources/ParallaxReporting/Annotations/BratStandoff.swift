import ParallaxCore
import ParallaxScoring

/// Findings as brat stand-off: `T1⇥hedge 812 816⇥YMMV`, with attributes and notes.
///
/// Offsets are Unicode code points of the text file beside it, half open, as brat's server counts them; its browser
/// client miscounts behind characters outside the Basic Multilingual Plane (brat issue 1115). A line end inside a
/// span becomes a blank. Names keep letters, digits, `-` and `_`, which is all that brat allows.
public enum BratStandoff {
  /// The annotations of an article.
  public static func bytes(_ analysis: Analysis) -> [UInt8] {
    let index = CodePointIndex(analysis.article.text)
    var text = ""
    var attribute = 0
    for (number, finding) in analysis.findings.enumerated() {
      let id = "T\(number + 1)"
      let words = String(
        analysis.article.string(finding.span).unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
      let (start, end) = (index.codePoint(at: finding.span.start), index.codePoint(at: finding.span.end))
      text += "\(id)\t\(name(finding.entry.category.name)) \(start) \(end)\t\(words)\n"
      var attributes = [("Voice", finding.voice.rawValue), ("Polarity", finding.polarity.rawValue)]
      if !finding.entry.subcategory.isEmpty {
        attributes.append(("Subcategory", name(finding.entry.subcategory)))
      }
      for (key, value) in attributes {
        attribute += 1
        text += "A\(attribute)\t\(key) \(id) \(value)\n"
      }
      if finding.negated {
        attribute += 1
        text += "A\(attribute)\tNegated \(id)\n"
      }
      let note = String(FindingNote.text(finding).map { $0.isNewline || $0 == "\t" ? " " : $0 })
      text += "#\(number + 1)\tAnnotatorNotes \(id)\t\(note)\n"
    }
    return Array(text.utf8)
  }

  /// `annotation.conf`, which brat reads from the folder of the texts.
  ///
  /// - Parameter kinds: Categories, and categories with a subcategory behind a stop (`Analyzer.kinds`).
  public static func configuration(kinds: [String]) -> [UInt8] {
    func values(_ names: [String]) -> String { Set(names.map(name)).sorted().joined(separator: "|") }
    // A kind that goes on behind a stop where another ends is that one's subcategory.
    let categories = kinds.filter { kind in
      guard let stop = kind.lastIndex(of: ".") else { return true }
      return kind.hasSuffix(".") ? false : !kinds.contains(String(kind[..<stop]))
    }
    let subcategories = kinds.compactMap { kind -> String? in
      guard let category = categories.first(where: { kind.hasPrefix($0 + ".") }) else { return nil }
      let rest = String(kind.dropFirst(category.count + 1))
      return rest.isEmpty ? nil : rest
    }
    var text = "[entities]\n"
    for category in Set(categories.map(name)).sorted() { text += category + "\n" }
    text += "[relations]\n[events]\n[attributes]\n"
    text += "Voice\tArg:<ENTITY>, Value:\(values(Voice.allCases.map(\.rawValue)))\n"
    text += "Polarity\tArg:<ENTITY>, Value:\(values(Polarity.allCases.map(\.rawValue)))\n"
    if !subcategories.isEmpty { text += "Subcategory\tArg:<ENTITY>, Value:\(values(subcategories))\n" }
    text += "Negated\tArg:<ENTITY>\n"
    return Array(text.utf8)
  }

  /// A name that brat takes.
  static func name(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar || scalar == "-")
      return isKept ? Character(scalar) : "_"
    }
    return kept.isEmpty ? "any" : String(kept)
  }
}
