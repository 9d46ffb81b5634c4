/// The names by which pages call legacy encodings.
///
/// - SeeAlso: WHATWG Encoding Standard, "Names and labels".
enum EncodingLabels {
  /// How an encoding is reported and what the system's converter calls it.
  struct Encoding: Sendable {
    var reported: String
    var converted: String
    var isSingleByte: Bool
  }

  /// Encodings by their labels in lower case.
  static let legacy: [String: Encoding] = {
    var found: [String: Encoding] = [:]
    for (reported, converted, labels) in doubleByte {
      for label in labels.split(separator: " ") {
        found[String(label)] = Encoding(reported: reported, converted: converted, isSingleByte: false)
      }
    }
    for (reported, converted, labels) in singleByte {
      for label in labels.split(separator: " ") {
        found[String(label)] = Encoding(reported: reported, converted: converted, isSingleByte: true)
      }
    }
    return found
  }()

  private static let doubleByte: [(String, String, String)] = [
    ("shift_jis", "CP932", "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j csshiftjis ms932 cp932"),
    ("euc-jp", "EUC-JP", "euc-jp x-euc-jp cseucpkdfmtjapanese eucjp"),
    ("iso-2022-jp", "ISO-2022-JP", "iso-2022-jp csiso2022jp"),
    (
      "euc-kr", "CP949",
      "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr "
        + "csksc56011987 iso-ir-149 cp949"
    ),
    (
      "gb18030", "GB18030",
      "gb18030 gbk gb2312 gb_2312-80 gb_2312 chinese csgb2312 x-gbk iso-ir-58 csiso58gb231280 cp936"
    ),
    ("big5", "BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
  ]

  private static let singleByte: [(String, String, String)] = [
    ("windows-1250", "CP1250", "windows-1250 cp1250 x-cp1250"),
    ("windows-1251", "CP1251", "windows-1251 cp1251 x-cp1251 win-1251"),
    ("windows-1253", "CP1253", "windows-1253 cp1253 x-cp1253"),
    (
      "windows-1254", "CP1254",
      "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5 iso-ir-148"
    ),
    ("windows-1255", "CP1255", "windows-1255 cp1255 x-cp1255"),
    ("windows-1256", "CP1256", "windows-1256 cp1256 x-cp1256"),
    ("windows-1257", "CP1257", "windows-1257 cp1257 x-cp1257"),
    ("windows-1258", "CP1258", "windows-1258 cp1258 x-cp1258"),
    ("windows-874", "CP874", "windows-874 tis-620 iso-8859-11 iso8859-11 iso885911 dos-874"),
    (
      "iso-8859-2", "ISO-8859-2",
      "iso-8859-2 latin2 l2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 csisolatin2 iso-ir-101"
    ),
    ("iso-8859-3", "ISO-8859-3", "iso-8859-3 iso8859-3 latin3 l3 csisolatin3"),
    ("iso-8859-4", "ISO-8859-4", "iso-8859-4 iso8859-4 latin4 l4 csisolatin4"),
    ("iso-8859-5", "ISO-8859-5", "iso-8859-5 iso8859-5 iso_8859-5 cyrillic csisolatincyrillic iso-ir-144"),
    ("iso-8859-6", "ISO-8859-6", "iso-8859-6 iso8859-6 arabic asmo-708 ecma-114 csisolatinarabic"),
    (
      "iso-8859-7", "ISO-8859-7",
      "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek csisolatingreek"
    ),
    (
      "iso-8859-8", "ISO-8859-8",
      "iso-8859-8 iso8859-8 iso_8859-8 iso-8859-8-i iso-8859-8-e hebrew visual logical csisolatinhebrew"
    ),
    ("iso-8859-10", "ISO-8859-10", "iso-8859-10 iso8859-10 latin6 l6 csisolatin6"),
    ("iso-8859-13", "ISO-8859-13", "iso-8859-13 iso8859-13"),
    ("iso-8859-14", "ISO-8859-14", "iso-8859-14 iso8859-14"),
    ("iso-8859-15", "ISO-8859-15", "iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin9 l9 csisolatin9"),
    ("iso-8859-16", "ISO-8859-16", "iso-8859-16"),
    ("koi8-r", "KOI8-R", "koi8-r koi8_r koi8 koi cskoi8r"), ("koi8-u", "KOI8-U", "koi8-u koi8-ru"),
    ("macintosh", "MACINTOSH", "macintosh mac x-mac-roman csmacintosh"),
    ("x-mac-cyrillic", "MAC-CYRILLIC", "x-mac-cyrillic x-mac-ukrainian"),
    ("ibm866", "CP866", "ibm866 cp866 866 csibm866"),
  ]
}
