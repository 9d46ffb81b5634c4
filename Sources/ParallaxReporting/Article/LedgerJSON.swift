import ParallaxCore
import ParallaxScoring

/// What a program needs to recompute the numbers of a report, without the text: `parallax.ledger/2`.
///
///     {"schema": "parallax.ledger/2", "id": "a1", "tool": {…}, "textSHA256": "…", "k": 20,
///      "categories": ["hedge", …],
///      "paragraphs": [["body", 40, 12, 0, 0], …],
///      "sentences": [[0, 21, 21], …],
///      "entries": [["hedge", "may", "may~v", "hedge", "shield", 0.3, false], …],
///      "findings": [[0, 3, 0, 0.3, 0, 812, 815], …]}
///
/// A paragraph is its role and its words by voice (author, direct, indirect, excerpt); a sentence its
/// paragraph and its words (the author's, all); an entry its lexicon, its identifier, its form (null where the
/// identifier is the form), category, subcategory, weight, and whether it has a plain word; a finding its paragraph, its sentence, its voice in the order
/// above, effective weight, entry, and its first and last code point in the text. All are numbered from 0.
/// `categories` are those that were looked for; without any, nothing was measured.
enum LedgerJSON {
  /// Name and number of the schema.
  static let schema = "parallax.ledger/2"

  /// The ledger of an analysis.
  ///
  /// - Complexity: O(paragraphs + sentences + findings).
  static func bytes(_ analysis: Analysis) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", schema)
      json.field("id", analysis.article.id)
      json.object("tool") { json in
        json.field("name", ParallaxVersion.name)
        json.field("version", ParallaxVersion.current)
      }
      json.field("textSHA256", SHA256.hexadecimal(of: analysis.article.text))
      json.field("k", FramingIndex.k)
      json.array("paragraphs") { json in
        for (paragraph, score) in zip(analysis.article.paragraphs, analysis.paragraphs) {
          json.array { json in
            json.value(paragraph.role.rawValue)
            for voice in Voice.allCases { json.value(score.voices[voice]) }
          }
        }
      }
      json.array("sentences") { json in
        for (sentence, score) in zip(analysis.voiced.segmented.sentences, analysis.sentences) {
          json.array { json in
            json.value(sentence.paragraph)
            json.value(score.authorWords)
            json.value(score.allWords)
          }
        }
      }
      json.array("categories") { json in
        for measure in analysis.measures { json.value(measure.category.name) }
      }
      var numbers: [String: Int] = [:]
      var entries: [EntryInfo] = []
      for finding in analysis.findings {
        let key = finding.entry.lexicon + "\u{0}" + finding.entry.id
        guard numbers[key] == nil else { continue }
        numbers[key] = entries.count
        entries.append(finding.entry)
      }
      json.array("entries") { json in
        for entry in entries {
          json.array { json in
            json.value(entry.lexicon)
            json.value(entry.id)
            if entry.form == entry.id { json.null() } else { json.value(entry.form) }
            json.value(entry.category.name)
            json.value(entry.subcategory)
            json.value(entry.weight)
            json.value(entry.neutral != nil)
          }
        }
      }
      let codePoints = CodePointIndex(analysis.article.text)
      json.array("findings") { json in
        for finding in analysis.findings {
          json.array { json in
            json.value(finding.paragraph)
            json.value(finding.sentence)
            json.value(Voice.allCases.firstIndex(of: finding.voice) ?? 0)
            json.value(JSONValue.number(finding.effectiveWeight))
            json.value(numbers[finding.entry.lexicon + "\u{0}" + finding.entry.id] ?? 0)
            json.value(codePoints.codePoint(at: finding.span.start))
            json.value(codePoints.codePoint(at: finding.span.end))
          }
        }
      }
    }
    return json.bytes
  }
}
