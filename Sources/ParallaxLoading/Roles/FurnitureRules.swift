import ParallaxCore

/// Recognizes furniture by its own words: ad markers, credits, notes, bylines, promotions, links to other
/// stories.
///
/// The rules hold for plain text and pages alike. A rule speaks only of forms that hardly occur in running
/// text; what a paragraph's place in the page says is decided elsewhere.
enum FurnitureRules {
  /// Longest paragraph, in words, that can be furniture by its words alone.
  static let longest = 160

  /// The role that the words give away, nil for ordinary text.
  static func role(of shape: PassageShape) -> Role? {
    guard shape.words <= longest else { return isEditorNote(shape) ? .editorNote : nil }
    if isAdvertisement(shape) { return .advertisement }
    if isEditorNote(shape) { return .editorNote }
    if isCredit(shape) { return .credit }
    if isRelated(shape) { return .related }
    if isByline(shape) { return .byline }
    if isBoilerplate(shape) { return .boilerplate }
    if isCaption(shape) { return .caption }
    if PromotionRules.isPromotion(shape) { return .promotion }
    return nil
  }

  // MARK: Ad markers

  private static let adMarkers: PhraseList = [
    "advertisement", "advertisements", "advertising", "advert", "ad", "ads", "sponsored", "promoted",
    "sponsored content", "promoted content", "paid content", "paid post", "sponsor message",
    "story continues below advertisement", "story continues after advertisement",
    "article continues below advertisement", "article continues after advertisement",
    "continue reading below advertisement", "advertisement - continue reading below",
    "advertisement - scroll to continue", "scroll to continue", "story continues below",
    "article continues below", "article continues after this advertisement", "continues after advertisement",
    "anzeige", "werbung", "publicidad", "publicité", "pubblicità", "publicidade", "advertentie", "reklama",
  ]

  /// A marker of an ad slot and nothing else, perhaps repeated.
  static func isAdvertisement(_ shape: PassageShape) -> Bool {
    guard shape.words > 0, shape.words <= 12 else { return false }
    if shape.isJust(adMarkers) { return true }
    guard shape.words > 1, shape.begins(with: adMarkers) else { return false }
    return shape.folded.split(separator: 0x20).allSatisfy { $0.elementsEqual("advertisement".utf8) }
  }

  // MARK: Notes

  private static let noteLabels: PhraseList = [
    "editor's note", "editors' note", "editors note", "editor note", "editorial note", "ed. note",
    "note from the editor", "note to readers", "correction appended", "correction", "corrections",
    "clarification",
    "update", "updated", "updates", "disclosure", "disclaimer", "full disclosure", "author's note",
    "publisher's note", "retraction", "note",
  ]
  private static let noteOpenings: PhraseList = [
    "this story has been updated", "this story has been corrected", "this story was updated",
    "this story was corrected", "this article has been updated", "this article has been corrected",
    "this article was updated", "this article was corrected", "this article was amended",
    "this article has been amended", "this post has been updated", "this post has been corrected",
    "this post was updated", "this report has been updated", "this piece has been updated",
    "an earlier version of this", "a previous version of this", "an earlier version of the",
    "this story originally", "this article originally", "this article was originally published",
    "this story was originally published", "this post originally appeared", "this column has been updated",
  ]

  /// A labelled note of the newsroom, or one by its standing words.
  static func isEditorNote(_ shape: PassageShape) -> Bool {
    if shape.begins(with: noteOpenings) { return true }
    guard let label = shape.opening(noteLabels) else { return false }
    // A colon or dash must follow, perhaps after a time or a number: "Update (3:15 p.m.):".
    let rest = shape.folded[label.utf8CodeUnitCount...].prefix(40)
    if rest.isEmpty { return label.utf8CodeUnitCount > 6 && shape.words > 1 }
    guard let mark = rest.indices.first(where: { isLabelEnd(rest, $0) }) else { return false }
    let between = rest[..<mark]
    let hasDigit = between.contains { $0 &- 0x30 < 10 }
    let words = between.split(separator: 0x20).count
    return words == 0 || words <= 5 && hasDigit || between.first { $0 != 0x20 } == 0x28
  }

