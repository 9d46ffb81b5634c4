/// Names events by their most characteristic words, and says which words tie an article to its event.
struct EventNaming {
  /// One per event; no two are the same.
  private(set) var names: [String] = []
  private let forms: [String]

  /// Words of a name.
  static let nameLength = 3
  /// Words that tie an article to its event.
  static let tieLength = 5

  /// - Parameter sums: The sum of the vectors of each event's articles.
  init(_ space: TermVectors, events: [[Int]], sums: [TermVector]) {
    forms = space.forms
    var used: [String: Int] = [:]
    for sum in sums {
      let words = heaviest(sum, count: Self.nameLength)
      var name = words.isEmpty ? "no words" : words.joined(separator: ", ")
      let times = used[name, default: 0] + 1
      used[name] = times
      if times > 1 { name += " (\(times))" }
      names.append(name)
    }
  }

  /// Words that weigh most in an article and its event together.
  func ties(of vector: TermVector, to sum: TermVector, isAlone: Bool) -> [String] {
    guard !isAlone else { return heaviest(vector, count: Self.tieLength) }
    var shared = vector
    for place in shared.terms.indices {
      let own = vector.weights[place]
      shared.weights[place] = own * max(0, sum.weight(of: vector.terms[place]) - own)
    }
    return heaviest(shared, count: Self.tieLength)
  }

  /// The terms that weigh most, none of them part of one before it.
  private func heaviest(_ vector: TermVector, count: Int) -> [String] {
    // A whole name says more than its parts, which weigh as much.
    let order = vector.terms.indices.filter { vector.weights[$0] > 0 }.sorted {
      (vector.weights[$1], vector.terms[$0]) < (vector.weights[$0], vector.terms[$1])
    }.prefix(count * 6)
    var chosen: [(form: String, words: Set<Substring>)] = []
    for place in order {
      let form = forms[Int(vector.terms[place])]
      let words = Set(form.lowercased().split(separator: " "))
      if chosen.contains(where: { !$0.words.isDisjoint(with: words) && $0.words.isSuperset(of: words) }) {
        continue
      }
      if let part = chosen.firstIndex(where: { $0.words.isSubset(of: words) }) {
        chosen[part] = (form, words)
      } else if chosen.count < count {
        chosen.append((form, words))
      }
    }
    return chosen.map(\.form)
  }
}
