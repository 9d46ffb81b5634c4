internal import CLexiconData
import ParallaxCore
import ParallaxLexicon

/// Entries of the built-in lexicons, each read when a text first holds it, for all threads.
final class LazyEntries: @unchecked Sendable {
  // Sendable although `made` changes: each of its places is set once, by `parallax_publish`.

  /// What is read of an entry; shared by pointer.
  final class Parts: Sendable {
    /// What findings keep of it.
    let info: EntryInfo
    /// Its guards; without conditions where it has none.
    let guards: CompiledGuards
    /// Words that its form writes with a capital, sorted.
    let capitals: [WordID]

    init(_ entry: Entry, words: inout VocabularyBuilder) {
      info = entry.info
      guards = CompiledGuards(entry.guards, words: &words)
      capitals = MatcherCompiler.capitals(of: entry, words: &words)
    }
  }

  /// Number of entries.
  let count: Int

  private let reader: EntryReader
  private let vocabulary: Vocabulary
  private let made: UnsafeMutablePointer<UnsafeRawPointer?>

  /// - Parameter vocabulary: A vocabulary that knows all words of the entries.
  init(reader: EntryReader, vocabulary: Vocabulary) {
    count = reader.count
    self.reader = reader
    self.vocabulary = vocabulary
    made = .allocate(capacity: max(1, count))
    made.initialize(repeating: nil, count: max(1, count))
  }

  deinit {
    for number in 0..<count {
      if let pointer = made[number] { Unmanaged<Parts>.fromOpaque(pointer).release() }
    }
    made.deallocate()
  }

  /// The entry of a number.
  subscript(number: Int) -> Parts {
    if let pointer = parallax_published(made + number) {
      return Unmanaged<Parts>.fromOpaque(pointer).takeUnretainedValue()
    }
    return make(number)
  }

  /// Makes an entry, unless another thread is faster.
  private func make(_ number: Int) -> Parts {
    var words = VocabularyBuilder(extending: vocabulary)
    // The line was read when the image was made, so it can be read again.
    let entry = reader.entry(number) ?? Self.nothing
    let mine = Unmanaged.passRetained(Parts(entry, words: &words))
    let kept = parallax_publish(made + number, mine.toOpaque())
    if kept != UnsafeRawPointer(mine.toOpaque()) { mine.release() }
    return Unmanaged<Parts>.fromOpaque(kept).takeUnretainedValue()
  }

  private static let nothing = Entry(
    info: EntryInfo(
      lexicon: "", id: "", form: "", category: .hedge, subcategory: "", weight: 0, polarity: .neutral),
    pattern: Pattern(paths: []))
}
