/// Tells paragraphs that ask the reader to buy, join, subscribe, donate, follow, share or comment.
///
/// Imperatives count only where they open a sentence, so that "Sweden may join NATO" or "voters donate to"
/// stay news; a paragraph is a promotion when such sentences are a good part of it.
enum PromotionRules {
  /// Phrases that sell wherever they stand.
  private static let anywhere: PhraseList = [
    "promo code", "coupon code", "discount code", "our newsletter", "our newsletters", "our daily newsletter",
    "our free newsletter", "our weekly newsletter", "our morning newsletter", "vip member", "vip membership",
    "our membership program", "our podcast", "free trial", "in your inbox", "to your inbox", "% off your",
    "% off a subscription", "% off an annual", "become a subscriber", "become a member", "our patreon",
    "ad-free experience", "affiliate commission", "affiliate links", "affiliate link", "earn a commission",
    "may earn commission", "sponsored by", "our mobile app", "our free app", "reader-supported",
    "tax-deductible",
    "our online store", "please subscribe", "already a subscriber", "already subscribed", "log in to read",
    "unlimited access", "unlimited digital access", "newsletter abonnieren", "unseren newsletter",
    "unser newsletter", "newsletter anmelden",
    "kostenlosen newsletter", "jetzt abonnieren", "jetzt anmelden", "jetzt spenden", "folgen sie uns",
    "folge uns",
    "abonnez-vous", "notre newsletter", "suivez-nous", "suscríbete", "suscríbase", "nuestro boletín",
    "síguenos",
    "síganos en", "assine já", "siga-nos", "iscriviti alla", "seguici su", "abonneer u", "volg ons op",
    "prenumerera på", "dołącz do nas", "подпишитесь", "подписывайтесь", "for ios and android", "auf whatsapp",
  ]

  /// Phrases that sell where they open a sentence.
  private static let opening: PhraseList = [
    "join the conversation", "join the discussion", "join the debate", "join our", "join us", "join now",
    "join today", "join vip", "subscribe", "subscribe to", "subscribe now", "subscribe today",
    "sign up for our",
    "sign up to our", "sign up for the", "sign up for free", "sign up here", "sign up now", "sign up today",
    "sign up", "click here to subscribe", "click here to join", "click here to sign up",
    "click here to donate",
    "click here to support", "click here to buy", "click here to download", "help us continue",
    "help us keep",
    "help us to continue", "help us report", "help us fight", "help support", "support our journalism",
    "support our work", "support our reporting", "support our newsroom", "support our mission",
    "support our site",
    "support independent journalism", "support quality journalism", "support local journalism",
    "support the guardian", "support us", "donate", "donate now", "donate today", "donate to",
    "make a donation",
    "make a contribution", "become a", "consider supporting", "consider donating", "please consider",
    "please support", "please donate", "please subscribe", "please share", "please like", "please follow",
    "if you like this", "if you enjoyed this", "if you liked this", "like what you", "enjoyed this",
    "follow us",
    "like us on", "find us on", "connect with us", "follow him on", "follow her on", "follow them on",
    "follow me on", "follow @", "download the app", "download our", "download now", "get the app",
    "get our", "get the latest", "get unlimited", "get full access", "get breaking news", "get more stories",
    "get the best", "get it delivered", "buy now", "buy it now", "shop now", "order now", "order your copy",
    "leave a comment", "leave a reply", "post a comment", "share your thoughts", "share this story",
    "share this article", "share this post", "tell us what you think", "have your say",
    "what do you think? let us know", "let us know in the comments", "let us know what you think",
    "use promo code", "use code", "use coupon code", "try it free", "start your free", "start your trial",
    "claim your", "already a subscriber", "not a subscriber", "not a member",
    "this article is for subscribers",
    "stay informed", "stay up to date", "stay connected", "never miss", "want more", "want the latest",
    "you can support", "your support", "your donation", "your contribution", "thank you for supporting",
    "thanks for reading", "for more on this", "for more stories like this", "sponsored by",
    "brought to you by",
    "this newsletter", "this post contains affiliate", "this article contains affiliate", "we may earn",
    "as an amazon associate", "this post is sponsored", "this article is sponsored",
    "this post contains sponsored", "dieser beitrag enthält werbung", "dieser artikel enthält werbung",
    "dieser beitrag enthält affiliate", "dieser artikel enthält affiliate", "cet article contient des liens",
    "este artículo contiene enlaces de", "este artigo contém links de",
  ]

  /// Openings that are news as often as not, and sell only together with a second sign.
  private static let weak: Set<String> = [
    "subscribe", "sign up", "donate", "donate to", "become a", "join us", "please consider", "like what you",
    "your support", "stay informed", "want more", "sign up for the", "get the best", "get our",
    "this newsletter",
    "please share", "help support", "get the latest", "please follow", "please support", "never miss",
    "claim your",
    "thanks for reading", "enjoyed this", "join now",
  ]

  private static let secondSigns: PhraseList = [
    "newsletter", "newsletters", "podcast", "membership", "member", "members", "subscription", "subscriber",
    "subscribers", "email", "e-mail", "inbox", "app", "today", "our", "us", "free", "facebook", "twitter",
    "instagram", "youtube", "telegram", "whatsapp", "vip", "journalism", "monthly", "per month", "a month",
    "here",
  ]

  /// Whether a paragraph is a promotion by its words.
  static func isPromotion(_ shape: PassageShape) -> Bool {
    guard shape.words > 0 else { return false }
    var hits = anywhere.count(in: shape.folded) + (hasPercentOff(shape) ? 1 : 0)
    for start in shape.sentenceStarts {
      guard let phrase = opening.match(shape.folded, at: start) else { continue }
      if !weak.contains(phrase.description) || shape.words <= 4 || shape.contains(secondSigns) { hits += 1 }
    }
    guard hits > 0 else { return false }
    return shape.words <= 45 || hits * 3 >= max(1, shape.sentences)
  }

  /// "74% off": a number, a percent sign and "off" or "discount".
  private static func hasPercentOff(_ shape: PassageShape) -> Bool {
    guard shape.digits > 0, shape.folded.contains(0x25) else { return false }
    return shape.contains(percentOff) && shape.contains(saleWords)
  }

  private static let percentOff: PhraseList = ["% off", "percent off", "% discount"]
  private static let saleWords: PhraseList = [
    "code", "subscription", "membership", "your", "today", "sale", "deal",
  ]
}