  /// A colon or dash with a blank behind it.
  private static func isLabelEnd(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    guard text[place] == 0x3A || text[place] == 0x2D else { return false }
    return place + 1 == text.endIndex || text[place + 1] == 0x20
  }

  // MARK: Credits

  private static let creditOpenings: PhraseList = [
    "ap photo", "(ap photo", "photo by", "photos by", "photo:", "photos:", "photo credit", "photo credits",
    "photograph by", "photographs by", "photography by", "photograph:", "photo courtesy", "image credit",
    "image credits", "image:", "image courtesy", "image by", "images:", "image source", "picture:",
    "picture credit",
    "pictures:", "credit:", "credits:", "illustration by", "illustration:", "illustrations by", "pool photo",
    "file photo", "video credit", "graphic:", "(photo by", "(photo:", "(photo courtesy", "[photo:", "(image",
    "(picture:", "foto:", "bild:", "fotos:", "photo :", "crédit photo", "© getty", "(c) getty",
    "screenshot via",
    "screenshot/", "courtesy of",
  ]
  private static let pictureSources: PhraseList = [
    "istock", "istock.com", "istockphoto", "istockphoto.com", "getty", "gettyimages", "gettyimages.com",
    "shutterstock", "shutterstock.com", "adobestock", "adobe stock", "stock.adobe.com", "unsplash",
    "unsplash.com", "pixabay", "pixabay.com", "pexels", "pexels.com", "fotolia", "fotolia.com", "alamy",
    "depositphotos", "depositphotos.com",
  ]
  private static let agencies: PhraseList = [
    "getty images", "/getty", "/ap", "/reuters", "/afp", "/shutterstock", "/alamy", "/bloomberg", "/epa",
    "via getty", "via ap", "via reuters", "via afp", "associated press", "/istock", "/unsplash", "/zuma",
    "/sipa", "/dpa", "shutterstock", "adobe stock", "/rex", "/pa wire", "/pa", "/upi", "wireimage",
  ]

  /// A picture's credit: an opening that only credits have, or a short line that ends on an agency.
  static func isCredit(_ shape: PassageShape) -> Bool {
    guard shape.words > 0, shape.words <= 22 else { return false }
    if shape.isJust(pictureSources) { return true }
    if shape.begins(with: creditOpenings) {
      return shape.sentences <= 1 && (shape.words <= 12 || !shape.endsSentence)
    }
    guard shape.words <= 10, shape.contains(agencies) else { return false }
    let isBracketed = shape.folded.first == 0x28 && shape.folded.last == 0x29
    return isBracketed || !shape.endsSentence && shape.capitalized * 3 >= shape.words * 2
  }

  private static let creditMarks: PhraseList = [
    "(foto:", "(photo:", "(bild:", "(image:", "(photo by", "(fotos:", "(photos:", "(quelle:", "(picture:",
    "foto:",
    "photo:", "photo credit:", "bild:", "bildquelle:", "©", "/getty images", "(ap photo", "/ap)", "/reuters)",
    "/afp)",
  ]
  private static let pictureLabels: PhraseList = [
    "beitragsbild", "titelbild", "symbolbild", "archivbild", "enlarge this image",
  ]

  /// A line about a picture that ends on its credit.
  static func isCaption(_ shape: PassageShape) -> Bool {
    guard shape.words > 3, shape.words <= 45, shape.sentences <= 3 else { return false }
    return shape.begins(with: pictureLabels) || creditMarks.occurs(in: Array(shape.folded.suffix(60)))
  }

  // MARK: Links to other stories

