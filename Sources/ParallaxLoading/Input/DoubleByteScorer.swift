/// What text costs, in bits, when it is Japanese, Korean or Chinese in a double-byte encoding.
///
/// The frequent characters are those that any frequency list of the language begins with, put down from
/// general knowledge; the rest follows from how each encoding is laid out: kana, syllables and common
/// ideographs in rows of their own before the rare ones.
///
/// - SeeAlso: WHATWG Encoding Standard, indexes jis0208, euc-kr, gb18030, big5.
struct DoubleByteScorer: Sendable {
  enum Layout: Sendable { case shiftJIS, eucJP, eucKR, gb18030, big5 }

  /// Name as in `Metadata.encoding`.
  let name: String
  private let layout: Layout
  /// Eighths of a bit by first and second byte; 255 where there is no character.
  private let costs: [UInt8]
  private let isFrequent: [Bool]

  static let layouts: [(name: String, layout: Layout)] = [
    ("shift_jis", .shiftJIS), ("euc-jp", .eucJP), ("euc-kr", .eucKR), ("gb18030", .gb18030), ("big5", .big5),
  ]

  private static let frequentKana = "のにはをたがでてとしれさるいっなかりもすこあらくけまよつうどえきせそみ"
  private static let frequentKanji =
    "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北書先名川水半南西電"
    + "会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文"
    + "元重近考画海売知道集別物使品計死特私始朝運終台広住真有口少町料工建空急止送切転研究市県政府議長対合部戦経法当内相定民連党選表回関現最所約加治全実調務議委員港"
  private static let frequentHangul =
    "이다는을의에가고하한지로도사은기리를서자대시인나스으있어그정수해아일것등라보과전제년장부국와들면주원선상고"
    + "만공조신비거여구관동민성위했세였었우미오용소연경회진까마계금발무중안실문직없불간결모방체유적될되며생물치산항"
  private static let frequentSimplified =
    "的一是了不在有人这上大来和我个中地为他生要们以到国时就出会可也你对能自过着家学作里用下子成年发多工后本现同行面"
    + "方前天所事经想开小动进定说样力种法得回长与部都于而之主还产分加重性高新市政府公民日月三二十最关没当全问理机电"
    + "当实将从些起意如情明正把外但其因此已只点无体第通合度水港口表示报道记者"
  private static let frequentTraditional =
    "的一是了不在有人這上大來和我個中地為他生要們以到國時就出會可也你對能自過著家學作裡用下子成年發多工後本現同行面"
    + "方前天所事經想開小動進定說樣力種法得回長與部都於而之主還產分加重性高新市政府公民日月三二十最關沒當全問理機電"
    + "當實將從些起意如情明正把外但其因此已只點無體第通合度水港口表示報導記者"

  /// - Parameter encoded: Gives a text in the encoding, nil where the system cannot.
  init(_ name: String, _ layout: Layout, encoded: (String) -> [UInt8]?) {
    self.name = name
    self.layout = layout
    var costs = [UInt8](repeating: 255, count: 65_536)
    for lead in 0x81...0xFE {
      for trail in 0x30...0xFE {
        if let bits = Self.bits(layout, lead, trail) { costs[lead << 8 | trail] = UInt8(bits * 8) }
      }
    }
    var isFrequent = [Bool](repeating: false, count: 65_536)
    func set(_ characters: String, _ bits: Double, marks: Bool = true) {
      guard let pairs = encoded(characters) else { return }
      for at in stride(from: 0, to: pairs.count - 1, by: 2) {
        let code = Int(pairs[at]) << 8 | Int(pairs[at + 1])
        costs[code] = UInt8(bits * 8)
        isFrequent[code] = marks
      }
    }
    switch layout {
    case .shiftJIS, .eucJP:
      set(Self.frequentKanji, 9.5)
      set(String(Self.frequentKana.prefix(10)), 5)
      set(String(Self.frequentKana.dropFirst(10)), 6)
      set("、。", 5, marks: false)
    case .eucKR: set(Self.frequentHangul, 7.5)
    case .gb18030:
      set(Self.frequentSimplified, 8.5)
      set("，。", 5, marks: false)
    case .big5:
      set(Self.frequentTraditional, 8.5)
      set("，。", 5, marks: false)
    }
    self.costs = costs
    self.isFrequent = isFrequent
  }

