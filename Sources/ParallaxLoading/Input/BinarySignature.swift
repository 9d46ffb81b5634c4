/// Tells files that are no text from text.
enum BinarySignature {
  private static let signatures: [(kind: String, bytes: [UInt8])] = [
    ("a PDF file", Array("%PDF-".utf8)),
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]),
    ("a GIF image", Array("GIF8".utf8)),
    ("a ZIP archive or office document", [0x50, 0x4B, 0x03, 0x04]),
    ("a gzip archive", [0x1F, 0x8B]),
    ("a bzip2 archive", Array("BZh".utf8)),
    ("an xz archive", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    ("a Zstandard archive", [0x28, 0xB5, 0x2F, 0xFD]),
    ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ("a program", [0xCF, 0xFA, 0xED, 0xFE]),
    ("an SQLite database", Array("SQLite format 3".utf8)),
    ("an old office document", [0xD0, 0xCF, 0x11, 0xE0]),
  ]

  /// What the bytes are when they are no text, else nil.
  ///
  /// Beside known signatures, more than one control character in twenty within the first 4,096 bytes.
  static func kind(of bytes: [UInt8]) -> String? {
    for (kind, signature) in signatures where bytes.starts(with: signature) { return kind }
    let sample = bytes.prefix(4096)
    let controls = sample.reduce(0) { $0 + (isControl($1) ? 1 : 0) }
    return controls > max(4, sample.count / 20) ? "binary data" : nil
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C && byte != 0x1B
  }
}
