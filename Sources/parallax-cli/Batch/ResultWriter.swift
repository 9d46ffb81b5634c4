import ParallaxKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Appends to the files of a batch, results first and then their entries in the journal.
///
/// A few hundred kilobytes are kept before they are written. When they cannot be, everything goes back to the
/// last entry that was, so the files stay readable and a later run can go on.
final class ResultWriter {
  private static let files = ResultFile.allCases
  /// Bytes kept before they are written, and the longest time they wait.
  private static let patience = (bytes: 1 << 19, time: Duration.seconds(1))
  /// Entries between two waits for the disk.
  private static let syncInterval = 4_096

  private let folder: String
  private var sinks: [FileSink]
  private let journal: FileSink
  private var buffers: [[UInt8]]
  private var entries: [UInt8] = []
  private var buffered = 0
  /// Lengths of the files and of the journal as they are on disk.
  private var committed: (files: [Int], journal: Int)
  private var ends: [Int]
  private var count: Int
  private var lastCommit = ContinuousClock.now

  /// Opens the files of a folder and cuts them to these lengths.
  ///
  /// - Parameters:
  ///   - count: Number of entries in the journal.
  ///   - journalEnd: Length of the journal; nil begins a new one.
  init(folder: String, run: String, count: Int, ends: [Int], journalEnd: Int?) throws(Failure) {
    self.folder = folder
    self.count = count
    self.ends = ends
    journal = try FileSink(appending: folder + "/" + Journal.path)
    sinks = []
    for file in Self.files { sinks.append(try FileSink(appending: folder + "/" + file.path)) }
    buffers = Array(repeating: [], count: Self.files.count)
    committed = (ends, journalEnd ?? 0)
    // The journal first: it may never speak of what is gone.
    try journal.cut(to: committed.journal)
    if journalEnd == nil {
      for (file, sink) in zip(Self.files, sinks) {
        try sink.cut(to: 0)
        try sink.write(file.header)
      }
      let header = Journal.header(run: run)
      try journal.write(header)
      committed.journal = header.count
    } else {
      for (sink, end) in zip(sinks, ends) { try sink.cut(to: end) }
    }
  }

  /// Adds what an input gave.
  func append(_ pieces: [[UInt8]], key: ContentKey, summary: BatchSummary?) throws(Failure) {
    for (place, piece) in pieces.enumerated() {
      buffers[place] += piece
      ends[place] += piece.count
      buffered += piece.count
    }
    entries += Journal.Entry(key: key, ends: ends, sum: Self.sum(pieces), summary: summary).line
    count += 1
    if buffered >= Self.patience.bytes || ContinuousClock.now - lastCommit > Self.patience.time {
      try commit()
    }
    if count % Self.syncInterval == 0 { try sync() }
  }

  /// Copies everything up to an entry of results that were moved elsewhere.
  func copy(_ stored: StoredResults, upTo entry: Int) throws(Failure) {
    guard entry >= 0 else { return }
    try commit()
    let wanted = stored.end(of: entry)
    do throws(Failure) {
      for (place, file) in Self.files.enumerated() {
        let range = committed.files[place]..<wanted[place]
        try FileRange.forEach(stored.path(file), range) { (bytes) throws(Failure) in
          try sinks[place].write(bytes)
        }
      }
      let journalEnd = stored.journalEnd(of: entry) ?? 0
      try FileRange.forEach(stored.folder + "/" + Journal.path, committed.journal..<journalEnd) {
        (bytes) throws(Failure) in try journal.write(bytes)
      }
      committed = (wanted, journalEnd)
      ends = wanted
      count = entry + 1
    } catch {
      goBack()
      throw error
    }
  }

  /// Notes that the run is done.
  func seal() throws(Failure) {
    entries += Journal.complete
    try commit()
    journal.sync()
  }

  /// Lengths of the files with what is kept.
  var lengths: [Int] { ends }

  /// Writes what is kept.
  func commit() throws(Failure) {
    lastCommit = .now
    guard !entries.isEmpty else { return }
    do throws(Failure) {
      for (place, sink) in sinks.enumerated() where !buffers[place].isEmpty {
        try sink.write(buffers[place])
        buffers[place].removeAll(keepingCapacity: buffers[place].count < 1 << 20)
      }
      try journal.write(entries)
    } catch {
      goBack()
      throw error
    }
    committed = (ends, committed.journal + entries.count)
    entries.removeAll(keepingCapacity: true)
    buffered = 0
  }

  /// Writes what is kept and waits for the disk.
  func sync() throws(Failure) {
    try commit()
    for sink in sinks { sink.sync() }
    entries = Journal.synced(count)
    try commit()
    journal.sync()
  }

  /// Leaves of the files what the journal knows. What cannot even be cut is cut by the next run.
  private func goBack() {
    try? journal.cut(to: committed.journal)
    for (sink, end) in zip(sinks, committed.files) { try? sink.cut(to: end) }
  }

  /// A fingerprint of what an input added.
  static func sum(_ pieces: [[UInt8]]) -> UInt64 {
    var sum = Fingerprint()
    for piece in pieces { piece.withUnsafeBytes { sum.add($0) } }
    return sum.value
  }
}
