/// What class names, ids and landmarks say an element is for.
struct Hints: OptionSet, Sendable {
  let rawValue: UInt32

  // Toward the article.
  /// `article`, `story`, `post`, `entry`: an article, if perhaps one of many.
  static let article = Hints(rawValue: 1 << 0)
  /// `content`, `body`, `text`, `main`, `page`: where the words are.
  static let content = Hints(rawValue: 1 << 1)

  // Parts that belong to an article.
  static let headline = Hints(rawValue: 1 << 2)
  static let byline = Hints(rawValue: 1 << 3)
  static let caption = Hints(rawValue: 1 << 4)
  static let credit = Hints(rawValue: 1 << 5)
  static let pullQuote = Hints(rawValue: 1 << 6)
  static let subhead = Hints(rawValue: 1 << 7)
  static let note = Hints(rawValue: 1 << 8)

  // Furniture.
  static let navigation = Hints(rawValue: 1 << 10)
  static let sidebar = Hints(rawValue: 1 << 11)
  static let related = Hints(rawValue: 1 << 12)
  static let share = Hints(rawValue: 1 << 13)
  static let comments = Hints(rawValue: 1 << 14)
  static let promotion = Hints(rawValue: 1 << 15)
  static let advertisement = Hints(rawValue: 1 << 16)
  static let legal = Hints(rawValue: 1 << 17)
  static let overlay = Hints(rawValue: 1 << 18)
  static let header = Hints(rawValue: 1 << 19)
  static let footer = Hints(rawValue: 1 << 20)
  static let tags = Hints(rawValue: 1 << 21)
  static let widget = Hints(rawValue: 1 << 22)
  static let authorBox = Hints(rawValue: 1 << 23)
  static let screenReader = Hints(rawValue: 1 << 24)
  static let list = Hints(rawValue: 1 << 25)
  static let embed = Hints(rawValue: 1 << 26)
  /// Names the author, beside what other words of a byline stand for.
  static let author = Hints(rawValue: 1 << 27)

  /// Parts of a page that are hardly ever the article.
  static let furniture: Hints = [
    .navigation, .sidebar, .related, .share, .comments, .promotion, .advertisement, .legal, .overlay, .footer,
    .tags,
    .widget, .authorBox,
  ]
  /// Parts that never hold running text: where they seem to, the name means something else.
  static let wordless: Hints = [.share, .tags, .navigation, .advertisement, .legal, .screenReader, .widget]
  /// Parts that are furniture about as often as not; page builders call everything a widget.
  static let doubtful: Hints = [.widget]
}

/// Reads class names and ids word by word: `article__body`, `relatedPosts`, `story-body-text`.
struct HintWords: Sendable {
  /// The one list.
  static let shared = HintWords()

  private let bits: [UInt64: Hints]

