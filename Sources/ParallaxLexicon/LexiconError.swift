/// Why a lexicon could not be read: where, what is wrong, and what would be right.
public enum LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A file or folder that is not there.
  case missing(path: String, expected: String)
  /// A file or folder that the system does not let us read.
  case unreadable(path: String, reason: String)
  /// A file larger than any lexicon should be.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// `lexicon.json` is not JSON, or lacks a field.
  case metadata(LexiconPlace, problem: String, remedy: String)
  /// A line of a table that breaks the format.
  case line(LexiconPlace, text: String, problem: String, remedy: String)
  /// No built-in lexicons speak this language.
  case unknownLanguage(String, known: [String])
  /// Two lexicons of one run bear the same name.
  case duplicateName(String, paths: [String])

  /// The place, the problem, and what to do.
  public var description: String {
    switch self {
    case .missing(let path, let expected): "\(path): not found; expected \(expected)"
    case .unreadable(let path, let reason): "\(path): cannot be read (\(reason))"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): \(bytes) bytes, more than the \(limit) a lexicon file may have; split it into several lexicons"
    case .metadata(let place, let problem, let remedy): "\(place): \(problem); \(remedy)"
    case .line(let place, let text, let problem, let remedy):
      "\(place): \(problem) in \"\(Self.shown(text))\"; \(remedy)"
    case .unknownLanguage(let language, let known):
      "no built-in lexicons for language \"\(language)\"; there are some for \(known.joined(separator: ", "))"
    case .duplicateName(let name, let paths):
      "two lexicons are called \"\(name)\" (\(paths.joined(separator: ", "))); "
        + "give one of them another \"name\" in its lexicon.json"
    }
  }

  /// Where it went wrong, when it is one place.
  public var place: LexiconPlace? {
    switch self {
    case .metadata(let place, _, _), .line(let place, _, _, _): place
    default: nil
    }
  }

  private static func shown(_ text: String) -> String {
    text.count > 80 ? text.prefix(77) + "…" : text
  }
}

/// A place in a lexicon file.
public struct LexiconPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Path as the user gave it, or `built-in/en/hedge/entries.tsv`.
  public var path: String
  /// Line, from 1.
  public var line: Int
  /// Column in Unicode code points, from 1.
  public var column: Int

  /// Makes a place.
  public init(path: String, line: Int, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `path:line:column`.
  public var description: String { "\(path):\(line):\(column)" }

  /// Order by path, line, column.
  public static func < (a: LexiconPlace, b: LexiconPlace) -> Bool {
    if a.path != b.path { return a.path < b.path }
    return a.line != b.line ? a.line < b.line : a.column < b.column
  }
}
