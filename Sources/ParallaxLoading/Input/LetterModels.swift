/// How often the letters of a language beyond ASCII stand in its text, in the encodings it was written in
/// before Unicode.
///
/// The figures are shares in thousandths, rounded by hand from what is generally known of the letter
/// frequencies of these languages; they were fitted to no text. Capitals are taken as one in twenty.
struct LetterModel: Sendable {
  /// For tests and for the reader; no result depends on it.
  let language: String
  /// Names as in `Metadata.encoding`; of two that read a text alike the first is reported.
  let encodings: [String]
  /// Whether its words mix letters of ASCII with these.
  let isLatin: Bool
  /// Lower-case letters and their weights, two by two.
  let letters: String

  private static let western = ["windows-1252"]
  private static let central = ["windows-1250", "iso-8859-2"]
  private static let cyrillic = ["windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866"]

  /// All languages, those of Windows-1252 first.
  static let all: [LetterModel] = [
    .init(western, "é 450 à 120 è 80 ê 60 ç 70 ù 20 â 25 î 20 ô 30 û 15 ë 10 ï 15 œ 15", "French"),
    .init(western, "ü 340 ä 290 ö 170 ß 150 é 10", "German"),
    .init(western, "ó 260 í 230 á 180 é 150 ñ 90 ú 60 ü 5 ç 5", "Spanish"),
    .init(western, "ã 200 ç 170 á 140 é 130 ó 80 í 80 ê 60 õ 50 ú 30 â 30 à 30 ô 15", "Portuguese"),
    .init(western, "à 300 è 280 ù 120 ò 130 ì 90 é 70 î 2", "Italian"),
    .init(western, "à 200 è 170 é 180 í 110 ó 180 ò 90 ç 90 ï 40 ú 50 ü 20", "Catalan"),
    .init(western, "ä 400 å 270 ö 300 é 20", "Swedish"), .init(western, "ä 820 ö 150 å 10 é 5", "Finnish"),
    .init(western, "ø 370 å 330 æ 250 é 25 ö 5 ä 5", "Danish, Norwegian"),
    .init(western, "é 350 ë 350 ï 150 ö 50 ü 50 è 50 á 20 ó 20", "Dutch"),
    .init(western, "õ 280 ä 330 ü 220 ö 60 š 10 ž 5", "Estonian"),
    .init(western, "ð 220 á 150 í 130 þ 120 æ 80 ö 80 ó 80 é 70 ú 50 ý 20", "Icelandic"),
    .init(
      western, "é 450 ö 80 ü 80 ñ 80 á 60 ç 50 è 50 í 40 ó 40 ï 40 ê 30 â 20 ô 20 ä 30 ø 10 ã 20 à 20",
      "English"),
    .init(central, "ł 220 ą 130 ę 140 ó 110 ś 90 ć 50 ż 110 ń 30 ź 10", "Polish"),
    .init(
      central, "í 230 á 170 é 100 ě 120 ř 90 č 80 ž 80 š 70 ý 80 ů 50 ú 10 ň 5 ť 5 ď 5 ó 5", "Czech"),
    .init(
      central, "á 190 í 120 č 120 é 90 ž 100 š 90 ý 100 ľ 40 ú 100 ť 70 ô 20 ň 20 ä 10 ď 20 ŕ 2 ĺ 2 ó 10",
      "Slovak"),
    .init(central, "á 330 é 330 ö 100 ó 90 ő 90 ü 50 í 60 ú 30 ű 20", "Hungarian"),
    .init(central, "č 270 š 270 ž 200 ć 200 đ 60", "Croatian, Slovene"),
    .init(central, "ă 370 î 200 ţ 190 ş 180 â 60", "Romanian"),
    .init(["windows-1254"], "ı 330 ü 130 ş 130 ğ 90 ç 90 ö 70 â 5 î 2 û 1 i̇ 5", "Turkish"),
    .init(["windows-1257"], "ė 180 š 130 ų 150 į 90 ž 90 ū 60 ą 60 č 50 ę 30", "Lithuanian"),
    .init(["windows-1257"], "ā 400 ī 180 ē 180 š 90 ņ 50 ļ 40 ķ 20 ģ 10 ž 25 č 15 ū 50", "Latvian"),
    .init(
      cyrillic,
      "о 110 е 85 а 80 и 74 н 67 т 63 с 55 р 47 в 45 л 44 к 35 м 32 д 30 п 28 у 26 я 20 ы 19 ь 17 г 17 з 17 "
        + "б 16 ч 14 й 12 х 10 ж 9 ш 7 ю 6 ц 5 щ 4 э 3 ф 3 ъ 1 ё 1", "Russian", isLatin: false),
    .init(
      cyrillic,
      "о 94 а 83 и 61 н 68 в 54 т 55 е 47 р 47 і 57 с 41 к 35 л 37 у 33 д 34 м 30 п 29 я 22 з 22 ь 18 б 17 г 16 "
        + "ч 13 х 12 й 13 ц 8 ж 8 ї 6 ш 8 ю 8 є 5 щ 5 ф 3 ґ 1", "Ukrainian", isLatin: false),
    .init(
      cyrillic,
      "а 120 и 90 о 88 е 86 т 75 н 70 р 49 с 49 в 45 к 36 п 32 л 32 м 27 д 36 з 24 я 20 ъ 16 б 15 г 15 у 15 "
        + "ч 15 ж 8 ц 8 х 8 щ 6 й 6 ф 4 ш 4 ю 2 ь 1", "Bulgarian", isLatin: false),
    .init(
      cyrillic,
      "а 115 и 92 о 92 е 90 н 56 т 46 с 52 р 46 в 40 ј 50 к 39 у 42 д 37 п 29 м 36 л 34 з 18 г 17 б 15 ч 11 "
        + "ш 11 ц 9 ж 6 х 7 њ 8 љ 6 ћ 8 ђ 2 ф 3 џ 1 ќ 1 ѓ 1 ѕ 1", "Serbian, Macedonian", isLatin: false),
    .init(
      ["windows-1253"],
      "α 95 ο 85 ι 75 ε 65 τ 80 σ 45 ν 62 ς 40 ρ 42 η 48 υ 36 π 40 κ 40 μ 33 λ 26 ω 20 ά 20 ί 26 ό 20 έ 16 ή 17 "
        + "ύ 11 ώ 9 θ 10 δ 17 γ 17 χ 12 φ 9 β 7 ξ 4 ζ 3 ψ 2 ϊ 1", "Greek", isLatin: false),
    .init(
      ["windows-1255"],
      "י 110 ו 104 ה 109 ל 74 א 63 ר 56 ת 50 מ 52 ב 47 ש 44 ם 30 נ 30 ע 32 כ 27 ק 21 ח 25 ד 26 פ 17 ט 12 ג 13 "
        + "ז 13 ס 15 צ 12 ן 11 ף 3 ך 8 ץ 1", "Hebrew", isLatin: false),
    .init(
      ["windows-1256"],
      "ا 130 ل 120 ي 66 م 63 و 60 ن 60 ر 50 ت 45 ب 37 ة 35 ع 36 د 30 س 28 ف 28 ه 30 ك 22 ق 23 أ 24 ح 20 ج 13 "
        + "ش 11 ط 10 ص 10 ى 12 خ 9 إ 10 ض 6 ث 6 ز 6 ذ 6 غ 4 ظ 2 ء 4 ئ 5 ؤ 2 آ 3 پ 1 چ 1 گ 1 ژ 1", "Arabic",
      isLatin: false),
  ]

  private init(_ encodings: [String], _ letters: String, _ language: String, isLatin: Bool = true) {
    self.encodings = encodings
    self.letters = letters
    self.language = language
    self.isLatin = isLatin
  }
}