  /// Words by what they stand for; two neighbouring words of a name are also looked up as one.
  private static let words: [(Hints, String)] = [
    (.article, "article story post entry news blog artikel beitrag articolo artigo hentry nota noticia"),
    (.content, "content body text main page copy contents maincontent bodytext articlebody storybody texte"),
    (.content, "inhalt articlecontent postcontent entrycontent richtext prose paragraph contenido corpo"),
    (.content, "cuerpo articletext"),
    (.headline, "headline heading title titel titre titulo"),
    (.subhead, "subhead subheadline subtitle standfirst dek deck lede lead intro summary kicker teaser"),
    (.subhead, "excerpt chapo"),
    (.byline, "byline author authors date dateline datetime timestamp published pubdate meta postmeta"),
    (.byline, "entrymeta updated writer contributor reporter autor auteur posted infos postinfo"),
    (.author, "author authors byline writer reporter autor auteur"),
    (.caption, "caption figcaption captions cutline legend bildunterschrift bildtext"),
    (.credit, "credit credits photographer copyright copyrightholder attribution photocredit"),
    (.pullQuote, "pullquote pullout blockquotepull bigquote"),
    (.note, "correction corrections editornote clarification disclaimer"),
    (.navigation, "nav navigation navbar menu menus breadcrumb breadcrumbs crumb crumbs pagination pager"),
    (.navigation, "paging skip skiplink topbar toolbar sitemap submenu dropdown hamburger prevnext tabs"),
    (.sidebar, "sidebar sidebars aside rail rightrail sidecolumn secondary complementary rightcolumn"),
    (.sidebar, "leftcolumn seitenleiste"),
    (.related, "related relateds recommended recommendation recommendations recommend trending popular"),
    (.related, "mostread mostpopular readmore morefrom outbrain taboola zergnet revcontent recirc"),
    (.related, "recirculation latest upnext readnext alsolike youmaylike suggested suggestions similar"),
    (.related, "teasers promos relacionadas yarpp verwandte recommandation connexe onward nextstory"),
    (.related, "morestories relatedcontent relatedposts linkbox"),
    (.share, "share sharing shares sharebar sharetools social socials socialmedia addthis sharethis jetpack"),
    (.share, "sharedaddy follow follows reactions likes sociallinks shareicons bookmarks addtoany sociable"),
    (.share, "shariff"),
    (.comments, "comment comments commentlist disqus respond discussion commenting commentary replies"),
    (.comments, "livefyre kommentare kommentar commentaires comentarios reacties feedback"),
    (.promotion, "promo promotion newsletter newsletters subscribe subscription subscriptions signup donate"),
    (.promotion, "donation paywall optin mailchimp cta callout membership marketing upsell regwall"),
    (.promotion, "optinform emailsignup buy support promobox inscription abo spenden affiliate shop"),
    (.promotion, "products product"),
    (.advertisement, "ad ads advert adverts advertisement advertising adsense adbox adslot sponsor"),
    (.advertisement, "sponsored sponsors dfp gpt adunit adwrapper adcontainer banner anzeige werbung"),
    (.advertisement, "publicidad reklama adzone adblock"),
    (.legal, "legal cookie cookies consent gdpr privacy terms copyrightnotice onetrust imprint impressum"),
    (.legal, "disclaimers"),
    (.overlay, "modal popup popover overlay lightbox tooltip dialog toast interstitial offcanvas drawer"),
    (.overlay, "flyout login signin register search searchbox searchform weather ticker carousel slideshow"),
    (.overlay, "gallery galerie fotostrecke bildergalerie galeria"),
    (.header, "masthead header sitehead topnav pageheader siteheader brand logo banniere"),
    (.footer, "footer foot colophon sitefooter pagefooter bottombar"),
    (.tags, "tag tags taglist tagcloud keywords topics postedin filedunder catlinks tagged categories cats"),
    (.tags, "tagline"),
    (.widget, "widget widgets form poll quiz rating ratings stars score print printer toc slider"),
    (.authorBox, "authorbox authorbio bio biography aboutauthor authorinfo contributors vcard"),
    (.screenReader, "visuallyhidden sronly screenreader assistive offscreen noprint accessibility visually"),
    (.list, "list feed stream grid items cards card river listing archive teaserlist tiles tile collection"),
    (.embed, "embed tweet twittertweet instagram facebook youtube embedded iframe oembed"),
  ]

  private init() {
    var bits: [UInt64: Hints] = [:]
    for (hints, list) in Self.words {
      for word in list.split(separator: " ") {
        bits[Self.hash(Array(word.utf8)), default: []].formUnion(hints)
      }
    }
    self.bits = bits
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func hash(_ word: [UInt8]) -> UInt64 {
    word.reduce(seed) { extend($0, $1) }
  }

  @inline(__always)
  private static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// What the words of a class attribute or an id say.
  ///
  /// Words end at anything but letters and where lower case turns to upper; of two neighbouring words in one
  /// name the pair is looked up as well, so that `read-more` and `readMore` are `readmore`.
  ///
  /// - Parameter wordLimit: A single name of more words says nothing: ids made from a heading's text hold its
  ///   words.
  /// - Complexity: O(n).
  func hints(_ name: UnsafeBufferPointer<UInt8>, wordLimit: Int = .max) -> Hints {
    var found: Hints = []
    var words = 0
    var word = Self.seed
    var pair = Self.seed
    var length = 0
    var wasLower = false
    var at = 0
    while at <= name.count {
      let byte = at < name.count ? name[at] : 0x20
      let isUpper = byte &- 0x41 < 26
      let isLetter = (byte | 0x20) &- 0x61 < 26
      if length > 0 && (!isLetter || isUpper && wasLower) {
        words += 1
        if let hints = bits[word] { found.formUnion(hints) }
        if pair != word, let hints = bits[pair] { found.formUnion(hints) }
        // A name ends at white space; within it the next word may pair with this one.
        pair = byte == 0x20 || byte == 0x09 || byte == 0x0A ? Self.seed : word
        word = Self.seed
        length = 0
      }
      if byte == 0x20 || byte == 0x09 || byte == 0x0A { pair = Self.seed }
      if isLetter {
        word = Self.extend(word, byte | 0x20)
        pair = Self.extend(pair, byte | 0x20)
        length += 1
      }
      wasLower = isLetter && !isUpper
      at += 1
    }
    return words > wordLimit ? [] : found
  }
}
