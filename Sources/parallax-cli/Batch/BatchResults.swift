import ParallaxKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Inputs whose results are stored: safe to ask from any thread.
struct KnownInputs: Sendable {
  /// Where results are stored: number of the folder, and of the entry in it.
  fileprivate struct Place: Sendable {
    var folder: Int32
    var entry: Int32
  }

  fileprivate var places: [ContentKey: Place] = [:]

  /// Whether an input was analyzed before.
  func contains(_ key: ContentKey) -> Bool { places[key] != nil }

  /// Number of inputs.
  var count: Int { places.count }
}

/// The folder of a batch, filled in the order of the inputs.
///
/// As long as the inputs are those of the run before, its results stay where they are. At the first that differs
/// the old results are set aside and copied from, so that articles need not be analyzed again; the folder set
/// aside goes when the run is done.
final class BatchResults {
  /// Inputs that need not be analyzed.
  let known: KnownInputs
  /// How many inputs were found to be analyzed already.
  private(set) var kept = 0

  private let folder: String
  private let run: String
  private var stored: [StoredResults]
  /// How many of the results in place are those of this run's inputs; nil once they differ.
  private var prefix: Int?
  private var writer: ResultWriter?
  /// Held as long as the run goes on.
  private let lock: FileSink

  /// Opens a folder.
  ///
  /// - Parameters:
  ///   - run: What the results depend on beside the inputs.
  ///   - resumes: Whether results that are there are kept.
  init(folder: String, run: String, resumes: Bool) throws(Failure) {
    self.folder = folder
    self.run = run
    try Files.makeFolder(folder + "/" + Journal.folder)
    lock = try FileSink(appending: folder + "/" + Journal.folder + "/lock", lock: true)
    if !resumes { Self.clear(folder) }
    let current = StoredResults(folder: folder, run: run) ?? StoredResults(emptyFolder: folder)
    stored = [current]
    for aside in Self.setAside(in: folder) {
      if let older = StoredResults(folder: aside, run: run) { stored.append(older) }
    }
    var known = KnownInputs()
    for (number, results) in stored.enumerated().reversed() {
      for entry in 0..<results.count where !results.isFailure(entry) {
        known.places[results.keys[entry]] = .init(folder: Int32(number), entry: Int32(entry))
      }
    }
    self.known = known
    prefix = 0
    if current.count == 0 { try startWriting() }
  }

  /// Takes an article that was analyzed before.
  ///
  /// - Returns: Its facts for the totals.
  func take(_ key: ContentKey) throws(Failure) -> BatchSummary? {
    kept += 1
    if let summary = try staysInPlace(key) { return summary }
    guard let place = known.places[key] else { throw .fault("a result that was stored is gone") }
    let results = stored[Int(place.folder)]
    let summary = try results.summary(Int(place.entry))
    try append(results.pieces(Int(place.entry)), key: key, summary: summary)
    return summary
  }

  /// The analysis of an article that was analyzed before.
  func analysis(_ key: ContentKey) throws(Failure) -> JSONValue {
    guard let place = known.places[key],
      let bytes = try stored[Int(place.folder)].pieces(Int(place.entry)).first,
      let json = try? JSONParser.parse(bytes)
    else { throw .fault("a result that was stored cannot be read") }
    return json
  }

  /// Takes an input that was analyzed now.
  func add(_ pieces: [[UInt8]], key: ContentKey, summary: BatchSummary) throws(Failure) {
    try startWriting()
    try append(pieces, key: key, summary: summary)
  }

  /// Takes an input that could not be analyzed.
  func addFailure(_ pieces: [[UInt8]]) throws(Failure) {
    let key = ContentKey(pieces)
    if let place = prefix, place < stored[0].count, stored[0].keys[place] == key, stored[0].isFailure(place) {
      prefix = place + 1
      return
    }
    try startWriting()
    try append(pieces, key: key, summary: nil)
  }

  /// Length of the list of rows so far.
  var rowsLength: Int {
    let ends = writer?.lengths ?? stored[0].end(of: (prefix ?? 0) - 1)
    return ends[ResultFile.rows.rawValue]
  }

  /// Writes what is kept.
  ///
  /// - Returns: Whether anything differs from what was there when a run last ended.
  func finish() throws(Failure) -> Bool {
    if let place = prefix, place == stored[0].count, stored[0].isComplete { return false }
    try startWriting()
    try writer?.sync()
    return true
  }

  /// Notes that the run is done with all that is made of the results, and removes what was set aside.
  func seal() throws(Failure) {
    try writer?.seal()
    for aside in Self.setAside(in: folder) {
      // What cannot be removed costs room and nothing else.
      try? FileManager.default.removeItem(atPath: aside)
    }
  }

  private func staysInPlace(_ key: ContentKey) throws(Failure) -> BatchSummary? {
    guard let place = prefix, place < stored[0].count, stored[0].keys[place] == key else {
      try startWriting()
      return nil
    }
    prefix = place + 1
    return try stored[0].summary(place)
  }

  private func append(_ pieces: [[UInt8]], key: ContentKey, summary: BatchSummary?) throws(Failure) {
    try writer?.append(pieces, key: key, summary: summary)
  }

  /// Leaves the results that stay in place and begins to add to them.
  private func startWriting() throws(Failure) {
    guard let place = prefix else { return }
    prefix = nil
    let current = stored[0]
    if place == current.count {
      writer = try ResultWriter(
        folder: folder, run: run, count: place, ends: current.end(of: place - 1),
        journalEnd: current.journalEnd(of: place - 1))
      return
    }
    stored[0].folder = try setAside()
    writer = try ResultWriter(
      folder: folder, run: run, count: 0, ends: current.end(of: -1), journalEnd: nil)
    try writer?.copy(stored[0], upTo: place - 1)
  }

  /// Moves the result files into a folder of their own, so that at any moment one of both is whole.
  private func setAside() throws(Failure) -> String {
    var number = 1
    var isFolder = false
    while Files.exists(Self.asideFolder(folder, number), isFolder: &isFolder) { number += 1 }
    let aside = Self.asideFolder(folder, number)
    try Files.makeFolder(aside + "/" + Journal.folder)
    let paths = ResultFile.allCases.map(\.path) + [Journal.path]
    for path in paths where link(folder + "/" + path, aside + "/" + path) != 0 {
      // Some file systems know no links.
      guard rename(folder + "/" + path, aside + "/" + path) == 0 else {
        throw .unwritableOutput("\(folder)/\(path): cannot be moved to \(aside)")
      }
    }
    // The journal first: without it what is left is only room.
    for path in paths.reversed() { unlink(folder + "/" + path) }
    return aside
  }

  private static func asideFolder(_ folder: String, _ number: Int) -> String {
    "\(folder)/\(Journal.folder)/earlier-\(number)"
  }

  private static func setAside(in folder: String) -> [String] {
    var found: [String] = []
    var isFolder = false
    var number = 1
    while Files.exists(asideFolder(folder, number), isFolder: &isFolder) {
      found.append(asideFolder(folder, number))
      number += 1
    }
    return found
  }

  /// Removes the journal and what belongs to it, and what would not fit new results.
  private static func clear(_ folder: String) {
    let manager = FileManager.default
    for path in [Journal.path] + BatchFiles.made { try? manager.removeItem(atPath: folder + "/" + path) }
    for aside in setAside(in: folder) { try? manager.removeItem(atPath: aside) }
  }
}
