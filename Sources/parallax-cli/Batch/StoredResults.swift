import ParallaxKit

/// The results that a folder holds already: which inputs they are of, and where each stands in its files.
struct StoredResults {
  /// The folder of the results.
  var folder: String
  /// Number of inputs.
  private(set) var count = 0
  /// Whether the run went through all of its inputs.
  private(set) var isComplete = false
  private(set) var keys: [ContentKey] = []
  private var failed: [Bool] = []
  private var sums: [UInt64] = []
  private var ends: [Int] = []
  /// Where the journal's lines begin and end.
  private var lines: [Range<Int>] = []
  private var synced = 0
  private static let files = ResultFile.allCases

  /// Reads the journal of a folder.
  ///
  /// Entries whose results are not there whole are left out, as are those behind them.
  ///
  /// - Returns: Nil when there is no journal of a run with the same lexicons, settings and version.
  init?(folder: String, run: String) {
    self.folder = folder
    guard let source = try? FileSource(path: folder + "/" + Journal.path), let length = source.length else {
      return nil
    }
    var reader = LineReader(source, limit: 1 << 20)
    guard case .line(let head, _)? = reader.next(), head + [0x0A] == Journal.header(run: run) else {
      return nil
    }
    var at = head.count + 1
    read: while case .line(let line, _)? = reader.next() {
      let range = at..<at + line.count + 1
      // A line that was being written when the run ended is no line.
      guard range.upperBound <= length, let json = try? JSONParser.parse(line) else { break }
      if let entry = Journal.Entry(json) {
        add(entry, range)
      } else if let number = json["synced"]?.integer {
        synced = number
      } else if json["complete"]?.bool == true {
        isComplete = true
      } else {
        break read
      }
      at = range.upperBound
    }
    dropDamaged()
  }

  /// Results of nothing.
  init(emptyFolder folder: String) { self.folder = folder }

  private mutating func add(_ entry: Journal.Entry, _ range: Range<Int>) {
    keys.append(entry.key)
    failed.append(entry.summary == nil)
    sums.append(entry.sum)
    ends += entry.ends
    lines.append(range)
    count += 1
  }

  /// Leaves out what a loss of power or a full disk took.
  private mutating func dropDamaged() {
    let lengths = Self.files.map { (try? FileSource(path: path($0)))?.length ?? -1 }
    while count > 0, zip(end(of: count - 1), lengths).contains(where: { $0 > $1 }) { cut(to: count - 1) }
    for entry in min(synced, count)..<max(min(synced, count), count) {
      guard let pieces = try? pieces(entry), ResultWriter.sum(pieces) == sums[entry] else {
        return cut(to: entry)
      }
    }
  }

  /// Leaves out all entries from this one on.
  private mutating func cut(to count: Int) {
    self.count = count
    isComplete = false
    keys.removeLast(keys.count - count)
    failed.removeLast(failed.count - count)
    sums.removeLast(sums.count - count)
    lines.removeLast(lines.count - count)
    ends.removeLast(ends.count - count * Self.files.count)
  }

  /// The path of a file.
  func path(_ file: ResultFile) -> String { folder + "/" + file.path }

  /// Lengths of the files with everything up to this entry; of the headers alone for -1.
  func end(of entry: Int) -> [Int] {
    entry < 0
      ? Self.files.map(\.header.count)
      : Array(ends[entry * Self.files.count..<(entry + 1) * Self.files.count])
  }

  /// Length of the journal with everything up to this entry; nil where there is none.
  func journalEnd(of entry: Int) -> Int? { entry < 0 ? nil : lines[entry].upperBound }

  /// Whether the input of this entry could not be analyzed.
  func isFailure(_ entry: Int) -> Bool { failed[entry] }

  /// Facts of an entry for the totals; nil for a failure.
  func summary(_ entry: Int) throws(Failure) -> BatchSummary? {
    let bytes = try FileRange.read(folder + "/" + Journal.path, lines[entry])
    guard let json = try? JSONParser.parse(bytes), let read = Journal.Entry(json) else {
      throw .unusableInput("\(folder)/\(Journal.path): changed while it was being read")
    }
    return read.summary
  }

  /// What an entry added to each file.
  func pieces(_ entry: Int) throws(Failure) -> [[UInt8]] {
    let starts = end(of: entry - 1)
    let ends = end(of: entry)
    var pieces: [[UInt8]] = []
    for (place, file) in Self.files.enumerated() {
      guard starts[place] <= ends[place] else {
        throw .unusableInput("\(path(file)): its journal is damaged")
      }
      pieces.append(
        starts[place] == ends[place] ? [] : try FileRange.read(path(file), starts[place]..<ends[place]))
    }
    return pieces
  }
}
