import ParallaxCore
import ParallaxScoring

/// Whom the articles of a comparison name, as sources and as targets, joined across articles.
public struct NameIndex: Sendable {
  /// The entities, in order of first occurrence.
  public let entities: [NamedEntity]
  private var sourceOwners: [[Int]]
  private var targetOwners: [[Int]]

  /// The entity behind a source of an article.
  public func entity(ofSource source: Int, in article: Int) -> Int { sourceOwners[article][source] }

  /// The entity behind a target of an article.
  public func entity(ofTarget target: Int, in article: Int) -> Int { targetOwners[article][target] }

  /// Joins the sources and targets of all articles that are compared.
  ///
  /// - Complexity: O(n) in the words of all articles, and in names.
  public init(_ comparison: OutletComparison, aliases: Aliases = Aliases()) {
    var occurrences: [NameJoiner.Occurrence] = []
    let compared = comparison.outlets.flatMap(\.articles).sorted()
    sourceOwners = Array(repeating: [], count: comparison.analyses.count)
    targetOwners = sourceOwners
    for article in compared {
      let analysis = comparison.analyses[article]
      for source in analysis.voiced.sources {
        occurrences.append(.init(text: Self.flat(source.name), article: article, weight: source.words))
      }
      for target in analysis.targets {
        occurrences.append(
          .init(text: Self.flat(target.name), article: article, weight: target.mentions.count))
      }
    }
    let heads = NameHeads.read(
      compared.map { comparison.analyses[$0].voiced.segmented },
      names: Set(occurrences.map { NameParts($0.text).key }.filter { !$0.isEmpty }))
    let joined = NameJoiner.join(occurrences, aliases: aliases, heads: heads)
    entities = joined.entities
    var next = 0
    for article in compared {
      let sources = comparison.analyses[article].voiced.sources.count
      sourceOwners[article] = Array(joined.owners[next..<next + sources])
      next += sources
      let targets = comparison.analyses[article].targets.count
      targetOwners[article] = Array(joined.owners[next..<next + targets])
      next += targets
    }
  }

  private static func flat(_ name: String) -> String {
    let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? "somebody unnamed" : text
  }
}

/// Finds the nouns that stand beside names: *premier Helene Marrow*, *Petra Hollis, the chief executive of …*
enum NameHeads {
  /// The nouns beside each name, by the name's words in lower case.
  static func read(_ articles: [SegmentedArticle], names: Set<[String]>) -> [[String]: Set<String>] {
    let longest = min(names.map(\.count).max() ?? 0, 8)
    let firsts = Set(names.compactMap(\.first))
    var heads: [[String]: Set<String>] = [:]
    guard longest > 0 else { return heads }
    for article in articles {
      for sentence in article.sentences {
        let tokens = sentence.tokens.filter { article.tokens[$0].kind != .clitic }
        let words = tokens.map { article.string(article.tokens[$0]).lowercased() }
        var index = 0
        while index < words.count {
          guard article.tokens[tokens[index]].shape.contains(.capitalized), firsts.contains(words[index]),
            let length = (1...longest).reversed().first(where: {
              index + $0 <= words.count && names.contains(Array(words[index..<index + $0]))
            })
          else {
            index += 1
            continue
          }
          let name = Array(words[index..<index + length])
          if let head = before(index, words) { heads[name, default: []].insert(head) }
          if let head = after(index + length, words) { heads[name, default: []].insert(head) }
          index += length
        }
      }
    }
    return heads
  }

  /// *premier* in *the premier Helene Marrow*, and in *the premier, Helene Marrow,*.
  private static func before(_ name: Int, _ words: [String]) -> String? {
    guard name > 0 else { return nil }
    let word = words[name - 1] == "," && name > 1 ? words[name - 2] : words[name - 1]
    return isNoun(word) ? word : nil
  }

  /// *executive* in *Petra Hollis, the chief executive of Straitline*.
  private static func after(_ comma: Int, _ words: [String]) -> String? {
    guard comma + 2 < words.count, words[comma] == ",",
      NameParts.definite.contains(words[comma + 1]) || NameParts.indefinite.contains(words[comma + 1])
    else { return nil }
    let phrase = words[(comma + 2)...].prefix { isNoun($0) }
    return phrase.count <= 6 ? phrase.last : nil
  }

  private static func isNoun(_ word: String) -> Bool {
    word.first?.isLetter == true && !FunctionWords.contains(word) && !NameParts.prepositions.contains(word)
  }
}
