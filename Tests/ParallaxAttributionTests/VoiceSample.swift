import ParallaxAttribution
import ParallaxCore
import ParallaxSegmentation

/// Attributes texts and shows the voices as marks in the text.
///
/// `{D Ana Vale|“We won,”}` is direct speech of Ana Vale, `I` indirect, `E` an excerpt; a speaker who is not
/// known is left out (`{D|…}`). What stands outside braces is the author's.
struct VoiceSample {
  let voiced: VoicedArticle

  private struct Stages {
    let segmenter: Segmenter
    let attributor: Attributor
    let vocabulary: Vocabulary

    init() {
      var builder = VocabularyBuilder()
      segmenter = Segmenter(words: &builder)
      attributor = Attributor(words: &builder)
      vocabulary = builder.build()
    }
  }

  private static let stages = Stages()

  /// - Parameters:
  ///   - text: Paragraphs set apart by blank lines.
  ///   - roles: Roles of the first paragraphs; the others are `body`.
  init(_ text: String, roles: [Role] = [], via: String? = nil) {
    var bytes: [UInt8] = []
    var paragraphs: [Paragraph] = []
    var rest = text[...]
    while true {
      let end = rest.firstRange(of: "\n\n")?.lowerBound ?? rest.endIndex
      let part = rest[..<end]
      if !bytes.isEmpty { bytes += [10, 10] }
      let start = bytes.count
      bytes += Array(part.utf8)
      let role = paragraphs.count < roles.count ? roles[paragraphs.count] : .body
      paragraphs.append(
        Paragraph(role: role, span: TextSpan(start, bytes.count), via: role == .excerpt ? via : nil))
      guard end < rest.endIndex else { break }
      rest = rest[rest.index(end, offsetBy: 2)...]
    }
    let article = Article(
      id: "sample", metadata: Metadata(source: "sample", format: .text), text: bytes, paragraphs: paragraphs)
    let stages = Self.stages
    voiced = stages.attributor.attribute(
      stages.segmenter.segment(article, vocabulary: stages.vocabulary), vocabulary: stages.vocabulary)
  }

  /// The text with its voices marked.
  var marked: String {
    var result = ""
    var end = 0
    for segment in voiced.segments {
      result += voiced.article.string(TextSpan(end, segment.span.start))
      let text = voiced.article.string(segment.span)
      let letter =
        switch segment.voice {
        case .author: ""
        case .direct: "D"
        case .indirect: "I"
        case .excerpt: "E"
        }
      let name = (segment.voice == .excerpt ? segment.via : segment.speaker).map { " " + $0 } ?? ""
      result += letter.isEmpty ? text : "{\(letter)\(name)|\(text)}"
      end = segment.span.end
    }
    return result
  }

  /// A marked text without its marks.
  static func plain(_ marked: String) -> String {
    marked.replacing(#/\{[DIE][^|}]*\|/#, with: "").replacing("}", with: "")
  }

  /// The cue's and the source's words of each attribution, as `source/cue`.
  var reports: [String] {
    voiced.attributions.map { attribution in
      let source = attribution.source.map(voiced.article.string) ?? "-"
      let cue = attribution.cue.map(voiced.article.string) ?? "-"
      return source + "/" + cue
    }
  }
}
