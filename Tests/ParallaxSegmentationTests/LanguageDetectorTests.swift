import ParallaxSegmentation
import Testing

@Suite("Language of a text")
struct LanguageDetectorTests {
  private func detect(_ text: String) -> String? { LanguageDetector.detect(Array(text.utf8)) }

  @Test(
    "sentences of our own in many languages",
    arguments: [
      ("en", "The harbor has been closed since Friday, and nobody can say when the boats will sail again."),
      (
        "de",
        "Der Hafen ist seit Freitag geschlossen, und niemand kann sagen, wann die Boote wieder auslaufen."
      ),
      (
        "fr",
        "Le port est fermé depuis vendredi, et personne ne sait quand les bateaux vont de nouveau sortir."
      ),
      ("es", "El puerto está cerrado desde el viernes y nadie sabe cuándo van a salir de nuevo los barcos."),
      (
        "it",
        "Il porto è chiuso da venerdì e nessuno sa dire quando le barche della città torneranno in mare."
      ),
      (
        "pt",
        "O porto está fechado desde sexta-feira e ninguém sabe quando os barcos vão sair de novo para o mar."
      ),
      ("nl", "De haven is sinds vrijdag gesloten en niemand weet wanneer de boten weer naar zee kunnen."),
      (
        "sv",
        "Hamnen är stängd sedan i fredags och ingen vet när båtarna kan gå ut igen, sade han till tidningen."
      ),
      (
        "pl",
        "Port jest zamknięty od piątku i nikt nie wie, kiedy łodzie znowu wypłyną w morze, a to nie jest dobre."
      ),
      ("ru", "Порт закрыт с пятницы, и никто не знает, когда лодки снова выйдут в море."),
      ("uk", "Порт зачинено з п’ятниці, і ніхто не знає, коли човни знову вийдуть у море."),
      ("el", "Το λιμάνι είναι κλειστό από την Παρασκευή και κανείς δεν ξέρει πότε θα ανοίξει."),
      ("zh", "港口自周五以来一直关闭，没有人知道船只何时能再次出海。"),
      ("ja", "港は金曜日から閉鎖されており、船がいつ再び出航できるのか誰にも分からない。"),
      ("ko", "항구는 금요일부터 폐쇄되었으며 배가 언제 다시 출항할 수 있을지 아무도 모른다."),
      ("ar", "الميناء مغلق منذ يوم الجمعة ولا أحد يعرف متى ستبحر القوارب مرة أخرى."),
    ])
  func languages(_ language: String, _ text: String) { #expect(detect(text) == language) }

  @Test(
    "English full of names and with few small words is not taken for another language",
    arguments: [
      "President Van Der Meer, Don De La Cruz and Senator Di Marco met in Den Haag on Monday, a spokesman said.",
      "Reckless tax cuts, endless wars, shameless lies: voters have seen it all in Las Vegas and Los Angeles.",
      "A man, a plan, a canal: Panama officials hail a bold new era.",
    ])
  func names(_ text: String) { #expect(["en", nil].contains(detect(text))) }

  @Test("too short to tell")
  func short() {
    #expect(detect("Der Hafen ist zu.") == nil)
    #expect(detect("") == nil)
  }
}
