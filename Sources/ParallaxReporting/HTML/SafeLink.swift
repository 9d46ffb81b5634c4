/// An address that a report may link to: `http`, `https` or `mailto`, or a path beside the report.
///
/// Everything else (`javascript:`, `data:`, `file:`, addresses with control characters or white space) gives
/// nil, and the report shows the text without a link.
struct SafeLink: Sendable, Equatable {
  /// The address as it is written into `href`.
  let address: String

  /// The longest address that is worth a link, in bytes.
  private static let limit = 2048

  /// An absolute address with one of the allowed schemes.
  init?(absolute address: String) {
    guard Self.isClean(address) else { return nil }
    guard let colon = address.utf8.firstIndex(of: 0x3A) else { return nil }
    let scheme = address[..<colon].lowercased()
    switch scheme {
    case "http", "https":
      guard address[colon...].hasPrefix("://"), address[colon...].utf8.count > 3 else { return nil }
    case "mailto": guard address[colon...].utf8.count > 1 else { return nil }
    default: return nil
    }
    self.address = address
  }

  /// A relative path of a file in the report's folder or below, as Parallax itself names them.
  init?(relative path: String) {
    guard Self.isClean(path), !path.hasPrefix("/"), !path.contains(":"), !path.contains("\\"),
      !path.split(separator: "/").contains("..")
    else { return nil }
    address = path
  }

  private static func isClean(_ address: String) -> Bool {
    !address.isEmpty && address.utf8.count <= limit
      && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
  }
}
