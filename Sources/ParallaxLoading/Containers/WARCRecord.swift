/// One record of a web archive.
///
/// - SeeAlso: ISO 28500:2017, https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
package struct WARCRecord: Sendable {
  /// What the record says of itself.
  package struct Header: Sendable {
    /// The fields.
    package var fields: HeaderFields
    /// Bytes of the block after the header.
    package var length: Int

    /// `response`, `request`, `revisit`…, in lower case.
    package var type: String { fields["WARC-Type"]?.lowercased() ?? "" }
    /// The record's identifier without its brackets (`urn:uuid:…`).
    package var id: String? { Self.bare(fields["WARC-Record-ID"]) }
    /// What was asked for.
    package var target: String? { Self.bare(fields["WARC-Target-URI"]) }
    /// Type of the block.
    package var mediaType: MediaType? { fields["Content-Type"].flatMap(MediaType.init) }

    /// When the content was retrieved, as ISO 8601; nil when the field holds anything else.
    package var date: String? {
      guard let date = fields["WARC-Date"], (4...40).contains(date.utf8.count),
        date.utf8.prefix(4).allSatisfy({ $0 &- 0x30 < 10 }),
        date.utf8.allSatisfy({ $0 &- 0x30 < 10 || "-:.TZ+".utf8.contains($0) })
      else { return nil }
      return date
    }

    private static func bare(_ value: String?) -> String? {
      guard let value else { return nil }
      let isBracketed = value.hasPrefix("<") && value.hasSuffix(">")
      let bare = isBracketed ? String(value.dropFirst().dropLast()) : value
      return bare.isEmpty ? nil : bare
    }
  }

  /// Place in the archive, from 1; a stretch that cannot be read counts as one.
  package var number: Int
  /// Where it begins, in words (`byte 1204`).
  package var place: String
  /// What the record says of itself.
  package var header: Header
  /// The block; only its beginning when it is longer than the reader's limit, nothing when nobody wants it.
  package var block: [UInt8]
  /// Whether the block is longer than the reader's limit.
  package var isOverLimit: Bool
}

/// A stretch of an archive that cannot be read.
package struct WARCDamage: Sendable, Equatable {
  /// Place in the archive, from 1.
  package var number: Int
  /// Where it begins, in words.
  package var place: String
  /// The record's identifier, when its header can be read.
  package var id: String?
  /// What is wrong.
  package var reason: String

  /// `record 12 at byte 1204: …`.
  package var description: String { "record \(number) at \(place): \(reason); it is left out" }
}
