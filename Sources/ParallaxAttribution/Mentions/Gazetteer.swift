import ParallaxCore

/// Countries, states and bodies that news names in several ways, by each of them.
///
/// General knowledge, kept small: a name that is not here is found by its capitals, only not under its other
/// names (*the Russians* for Russia).
final class Gazetteer: Sendable {
  /// The number of the place or body for each name, as `NameReader.hash(of:)` makes it.
  private let numbers: [UInt64: Int32]

  init() {
    var numbers: [UInt64: Int32] = [:]
    var number: Int32 = 0
    var hash = Vocabulary.hashSeed
    var isEmpty = true
    /// Ends a name.
    func add() {
      if !isEmpty { numbers[Vocabulary.finish(Vocabulary.extend(hash, by: 0x20))] = number }
      hash = Vocabulary.hashSeed
      isEmpty = true
    }
    for byte in Self.table.utf8 {
      switch byte {
      case UInt8(ascii: "|"): add()
      case UInt8(ascii: "\n"):
        add()
        number += 1
      default:
        hash = Vocabulary.extend(hash, by: byte &- 65 < 26 ? byte | 32 : byte)
        isEmpty = false
      }
    }
    add()
    self.numbers = numbers
  }

  /// The number of what a name stands for; nil when it is not known here.
  func number(_ name: UInt64) -> Int32? { numbers[name] }

  /// One place or body a line: its names, without an article, words parted by one blank.
  static let table = """
    United States|US|U.S|USA|U.S.A|America|Americans
    United Kingdom|UK|U.K|Britain|Great Britain|Britons|British
    Russia|Russians|Kremlin|Moscow|Russian Federation
    China|Beijing|People's Republic
    North Korea|North Koreans|Pyongyang|DPRK
    South Korea|South Koreans|Seoul
    Iran|Iranians|Tehran
    Iraq|Iraqis|Baghdad
    Israel|Israelis
    Palestine|Palestinians|Palestinian Authority
    Syria|Syrians|Damascus
    Saudi Arabia|Saudis|Riyadh
    Egypt|Egyptians|Cairo
    Turkey|Turks|Ankara|Türkiye
    Ukraine|Ukrainians|Kyiv|Kiev
    Germany|Germans|Berlin
    France|French|Paris
    Italy|Italians|Rome
    Spain|Spaniards|Madrid
    Greece|Greeks|Athens
    Poland|Poles|Warsaw
    Hungary|Hungarians|Budapest
    Mexico|Mexicans|Mexico City
    Canada|Canadians|Ottawa
    Cuba|Cubans|Havana
    Venezuela|Venezuelans|Caracas
    Brazil|Brazilians|Brasilia
    Argentina|Argentines
    Colombia|Colombians
    India|Indians|New Delhi
    Pakistan|Pakistanis|Islamabad
    Afghanistan|Afghans|Kabul
    Japan|Japanese|Tokyo
    Australia|Australians|Canberra
    Taiwan|Taiwanese|Taipei
    Vietnam|Vietnamese|Hanoi
    Philippines|Filipinos|Manila
    Libya|Libyans|Tripoli
    Yemen|Yemenis
    Lebanon|Lebanese|Beirut
    Jordan
    Qatar|Qataris|Doha
    Kenya|Kenyans|Nairobi
    Nigeria|Nigerians|Abuja
    Ethiopia|Ethiopians
    Somalia|Somalis
    Sudan
    South Africa|South Africans|Pretoria
    Zimbabwe
    Sweden|Swedes|Stockholm
    Norway|Norwegians|Oslo
    Finland|Finns|Helsinki
    Denmark|Danes|Copenhagen
    Netherlands|Dutch|Holland
    Belgium|Belgians
    Austria|Austrians|Vienna
    Switzerland|Swiss
    Ireland|Irish|Dublin
    Scotland|Scots
    Portugal|Portuguese|Lisbon
    Romania|Romanians
    Bulgaria|Bulgarians
    Serbia|Serbs|Belgrade
    Belarus|Minsk
    Georgia
    Myanmar|Burma
    Thailand|Thais|Bangkok
    Indonesia|Indonesians|Jakarta
    Malaysia|Malaysians
    Singapore
    Bangladesh
    New Zealand|New Zealanders
    Haiti|Haitians
    Honduras|Hondurans
    Guatemala|Guatemalans
    El Salvador|Salvadorans
    Alabama
    Alaska
    Arizona
    Arkansas
    California|Californians
    Colorado
    Connecticut
    Delaware
    Florida|Floridians
    Hawaii
    Idaho
    Illinois
    Indiana
    Iowa|Iowans
    Kansas
    Kentucky
    Louisiana
    Maine
    Maryland
    Massachusetts
    Michigan
    Minnesota
    Mississippi
    Missouri
    Montana
    Nebraska
    Nevada
    New Hampshire
    New Jersey
    New Mexico
    New York|New Yorkers
    North Carolina
    North Dakota
    Ohio|Ohioans
    Oklahoma
    Oregon
    Pennsylvania
    Rhode Island
    South Carolina
    South Dakota
    Tennessee
    Texas|Texans
    Utah
    Vermont
    Virginia
    West Virginia
    Wisconsin
    Wyoming
    European Union|EU|E.U|Brussels
    United Nations|UN|U.N
    NATO|North Atlantic Treaty Organization
    White House
    Supreme Court
    Congress
    Senate
    House of Representatives
    Pentagon|Defense Department|Department of Defense
    State Department|Department of State
    Justice Department|Department of Justice|DOJ
    Treasury|Treasury Department
    Homeland Security|Department of Homeland Security|DHS
    FBI|F.B.I|Federal Bureau of Investigation
    CIA|C.I.A|Central Intelligence Agency
    NSA|N.S.A|National Security Agency
    IRS|I.R.S|Internal Revenue Service
    EPA|E.P.A|Environmental Protection Agency
    ICE|Immigration and Customs Enforcement
    Federal Reserve|Fed
    Republicans|Republican Party|GOP|G.O.P|Grand Old Party|Republican lawmakers|Senate Republicans|House Republicans|Congressional Republicans
    Democrats|Democratic Party|Democratic lawmakers|Senate Democrats|House Democrats|Congressional Democrats
    Labour|Labour Party
    Tories|Conservatives|Conservative Party
    Liberal Democrats|Lib Dems
    Taliban
    Islamic State|ISIS|ISIL|Daesh
    Hamas
    Hezbollah
    Al Qaeda|al-Qaeda
    Catholic Church|Vatican
    National Rifle Association|NRA|N.R.A
    American Civil Liberties Union|ACLU|A.C.L.U
    Planned Parenthood
    World Health Organization|WHO
    World Bank
    International Monetary Fund|IMF|I.M.F
    Facebook
    Google
    Apple
    Amazon
    Microsoft
    Twitter
    Tesla
    Boeing
    Uber
    Walmart
    Wall Street
    Silicon Valley
    """
}
