/// Finds stretches of text that articles of different outlets have in common.
///
/// Every run of four words is a key. Articles that hold the same key are laid side by side there, and the
/// stretch is extended with small edits bridged (`PassageMatch`). A key that many articles hold is compared
/// with the first of them alone, so that boilerplate of ten thousand articles costs no more than ten thousand
/// comparisons; who shares with whom follows from what they share with the first.
struct PassageFinder {
  /// Words of a key.
  static let keyLength = 4
  /// Articles that others are compared with, by key.
  static let mostHubs = 8
  /// Of these, articles of one outlet: another outlet's must have a place among them.
  static let mostHubsOfOutlet = 2
  /// Places of a key that are looked at in one article.
  static let mostPlaces = 4

  /// A stretch that two articles share.
  struct Link {
    var first: Int
    var second: Int
    var match: PassageMatch
  }

  private let sequences: [WordSequence]
  /// The outlet of each article, −1 for those left out.
  private let outlets: [Int]

  /// All stretches of four words and more, by pair of articles and place.
  ///
  /// - Complexity: O(n log n) in the words of all articles.
  static func links(_ sequences: [WordSequence], outlets: [Int]) -> [Link] {
    let finder = PassageFinder(sequences: sequences, outlets: outlets)
    return finder.links(finder.anchors(finder.keys()))
  }

  private init(sequences: [WordSequence], outlets: [Int]) {
    self.sequences = sequences
    self.outlets = outlets
  }

  /// A run of words and where it stands.
  private struct Key {
    var hash: UInt64
    var article: Int32
    var place: Int32
  }

  /// Keys that stand in two articles or more, those of one hash together, by article and place.
  private func keys() -> [Key] {
    var keys: [Key] = []
    for (article, sequence) in sequences.enumerated()
    where outlets[article] >= 0 && sequence.count >= Self.keyLength {
      for place in 0...sequence.count - Self.keyLength {
        var hash: UInt64 = 0
        for word in sequence.words[place..<place + Self.keyLength] {
          hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
          hash ^= hash >> 29
        }
        keys.append(Key(hash: hash, article: Int32(article), place: Int32(place)))
      }
    }
    keys.sort { ($0.hash, $0.article, $0.place) < ($1.hash, $1.article, $1.place) }
    return keys
  }

  /// Two places that hold the same key.
  private struct Anchor: Comparable {
    var first: Int32
    var second: Int32
    var firstPlace: Int32
    var secondPlace: Int32

    static func < (a: Anchor, b: Anchor) -> Bool {
      (a.first, a.second, a.secondPlace, a.firstPlace) < (b.first, b.second, b.secondPlace, b.firstPlace)
    }
  }

  private func anchors(_ keys: [Key]) -> [Anchor] {
    var anchors: [Anchor] = []
    var start = 0
    var hubs: [Key] = []
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if keys[start].article != keys[end - 1].article {
        hubs.removeAll(keepingCapacity: true)
        read(keys[start..<end], hubs: &hubs, into: &anchors)
      }
      start = end
    }
    anchors.sort()
    return anchors
  }

  /// Goes through the places of one key, article by article.
  private func read(_ places: ArraySlice<Key>, hubs: inout [Key], into anchors: inout [Anchor]) {
    var hubOutlets: [Int] = []
    var start = places.startIndex
    while start < places.endIndex {
      let article = places[start].article
      var end = start + 1
      while end < places.endIndex, places[end].article == article { end += 1 }
      let outlet = outlets[Int(article)]
      let own = places[start..<min(end, start + Self.mostPlaces)]
      for hub in hubs where outlets[Int(hub.article)] != outlet {
        for key in own {
          anchors.append(
            Anchor(first: hub.article, second: article, firstPlace: hub.place, secondPlace: key.place))
        }
      }
      if hubOutlets.count < Self.mostHubs, hubOutlets.count(where: { $0 == outlet }) < Self.mostHubsOfOutlet {
        hubOutlets.append(outlet)
        hubs += own
      }
      start = end
    }
  }

  private func links(_ anchors: [Anchor]) -> [Link] {
    var links: [Link] = []
    var start = 0
    while start < anchors.count {
      let (first, second) = (Int(anchors[start].first), Int(anchors[start].second))
      var end = start
      // Those of this pair that end furthest; a place inside one of them is known.
      var known: [PassageMatch] = []
      while end < anchors.count, anchors[end].first == first, anchors[end].second == second {
        let anchor = (first: Int(anchors[end].firstPlace), second: Int(anchors[end].secondPlace))
        known.removeAll { $0.second.upperBound <= anchor.second }
        if !known.contains(where: {
          $0.first.contains(anchor.first) && $0.second.contains(anchor.second)
        }) {
          let match = PassageMatch(sequences[first].words, sequences[second].words, at: anchor)
          known.append(match)
          links.append(Link(first: first, second: second, match: match))
        }
        end += 1
      }
      start = end
    }
    return links
  }
}