  private static let relatedLabels: PhraseList = [
    "related", "related:", "related stories", "related story", "related articles", "related article",
    "related content", "related coverage", "related links", "related posts", "related topics", "related news",
    "related video", "related videos", "read more", "read more:", "read also", "also read", "read next",
    "read this next", "see also", "more:", "more stories", "more news", "more headlines", "more like this",
    "you may also like", "you might also like", "you may also be interested in", "recommended",
    "recommended for you", "recommended stories", "recommended reading", "most read", "most popular",
    "most viewed", "popular now", "popular stories", "popular posts", "trending", "trending now",
    "trending stories", "top stories", "latest news", "latest stories", "up next", "don't miss", "must read",
    "must reads", "editors' picks", "editor's picks", "what to read next", "keep reading", "further reading",
    "in case you missed it", "from our partners", "from around the web", "around the web", "watch:",
    "watch next",
    "watch now", "listen:", "tags", "tags:", "topics:", "filed under", "filed under:", "explore more",
    "previous story", "next story", "previous article", "next article", "mehr zum thema", "lesen sie auch",
    "lire aussi", "à lire aussi", "leia também", "lea también", "te puede interesar", "leggi anche",
    "lees ook",
  ]
  private static let relatedOpenings: PhraseList = [
    "related:", "related story:", "related article:", "related stories:", "read more:", "read also:",
    "also read:", "read next:", "see also:", "more:", "watch:", "watch more:", "listen:", "must read:",
    "don't miss:", "recommended:", "recommended reading:", "tags:", "topics:", "filed under:", "trending on",
    "trending now", "trending:", "up next:", "in case you missed it:", "icymi:", "read the full story:",
    "lesen sie auch:", "lire aussi :", "lire aussi:", "leia também:", "lea también:", "leggi anche:",
    "lees ook:", "mehr zum thema:", "click here to read more",
  ]

  /// A header over links to other stories, or one such link with its label.
  static func isRelated(_ shape: PassageShape) -> Bool {
    guard shape.words > 0, shape.words <= 28 else { return false }
    if shape.words <= 8 && shape.isJust(relatedLabels) { return true }
    if shape.words <= 6 && !shape.endsSentence && shape.begins(with: moreOpenings) { return true }
    return shape.sentences <= 2 && shape.begins(with: relatedOpenings)
  }

  private static let moreOpenings: PhraseList = ["more from", "more on", "more in"]
  private static let tagLabels: PhraseList = ["tags", "topics", "filed under"]

  /// Whether links to other stories are announced, so that the short lines that follow belong to them.
  static func announcesRelated(_ shape: PassageShape) -> Bool {
    guard shape.words <= 8, !shape.endsSentence || shape.words <= 3 else { return false }
    return isRelated(shape) && !shape.begins(with: tagLabels)
  }

  // MARK: Bylines

  private static let dateLabels: PhraseList = [
    "published", "first published", "originally published", "updated", "last updated", "posted", "posted on",
    "last modified", "modified", "created", "date", "on", "posted in", "this entry was posted",
    "veröffentlicht", "aktualisiert", "erstellt am", "geschrieben am", "stand:", "von",
    "zuletzt aktualisiert",
    "publié", "publié le", "mis à jour", "publicado", "actualizado", "pubblicato", "aggiornato", "atualizado",
    "gepubliceerd", "opublikowano", "publicerad", "uppdaterad", "julkaistu",
  ]

  private static let bylineOpenings: PhraseList = [
    "by", "written by", "reported by", "story by", "words by", "reporting by",
  ]
  private static let minorWords: Set<String> = [
    "by", "written", "reported", "reporting", "story", "words", "and", "the", "of", "for", "at", "in", "on",
    "de", "van",
    "von", "|", "-", "&", "is", "a",
  ]

  /// Author, date and outlet lines.
  static func isByline(_ shape: PassageShape) -> Bool {
    guard shape.words > 0, shape.words <= 24, shape.sentences <= 3 else { return false }
    let hasDate = shape.digits >= 5
    guard hasDate || shape.begins(with: bylineOpenings) else { return false }
    let line = String(decoding: shape.folded.prefix(120), as: UTF8.self)
    if hasDate {
      if shape.words <= 8, DateText.isOnlyDate(line) { return true }
      if shape.words <= 14, shape.begins(with: dateLabels), DateText.find(in: line) != nil { return true }
    }
    guard shape.begins(with: bylineOpenings) else { return false }
    // "By Jane Doe and John Smith, Staff Writer | March 1, 2026": nearly every word a name or a number.
    let minor = line.split(separator: " ").count { minorWords.contains(String($0)) }
    return shape.words <= 20 && shape.capitalized >= 2 && shape.capitalized + minor >= shape.words
      && !(shape.endsSentence && shape.words > 8)
  }

