/// Decompresses a stream of gzip members in constant memory, and finds the way back after damage.
///
/// Archives are written with a member for each record, so one that is damaged costs that record alone: the
/// next member whose contents begin as a record does is looked for in the compressed bytes.
package final class GzipMembers {
  /// What comes next of the decompressed stream.
  package enum Event: Equatable {
    /// Decompressed bytes, never empty; not yet proven by the checksum at the member's end.
    case bytes([UInt8])
    /// A member ended, and its checksum was right.
    case memberEnd
    /// Data were lost here; what follows, if anything, is a new member.
    case damage(CompressionFault, offset: Int)
  }

  private enum State {
    /// At the place where a member may begin.
    case boundary
    /// Inside a member.
    case member
    /// Looking for the next member from here.
    case scanning(from: Int)
    case ended
  }

  /// Where the member being read began, in bytes of the compressed stream.
  package private(set) var memberOffset = 0

  private let source: any ByteSource
  private let resumePrefix: [UInt8]?
  private let inflater = Inflater(.gzip)
  private var state = State.boundary
  /// Compressed bytes: some already used, kept to look for members in, and those to come.
  private var window: [UInt8] = []
  /// Offset of the window's first byte in the compressed stream.
  private var windowOffset = 0
  /// The next byte of the window to decompress.
  private var position = 0
  private var hasMembers = false
  private var endPending = false
  private var isExhausted = false

  /// Used bytes that are kept. Damaged data decompress to nonsense for some thousand bytes at most before that
  /// shows, so a member that began meanwhile is inside.
  private static let history = 1 << 20
  private static let room = 1 << 18
  /// Compressed bytes that show how a member's contents begin.
  private static let look = 4096

  /// - Parameter resumePrefix: How the contents of a member begin that may follow damage; nil to stop there.
  package init(_ source: any ByteSource, resumePrefix: [UInt8]? = nil) {
    self.source = source
    self.resumePrefix = resumePrefix
  }

  /// The next event, nil at the end.
  ///
  /// - Throws: `LoadingError` when the compressed bytes cannot be read.
  package func next() throws(LoadingError) -> Event? {
    while true {
      switch state {
      case .boundary:
        if endPending {
          endPending = false
          return .memberEnd
        }
        if let event = try begin() { return event }
      case .member:
        if let event = try decompress() { return event }
      case .scanning(let start):
        try scan(from: start)
      case .ended:
        return nil
      }
    }
  }

  private func begin() throws(LoadingError) -> Event? {
    if hasMembers { try skipPadding() }
    while window.count - position < 2, try fill() {}
    if position == window.count {
      state = .ended
    } else if Decompression.isGzip(window[position...]) {
      inflater.reset()
      memberOffset = windowOffset + position
      hasMembers = true
      state = .member
    } else {
      state = .scanning(from: position)
      return .damage(.trailing, offset: windowOffset + position)
    }
    return nil
  }

  private func skipPadding() throws(LoadingError) {
    while true {
      while position < window.count, window[position] == 0 { position += 1 }
      guard position == window.count, try fill() else { return }
    }
  }

  private func decompress() throws(LoadingError) -> Event? {
    if position == window.count, try !fill() { return lose(.truncated) }
    var output: [UInt8] = []
    guard let step = inflater.step(window[position...], into: &output, room: Self.room) else {
      // Bytes that came before the fault showed belong to nothing that can be trusted.
      return lose(.corrupt(inflater.complaint))
    }
    position += step.consumed
    if step.isComplete {
      state = .boundary
      endPending = true
    }
    return output.isEmpty ? nil : .bytes(output)
  }

  private func lose(_ fault: CompressionFault) -> Event {
    state = .scanning(from: max(0, memberOffset + 1 - windowOffset))
    return .damage(fault, offset: memberOffset)
  }

  // MARK: The way back

  /// Looks for the next member that begins as wanted.
  private func scan(from start: Int) throws(LoadingError) {
    guard let prefix = resumePrefix else {
      state = .ended
      return
    }
    position = start
    while true {
      // A member's header has ten bytes; its first output needs a few hundred.
      while window.count - position < Self.look, try fill() {}
      guard position + 10 <= window.count else {
        state = .ended
        return
      }
      if isHeader(position), begins(with: prefix, at: position) {
        state = .boundary
        return
      }
      position += 1
    }
  }

  /// Magic bytes, the only method there is, no reserved flags.
  private func isHeader(_ place: Int) -> Bool {
    window[place] == 0x1F && window[place + 1] == 0x8B && window[place + 2] == 8
      && window[place + 3] & 0xE0 == 0
  }

  private func begins(with prefix: [UInt8], at place: Int) -> Bool {
    inflater.reset()
    var output: [UInt8] = []
    var rest = window[place...].prefix(Self.look)
    while output.count < prefix.count {
      let before = (output.count, rest.count)
      guard let step = inflater.step(rest, into: &output, room: prefix.count - output.count) else { break }
      rest = rest.dropFirst(step.consumed)
      if step.isComplete || before == (output.count, rest.count) { break }
    }
    return output == prefix
  }

  /// Adds bytes to the window, dropping old ones.
  ///
  /// - Returns: False at the end.
  private func fill() throws(LoadingError) -> Bool {
    guard !isExhausted, let piece = try source.next() else {
      isExhausted = true
      return false
    }
    if position > 2 * Self.history {
      let dropped = position - Self.history
      window.removeFirst(dropped)
      windowOffset += dropped
      position -= dropped
    }
    window.append(contentsOf: piece)
    return true
  }
}

/// The contents of a gzip stream as a source of bytes; where it is damaged the source ends with an error.
package final class GzipSource: ByteSource {
  private let members: GzipMembers
  private let name: String

  /// - Parameter name: The file, for errors.
  package init(_ source: any ByteSource, name: String) {
    members = GzipMembers(source)
    self.name = name
  }

  package func next() throws(LoadingError) -> [UInt8]? {
    while let event = try members.next() {
      switch event {
      case .bytes(let bytes): return bytes
      case .memberEnd: continue
      case .damage(let fault, _): throw LoadingError(fault, source: name)
      }
    }
    return nil
  }
}

/// A source whose beginning can be looked at before it is read.
package final class PeekableSource: ByteSource {
  private let source: any ByteSource
  private var held: [UInt8] = []

  package init(_ source: any ByteSource) { self.source = source }

  /// The first bytes of what is still to come; fewer at the end.
  package func peek(_ count: Int) throws(LoadingError) -> [UInt8] {
    while held.count < count, let piece = try source.next() { held += piece }
    return Array(held.prefix(count))
  }

  package func next() throws(LoadingError) -> [UInt8]? {
    guard !held.isEmpty else { return try source.next() }
    defer { held = [] }
    return held
  }

  /// This source, decompressed where it begins as gzip data do. Waits for one byte, and a second after 1F.
  package func decompressed(name: String) throws(LoadingError) -> any ByteSource {
    guard try peek(1).first == Decompression.gzipMagic[0], Decompression.isGzip(try peek(2)) else {
      return self
    }
    return GzipSource(self, name: name)
  }
}
