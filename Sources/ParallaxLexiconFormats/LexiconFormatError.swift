/// Why a dictionary could not be read or written: every broken line, what is wrong, and what would be right.
public enum LexiconFormatError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Lines that break the format. Nothing of the file was taken.
  case damaged(path: String, format: DictionaryFormat, faults: [Fault])
  /// A file whose name and content show no format we know.
  case unknownFormat(path: String)
  /// A file that holds no text.
  case notText(path: String, reason: String)
  /// A file larger than any dictionary should be.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// A format that is read but not written.
  case notWritten(DictionaryFormat)

  /// One broken line.
  public struct Fault: Sendable, Equatable {
    /// Line, from 1.
    public var line: Int
    /// Column in Unicode code points, from 1.
    public var column: Int
    /// The line, or what of it matters.
    public var text: String
    /// What is wrong.
    public var problem: String
    /// What would be right.
    public var remedy: String
    /// Makes a fault.
    public init(line: Int, column: Int = 1, text: String, problem: String, remedy: String) {
      self.line = line
      self.column = column
      self.text = text
      self.problem = problem
      self.remedy = remedy
    }
  }

  /// Most faults that a description names.
  static let shownFaults = 10

  /// The places, the problems, and what to do.
  public var description: String {
    switch self {
    case .damaged(let path, let format, let faults):
      var lines = faults.prefix(Self.shownFaults).map { fault in
        let place = fault.text.isEmpty ? "" : " in \"\(Self.shown(fault.text))\""
        return "\(path):\(fault.line):\(fault.column): \(fault.problem)\(place); \(fault.remedy)"
      }
      if faults.count > Self.shownFaults { lines.append("and \(faults.count - Self.shownFaults) more") }
      let count = faults.count == 1 ? "one fault" : "\(faults.count) faults"
      lines.append("\(path): \(count) in this \(format.title); nothing of it was taken")
      return lines.joined(separator: "\n")
    case .unknownFormat(let path):
      return "\(path): not a dictionary format known by its name or content; name it with --from, one of "
        + DictionaryFormat.allCases.map(\.rawValue).joined(separator: ", ")
    case .notText(let path, let reason): return "\(path): not a text file (\(reason))"
    case .tooLarge(let path, let bytes, let limit):
      return "\(path): \(bytes) bytes, more than the \(limit) a dictionary may have; split it"
    case .notWritten(let format):
      let written = DictionaryFormat.allCases.filter(\.isWritten).map(\.rawValue)
      return "\(format.title) files are read but not written; write one of \(written.joined(separator: ", "))"
    }
  }

  private static func shown(_ text: String) -> String {
    let line = String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    return line.count > 80 ? line.prefix(77) + "…" : line
  }
}

/// Collects the faults of a file, so that one reading finds them all.
struct FaultList {
  private(set) var faults: [LexiconFormatError.Fault] = []

  mutating func add(_ line: SourceLine, _ problem: String, _ remedy: String, column: Int = 1) {
    add(line: line.number, column: column, text: line.text, problem, remedy)
  }

  mutating func add(line: Int, column: Int = 1, text: String, _ problem: String, _ remedy: String) {
    faults.append(.init(line: line, column: column, text: text, problem: problem, remedy: remedy))
  }
}
