/// Whom a user's own names mean, over what the rules of joining say.
///
///     # One name a line, then what else it goes by.
///     Helene Marrow = the premier; Premier Marrow
///     Sound Mariners’ Union = the union; SMU
///
/// Upper and lower case are alike. A name that is its own alias stays by itself.
public struct Aliases: Sendable, Equatable {
  /// Canonical names by what means them, in lower case.
  var names: [String: String]

  /// No names of the user's.
  public init() { names = [:] }

  /// Reads a file of aliases.
  ///
  /// - Parameter file: How errors call it.
  /// - Throws: `AliasError` with the line, what is wrong and what would be right.
  public init(_ text: String, file: String) throws(AliasError) {
    names = [:]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let line = Self.trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.trimmed(sides[0])
      guard sides.count == 2, !name.isEmpty else {
        throw AliasError(
          file: file, line: index + 1,
          message: "expected a name, = and what else it goes by: “Helene Marrow = the premier; Marrow”")
      }
      for alias in [name] + sides[1].split(separator: ";").map(Self.trimmed) where !alias.isEmpty {
        if let known = names[alias.lowercased()], known != name {
          throw AliasError(
            file: file, line: index + 1,
            message: "“\(alias.prefix(80))” already means “\(known.prefix(80))”; it can mean one name only")
        }
        names[alias.lowercased()] = name
      }
    }
  }

  /// Whom a text means, nil where the file does not say.
  func name(of text: String) -> String? { names.isEmpty ? nil : names[text.lowercased()] }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}

/// Why a file of aliases cannot be used.
public struct AliasError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, as it was named.
  public var file: String
  /// Line, from 1.
  public var line: Int
  /// What is wrong and what would be right.
  public var message: String

  /// `aliases.txt:3: expected …`
  public var description: String { "\(file):\(line): \(message)" }
}