  // MARK: Boilerplate

  private static let boilerplateLines: PhraseList = [
    "share", "share this", "share this article", "share this story", "share on facebook", "share on twitter",
    "share on x", "share via email", "tweet", "tweet this", "email", "e-mail", "print", "print this", "save",
    "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "copy link", "copy url", "comments",
    "comment", "view comments", "show comments", "skip to main content", "skip to content",
    "skip to navigation",
    "menu", "search", "log in", "login", "sign in", "register", "home", "back to top", "close", "next",
    "previous",
    "loading", "load more", "show more", "continue reading the main story", "continue reading",
    "cookie settings",
    "privacy policy", "terms of use", "terms of service", "terms and conditions", "play video",
    "listen to article",
    "listen to this article", "view gallery", "view all", "see all", "reply", "report", "like", "expand",
    "font size",
    "print this article", "follow", "bookmark", "gift this article", "enlarge this image",
    "toggle caption", "hide caption", "report this ad", "view comments", "view image in fullscreen",
  ]

  /// Navigation, share buttons and legal lines.
  static func isBoilerplate(_ shape: PassageShape) -> Bool {
    guard shape.words > 0, shape.words <= 60 else { return shape.words == 0 && shape.folded.count < 4 }
    if shape.words <= 6 && shape.isJust(boilerplateLines) { return true }
    if shape.begins(with: copyrightOpenings) || shape.contains(rights) { return true }
    if shape.words <= 24 && shape.begins(with: loginOpenings) { return true }
    if shape.words <= 8, shape.isJust(emptyReactions) || shape.begins(with: firstReactions) { return true }
    return shape.words <= 45 && shape.contains(consent)
  }

  private static let loginOpenings: PhraseList = [
    "you must be logged in", "you need to be logged in", "you must log in to", "please log in to comment",
    "log in to comment", "log in to leave a comment", "du musst angemeldet sein", "du musst dich anmelden",
    "sie müssen angemeldet sein", "sie müssen sich anmelden, um", "vous devez être connecté",
    "vous devez vous connecter", "debes iniciar sesión", "tienes que iniciar sesión",
    "você precisa fazer o login", "você precisa fazer login", "devi essere connesso",
    "je moet ingelogd zijn", "musisz się zalogować", "du måste vara inloggad", "du må være innlogget",
  ]
  private static let emptyReactions: PhraseList = [
    "no ratings yet", "no reviews yet", "no comments yet", "no comments",
    "noch keine bewertungen",
    "noch keine kommentare", "keine kommentare", "aucun commentaire", "sin comentarios", "nessun commento",
    "nenhum comentário", "geen reacties", "inga kommentarer", "brak komentarzy",
  ]
  private static let firstReactions: PhraseList = [
    "be the first to comment", "be the first to review", "be the first to rate", "(no ratings yet",
    "(noch keine bewertungen",
  ]
  private static let copyrightOpenings: PhraseList = [
    "copyright ©", "©", "copyright (c)", "(c) 20", "(c) 19",
  ]
  private static let rights: PhraseList = [
    "all rights reserved", "may not be published, broadcast, rewritten",
  ]
  private static let consent: PhraseList = [
    "this website uses cookies", "we use cookies", "uses cookies to", "accept cookies",
    "diese website verwendet cookies", "wir verwenden cookies", "verwendet cookies", "was sind cookies",
    "ein cookie",
    "cookie-einstellungen", "externer inhalt", "ohne dein einverst", "ohne ihre zustimmung",
    "utilise des cookies",
    "utilisons des cookies", "utiliza cookies", "utilizamos cookies", "usa cookies", "utilizziamo i cookie",
    "external content", "this content is hosted by", "enable javascript", "javascript is disabled",
    "your browser does not support",
  ]
}
