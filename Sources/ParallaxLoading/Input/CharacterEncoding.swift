/// An encoding that input can be read in.
enum CharacterEncoding: Equatable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252

  /// Name as reported in `Metadata.encoding`.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16LittleEndian: "utf-16le"
    case .utf16BigEndian: "utf-16be"
    case .windows1252: "windows-1252"
    }
  }

  /// The encoding that a label stands for on the web, where Latin-1 and ASCII mean Windows-1252.
  ///
  /// - SeeAlso: WHATWG Encoding Standard, "Names and labels".
  ///
  /// - Parameter label: As `normalized(_:)` gives it.
  init?(label: String) {
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8", "unicode11utf8", "unicode20utf8":
      self = .utf8
    case "utf-16", "utf-16le", "utf16", "utf16le", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode":
      self = .utf16LittleEndian
    case "utf-16be", "utf16be", "unicodefffe":
      self = .utf16BigEndian
    case "windows-1252", "cp1252", "x-cp1252", "cp819", "ibm819", "iso-8859-1", "iso8859-1", "iso88591",
      "iso_8859-1", "iso_8859-1:1987", "iso-ir-100", "latin1", "l1", "csisolatin1", "ascii", "us-ascii",
      "ansi_x3.4-1968", "x-user-defined":
      self = .windows1252
    default: return nil
    }
  }
}

extension CharacterEncoding {
  /// A label in lower case without what stands around it on careless pages.
  static func normalized(_ label: String) -> String {
    label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != ";" }
  }
}

/// Bytes as valid UTF-8 without NULs, and what had to be done to them.
struct DecodedText {
  var utf8: [UInt8]
  var encoding: String
  /// What the encoding was told by: `byte order mark`, `http`, `meta`, `xml`, `bytes`.
  var isFound: String?
  var notes: [String] = []
}
