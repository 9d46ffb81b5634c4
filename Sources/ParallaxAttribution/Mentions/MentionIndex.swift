import ParallaxCore

/// Everyone and everything that an article names, and where.
package struct MentionIndex: Sendable {
  /// Somebody or something named.
  package struct Entity: Sendable {
    /// The fullest name, as tokens.
    package var name: Range<Int>
    /// A person's name, by a first name or a title.
    package var isPerson: Bool
    /// Numbers of its mentions, in order.
    package var mentions: [Int] = []
    /// Mentions by name.
    package var named = 0
  }

  /// A place that means an entity.
  package struct Mention: Sendable {
    /// The words, with titles before a name; for *his* the pronoun alone.
    package var tokens: Range<Int>
    /// Number of the entity.
    package var entity: Int
    /// Index of the sentence.
    package var sentence: Int
    /// Given by name rather than by *she* or *the mayor*.
    package var isName: Bool
    /// The titles before the name, as tokens; empty when there are none.
    package var title: Range<Int>
  }

  /// In order of their first mention.
  package var entities: [Entity] = []
  /// In order of place; they do not overlap.
  package var mentions: [Mention] = []
  /// Numbers of entities by the hash of each name they go by.
  var byName: [UInt64: Int] = [:]
  /// Entities whose names of several words end in a word, by the hash of that word alone, at most eight.
  var byLastWord: [UInt64: [Int]] = [:]

  /// The entity that goes by a name, in any case; nil when none does.
  package func entity(named name: String) -> Int? {
    var hash = Vocabulary.hashSeed
    for word in name.split(whereSeparator: \.isWhitespace) {
      for byte in word.utf8 { hash = Vocabulary.extend(hash, by: byte &- 65 < 26 ? byte | 32 : byte) }
      hash = Vocabulary.extend(hash, by: 0x20)
    }
    return byName[Vocabulary.finish(hash)]
  }
}
