/// Puts together the places of one passage in all articles that hold it, from what articles share in pairs.
struct PassageGroups {
  /// A place: words of an article.
  struct Place: Hashable {
    var article: Int
    var words: Range<Int>
  }

  /// A passage.
  struct Group {
    /// In order of article and place.
    var places: [Place]
    /// Words that are equal in pairs of articles, and words of these pairs.
    var same: Int
    var compared: Int
  }

  /// How much of two stretches of one article must be common to both for them to be one place.
  static let leastOverlap = 0.6
  /// How many open stretches of an article a new one is compared with.
  private static let mostOpen = 16

  /// Passages in order of their first place.
  ///
  /// - Parameter pairs: Stretches of two articles that hold the same words, with the number of equal words.
  /// - Complexity: O(n log n) in the pairs.
  static func groups(_ pairs: [(first: Place, second: Place, same: Int)]) -> [Group] {
    var places = Array(Set(pairs.flatMap { [$0.first, $0.second] }))
    places.sort {
      ($0.article, $0.words.lowerBound, $0.words.upperBound)
        < ($1.article, $1.words.lowerBound, $1.words.upperBound)
    }
    var numbers: [Place: Int] = [:]
    for (number, place) in places.enumerated() { numbers[place] = number }
    var parents = Array(places.indices)
    func root(_ number: Int) -> Int {
      var number = number
      while parents[number] != number {
        parents[number] = parents[parents[number]]
        number = parents[number]
      }
      return number
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      if a != b { parents[max(a, b)] = min(a, b) }
    }
    var open: [Int] = []
    for number in places.indices {
      open.removeAll {
        places[$0].article != places[number].article
          || places[$0].words.upperBound <= places[number].words.lowerBound
      }
      if let same = open.last(where: { overlap(places[$0].words, places[number].words) >= leastOverlap }) {
        join(same, number)
      } else {
        if open.count == mostOpen { open.removeFirst() }
        open.append(number)
      }
    }
    for pair in pairs {
      if let first = numbers[pair.first], let second = numbers[pair.second] { join(first, second) }
    }
    var groups: [Group] = []
    var groupOfRoot: [Int: Int] = [:]
    for number in places.indices {
      let root = root(number)
      guard let group = groupOfRoot[root] else {
        groupOfRoot[root] = groups.count
        groups.append(Group(places: [places[number]], same: 0, compared: 0))
        continue
      }
      let last = groups[group].places[groups[group].places.count - 1]
      if last.article == places[number].article, last.words.upperBound > places[number].words.lowerBound {
        groups[group].places[groups[group].places.count - 1].words =
          last.words.lowerBound..<max(last.words.upperBound, places[number].words.upperBound)
      } else {
        groups[group].places.append(places[number])
      }
    }
    for pair in pairs {
      guard let number = numbers[pair.first], let group = groupOfRoot[root(number)] else { continue }
      groups[group].same += pair.same
      groups[group].compared += max(pair.first.words.count, pair.second.words.count)
    }
    return groups
  }

  /// Words of both ÷ words of either.
  private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let common = a.clamped(to: b).count
    return Double(common) / Double(a.count + b.count - common)
  }
}
