/// Which outlets a speaker's name may stand for, looked up once for each name.
struct OutletsBySpeaker {
  private let names: [String]
  private var known: [String: [Int]] = [:]

  init(names: [String]) { self.names = names.map { $0.lowercased() } }

  /// Numbers of the outlets whose name holds the speaker's, or is held by it.
  mutating func outlets(_ speaker: String) -> [Int] {
    if let outlets = known[speaker] { return outlets }
    let name = speaker.lowercased()
    let outlets = names.indices.filter { names[$0].contains(name) || name.contains(names[$0]) }
    known[speaker] = outlets
    return outlets
  }
}
