import ParallaxAttribution
import ParallaxCore
import ParallaxLexicon
import ParallaxMatching
import ParallaxSegmentation

/// The stages of the pipeline that know words, and the vocabulary they share.
///
/// Made of lexicons, or of an image of the built-in ones: the tables that making them of lexicons gives, as
/// flat bytes that are used where they lie. What stays out of it is made as always: the segmenter's and the
/// matcher's own short word lists, which find their words in the image, and each entry's text and guards, read
/// when first found.
package struct Stages: Sendable {
  /// What results say of the lexicons, sorted by name.
  let lexicons: [LexiconInfo]
  package let vocabulary: Vocabulary
  package let segmenter: Segmenter
  package let attributor: Attributor
  package let matcher: Matcher

  /// Raised whenever images of old would be misread.
  private static let imageFormat: UInt64 = 3

  /// Compiles lexicons, sorted by name.
  init(_ lexicons: [Lexicon], _ options: MatchingOptions) {
    var words = VocabularyBuilder()
    segmenter = Segmenter(words: &words)
    attributor = Attributor(words: &words)
    matcher = Matcher(lexicons: lexicons, words: &words, options: options)
    vocabulary = words.build()
    self.lexicons = lexicons.map(\.info)
  }

  /// Takes compiled lexicons from an image; nil when it is none, or not of this program and its lexicons.
  ///
  /// - Parameter bytes: Must outlive the stages.
  init?(image bytes: UnsafeRawBufferPointer, _ options: MatchingOptions) {
    guard !bytes.isEmpty, var image = ImageReader(bytes, key: Self.imageKey),
      let infos = Self.readInfos(&image),
      let vocabulary = Vocabulary(&image), let reader = EntryReader(&image)
    else { return nil }
    var words = VocabularyBuilder(extending: vocabulary)
    segmenter = Segmenter(words: &words)
    guard let attributor = Attributor(&image),
      let matcher = Matcher(
        &image, reader: reader, vocabulary: vocabulary, words: &words, options: options)
    else { return nil }
    // A stage knows a word that it did not know when the image was made.
    if words.hasNewWords { return nil }
    self.attributor = attributor
    self.matcher = matcher
    self.vocabulary = vocabulary
    lexicons = infos
  }

  /// The image of built-in lexicons, sorted by name. The same lexicons give the same bytes.
  static func image(of lexicons: [Lexicon]) -> [UInt8] {
    let stages = Stages(lexicons, .init())
    var image = ImageWriter()
    writeInfos(stages.lexicons, to: &image)
    stages.vocabulary.write(to: &image)
    EntryReader.write(lexicons, to: &image)
    stages.attributor.write(to: &image)
    stages.matcher.write(to: &image)
    return image.image(key: imageKey)
  }

  /// What an image must have been made of to be used.
  private static var imageKey: UInt64 {
    var key = Fingerprint()
    key.add(BuiltInLexicons.fingerprint)
    key.add(Attributor.fingerprint)
    key.add(imageFormat)
    for byte in ParallaxVersion.current.utf8 { key.add(UInt64(byte)) }
    return key.value
  }

  // MARK: Information on lexicons in images

  private static func writeInfos(_ infos: [LexiconInfo], to image: inout ImageWriter) {
    image.append(
      strings: infos.flatMap { [$0.name, $0.version, $0.language, $0.sha256, $0.title, $0.license] })
    image.append(infos.map { UInt64($0.entries) })
  }

  private static func readInfos(_ image: inout ImageReader) -> [LexiconInfo]? {
    guard let texts = image.readStrings(), let counts = image.read(UInt64.self),
      texts.count == counts.count * 6
    else { return nil }
    return counts.buffer.enumerated().map { index, count in
      let first = index * 6
      return LexiconInfo(
        name: texts[first], version: texts[first + 1], language: texts[first + 2],
        entries: Int(truncatingIfNeeded: count), sha256: texts[first + 3], title: texts[first + 4],
        license: texts[first + 5])
    }
  }
}