  /// Bits of a character by its row, nil where the encoding has none.
  private static func bits(_ layout: Layout, _ lead: Int, _ trail: Int) -> Double? {
    switch layout {
    case .shiftJIS:
      guard trail >= 0x40, trail != 0x7F, trail <= 0xFC else { return nil }
      switch lead {
      case 0x81: return 9
      case 0x82: return trail >= 0x9F ? 9 : 10.5
      case 0x83: return trail <= 0x96 ? 9.5 : 15
      case 0x84, 0x87: return 16
      case 0x88: return trail >= 0x9F ? 13 : nil
      case 0x89...0x97: return 13
      case 0x98...0x9F, 0xE0...0xEA: return 18
      case 0xED, 0xEE, 0xFA...0xFC: return 20
      default: return nil
      }
    case .eucJP:
      guard trail >= 0xA1 else { return nil }
      switch lead {
      case 0x8E: return trail <= 0xDF ? 18 : nil
      case 0xA1: return 9
      case 0xA3: return 10.5
      case 0xA4: return trail <= 0xF3 ? 9 : nil
      case 0xA5: return trail <= 0xF6 ? 9.5 : nil
      case 0xA2, 0xA6, 0xA7, 0xA8, 0xAD: return 16
      case 0xB0...0xCF: return 13
      case 0xD0...0xF4: return 18
      case 0xF9...0xFC: return 20
      default: return nil
      }
    case .eucKR:
      if trail >= 0xA1 {
        switch lead {
        case 0xB0...0xC8: return 12.5
        case 0xA1...0xA3: return 11
        case 0xA4...0xAC: return 18
        case 0xCA...0xFD: return 18
        default: return lead <= 0xA0 ? 18 : nil
        }
      }
      let isLetter = (0x41...0x5A).contains(trail) || (0x61...0x7A).contains(trail) || trail >= 0x81
      return isLetter && lead <= 0xC6 ? 18 : nil
    case .gb18030:
      if trail >= 0xA1 {
        switch lead {
        case 0xA1: return 9
        case 0xA3: return 10
        case 0xB0...0xD7: return 13
        case 0xD8...0xF7: return 18
        case 0xA4, 0xA5: return 17
        default: return 19
        }
      }
      return trail >= 0x40 && trail != 0x7F ? 19 : nil
    case .big5:
      guard (0x40...0x7E).contains(trail) || trail >= 0xA1 else { return nil }
      switch lead {
      case 0xA1, 0xA2: return 9.5
      case 0xA3: return 12
      case 0xA4...0xC6: return 13
      case 0xC9...0xF9: return 18
      case 0x87...0xA0, 0xC7, 0xC8, 0xFA...0xFE: return 20
      default: return nil
      }
    }
  }

  /// Bits of a sample, how many different frequent characters it holds, and how many bytes are broken.
  ///
  /// - Complexity: O(n).
  func score(_ sample: ArraySlice<UInt8>) -> (bits: Float, letters: Int, broken: Int) {
    var eighths = 0
    var broken = 0
    var frequent: Set<Int> = []
    var afterASCIILetter = false
    var afterWide = false
    var at = sample.startIndex
    while at < sample.endIndex {
      let byte = sample[at]
      if byte < 0x80 {
        let isLetter = (byte | 0x20) &- 0x61 < 26
        eighths += byte == 0x20 ? 0 : 40
        if isLetter && afterWide { eighths += 24 }
        (afterASCIILetter, afterWide) = (isLetter, false)
        at += 1
        continue
      }
      if layout == .shiftJIS, byte >= 0xA1, byte <= 0xDF {
        eighths += 11 * 8
        (afterASCIILetter, afterWide) = (false, false)
        at += 1
        continue
      }
      let next = at + 1 < sample.endIndex ? sample[at + 1] : 0
      let code = Int(byte) << 8 | Int(next)
      if costs[code] < 255 {
        eighths += Int(costs[code]) + (afterASCIILetter ? 24 : 0)
        if isFrequent[code], frequent.count < 16 { frequent.insert(code) }
        (afterASCIILetter, afterWide) = (false, true)
        at += 2
      } else if layout == .gb18030, at + 3 < sample.endIndex, next &- 0x30 < 10, sample[at + 2] >= 0x81,
        sample[at + 3] &- 0x30 < 10
      {
        eighths += 26 * 8
        at += 4
      } else if layout == .eucJP, byte == 0x8F, at + 2 < sample.endIndex, next >= 0xA1, sample[at + 2] >= 0xA1
      {
        eighths += 24 * 8
        at += 3
      } else {
        eighths += 25 * 8
        broken += 1
        (afterASCIILetter, afterWide) = (false, false)
        at += 1
      }
    }
    return (Float(eighths) / 8, frequent.count, broken)
  }
}
