import ParallaxCore
import ParallaxScoring

/// What a program needs to recompute the numbers of a report, without the text: `parallax.ledger/1`.
///
///     {"schema": "parallax.ledger/1", "id": "a1", "tool": {…}, "textSHA256": "…", "k": 20,
///      "paragraphs": [["body", 40, 12, 0, 0], …],
///      "sentences": [[0, 21, 21], …],
///      "findings": [[0, 3, "hedge", "shield", "author", 0.3], …]}
///
/// A paragraph is its role and its words by voice (author, direct, indirect, excerpt); a sentence its
/// paragraph and its words (the author's, all); a finding its paragraph, its sentence, category, subcategory,
/// voice and effective weight. Paragraphs and sentences are numbered from 0.
enum LedgerJSON {
  /// Name and number of the schema.
  static let schema = "parallax.ledger/1"

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
      json.array("findings") { json in
        for finding in analysis.findings {
          json.array { json in
            json.value(finding.paragraph)
            json.value(finding.sentence)
            json.value(finding.entry.category.name)
            json.value(finding.entry.subcategory)
            json.value(finding.voice.rawValue)
            json.value(finding.effectiveWeight)
          }
        }
      }
    }
    return json.bytes
  }
}
