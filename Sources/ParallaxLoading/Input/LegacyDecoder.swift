internal import CLibXML2

/// Decodes the encodings that libxml2 reads through the system's iconv: East Asian, Cyrillic, Central
/// European.
struct LegacyDecoder {
  /// Label of the encoding as pages write it, and the name it is reported and converted by.
  private static let names: [String: (reported: String, converted: String)] = {
    var names: [String: (reported: String, converted: String)] = [:]
    let families: [(reported: String, converted: String, labels: String)] = [
      ("shift_jis", "CP932", "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j csshiftjis ms932"),
      ("euc-jp", "EUC-JP", "euc-jp x-euc-jp cseucpkdfmtjapanese"),
      ("iso-2022-jp", "ISO-2022-JP", "iso-2022-jp csiso2022jp"),
      (
        "euc-kr", "CP949",
        "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr"
      ),
      ("gb18030", "GB18030", "gb18030 gbk gb2312 gb_2312-80 gb_2312 chinese csgb2312 x-gbk iso-ir-58"),
      ("big5", "BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
      ("windows-1250", "CP1250", "windows-1250 cp1250 x-cp1250"),
      ("windows-1251", "CP1251", "windows-1251 cp1251 x-cp1251"),
      ("windows-1253", "CP1253", "windows-1253 cp1253 x-cp1253"),
      ("windows-1254", "CP1254", "windows-1254 cp1254 iso-8859-9 latin5 l5"),
      ("windows-1255", "CP1255", "windows-1255 cp1255"), ("windows-1256", "CP1256", "windows-1256 cp1256"),
      ("windows-1257", "CP1257", "windows-1257 cp1257"), ("windows-1258", "CP1258", "windows-1258 cp1258"),
      ("windows-874", "CP874", "windows-874 tis-620 iso-8859-11 dos-874"),
      ("iso-8859-2", "ISO-8859-2", "iso-8859-2 latin2 l2 iso8859-2 iso_8859-2"),
      ("iso-8859-3", "ISO-8859-3", "iso-8859-3 latin3"), ("iso-8859-4", "ISO-8859-4", "iso-8859-4 latin4"),
      ("iso-8859-5", "ISO-8859-5", "iso-8859-5 cyrillic"), ("iso-8859-6", "ISO-8859-6", "iso-8859-6 arabic"),
      ("iso-8859-7", "ISO-8859-7", "iso-8859-7 greek greek8"),
      ("iso-8859-8", "ISO-8859-8", "iso-8859-8 hebrew"),
      ("iso-8859-10", "ISO-8859-10", "iso-8859-10 latin6"), ("iso-8859-13", "ISO-8859-13", "iso-8859-13"),
      ("iso-8859-14", "ISO-8859-14", "iso-8859-14"), ("iso-8859-15", "ISO-8859-15", "iso-8859-15 latin9 l9"),
      ("iso-8859-16", "ISO-8859-16", "iso-8859-16"), ("koi8-r", "KOI8-R", "koi8-r koi8 koi cskoi8r"),
      ("koi8-u", "KOI8-U", "koi8-u koi8-ru"), ("macintosh", "MACINTOSH", "macintosh mac x-mac-roman"),
      ("ibm866", "CP866", "ibm866 cp866"),
    ]
    for (reported, converted, labels) in families {
      for label in labels.split(separator: " ") { names[String(label)] = (reported, converted) }
    }
    return names
  }()

  /// Name as reported in `Metadata.encoding`.
  let name: String
  private let converted: String

  /// The decoder of a label, nil for labels that name no such encoding.
  init?(label: String) {
    guard let found = Self.names[label] else { return nil }
    name = found.reported
    converted = found.converted
  }

  /// Whether the bytes are ASCII to look at and still not text: the encoding shifts with escapes.
  var shiftsWithEscapes: Bool { name == "iso-2022-jp" }

  private static let chunk = 16_384

  /// The bytes as UTF-8, broken sequences as U+FFFD; nil where the encoding is not there or too much is
  /// broken for it to be the right one.
  ///
  /// - Complexity: O(n).
  func utf8(from bytes: [UInt8]) -> (text: [UInt8], broken: Int)? {
    // Errors go nowhere: libxml2 would print them.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    guard let handler = xmlFindCharEncodingHandler(converted) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreate(), let output = xmlBufferCreate() else { return nil }
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var broken = 0
    let tolerated = max(20, bytes.count / 50)
    var at = 0
    while at < bytes.count {
      let end = min(bytes.count, at + Self.chunk)
      let isAdded = bytes[at..<end].withUnsafeBufferPointer {
        xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) == 0
      }
      guard isAdded else { return nil }
      at = end
      while xmlBufferLength(input) > 0 {
        let before = xmlBufferLength(input)
        let result = xmlCharEncInFunc(handler, output, input)
        if let content = xmlBufferContent(output) {
          text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(output))))
          xmlBufferEmpty(output)
        }
        guard result == -2 || xmlBufferLength(input) == before else { continue }
        // A sequence that the chunk's end cuts goes on in the next one.
        if result != -2 && at < bytes.count && xmlBufferLength(input) < 8 { break }
        xmlBufferShrink(input, 1)
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        broken += 1
        if broken > tolerated { return nil }
      }
    }
    for index in text.indices where text[index] == 0 { text[index] = 0x20 }
    return (text, broken)
  }
}
