/// Headings over parts of a page that are not the article, in the languages news is most read in.
enum SectionLabels {
  /// What a heading announces.
  enum Part {
    case related
    case author
    case comments
  }

  /// The part that a short text announces, nil for other texts.
  static func part(_ shape: PassageShape) -> Part? {
    guard shape.words > 0 || shape.folded.count >= 6, shape.words <= 9 else { return nil }
    if shape.begins(with: related) { return .related }
    if shape.begins(with: author) { return .author }
    if shape.begins(with: comments) { return .comments }
    return nil
  }

  /// "Read more" and its kin: the link at the end of a teaser.
  static func isReadMore(_ shape: PassageShape) -> Bool {
    shape.words <= 5 && shape.begins(with: readMore)
  }

  private static let related: PhraseList = [
    "related articles", "related stories", "related content", "related posts", "related topics",
    "related coverage",
    "related news", "related reading", "related links", "related videos", "related products", "more from",
    "more stories",
    "more articles", "more news", "more on this", "you may also", "you might also", "recommended for",
    "recommended articles",
    "recommended stories", "recommended reading", "most read", "most popular", "most viewed",
    "popular articles",
    "popular posts", "popular stories", "trending", "top stories", "latest news", "latest articles",
    "latest stories",
    "latest posts", "recent posts", "recent articles", "further reading", "read next", "what to read next",
    "up next",
    "around the web", "from around the web", "from the web", "promoted stories", "sponsored stories",
    "editor's picks",
    "editors' picks", "don't miss", "other people are reading", "people also read", "keep reading",
    "in case you missed",
    "share this", "like this:", "explore more", "discover more",
    // German.
    "mehr zum thema", "zum thema", "weitere artikel", "weitere themen", "weitere beitr",
    "weitere nachrichten",
    "weitere meldungen", "weitere informationen", "weitere links", "weiterführende", "ähnliche", "verwandte",
    "das könnte sie", "das könnte dich", "das könnte ihnen", "auch interessant", "auch lesen",
    "lesen sie auch",
    "lesen sie hier", "lesen sie mehr", "lesetipp", "meistgelesen", "meist gelesen", "top-themen",
    "top themen",
    "neueste artikel", "neueste beitr", "aktuelle news", "aktuelle nachrichten", "beliebte", "empfehlungen",
    "unsere empfehlung", "mehr aus", "mehr von", "mehr artikel", "links zum thema", "dossier",
    // French.
    "articles similaires", "articles liés", "sur le même sujet", "sur le même thème", "à lire aussi",
    "lire aussi",
    "a lire aussi", "à lire également", "à voir aussi", "les plus lus", "voir aussi", "dans la même",
    "plus d'articles",
    "en savoir plus", "à découvrir", "ailleurs sur le web", "recommandé",
    // Spanish, Portuguese, Italian.
    "artículos relacionados", "noticias relacionadas", "notas relacionadas", "contenido relacionado",
    "relacionadas",
    "relacionados", "más noticias", "más leídas", "más sobre", "más información", "lo más leído",
    "lo más visto",
    "te puede interesar", "te puede gustar", "también te puede", "le puede interesar", "lea también",
    "lee también",
    "leer también", "lea además", "vea también", "ver también", "temas relacionados",
    "contexto de la noticia",
    "leia também", "leia mais", "veja também", "notícias relacionadas", "matérias relacionadas", "mais lidas",
    "saiba mais", "artigos relacionados", "leggi anche", "articoli correlati", "potrebbe interessarti",
    "potrebbero interessarti", "ti potrebbe", "vedi anche", "notizie correlate", "i più letti",
    // Dutch, Scandinavian, Polish, Czech, Turkish, Russian, Greek.
    "lees ook", "meer over", "gerelateerd", "meest gelezen", "läs också", "läs mer", "läs även", "les også",
    "læs også",
    "lue myös", "mest lest", "mest læst", "mest läst", "czytaj także", "czytaj również", "czytaj też",
    "zobacz także",
    "zobacz również", "przeczytaj także", "podobne artykuły", "polecamy", "čtěte také", "související",
    "mohlo by vás",
    "přečtěte si", "ilgili haberler", "читайте также", "похожие", "по теме", "материалы по теме",
    "Читайте также",
    "Похожие", "Материалы по теме", "По теме", "διαβάστε",
    // Chinese, Japanese, Korean.
    "相关新闻", "相关文章", "相关阅读", "相關文章", "相關新聞", "延伸阅读", "延伸閱讀", "推荐阅读", "热门", "関連記事", "関連ニュース",
    "関連リンク", "あわせて読みたい", "おすすめ", "관련기사", "관련 기사",
  ]

  private static let author: PhraseList = [
    "about the author", "about the writer", "about the reporter", "written by", "meet the author",
    "author bio",
    "more about the author", "über den autor", "über die autor", "zum autor", "zur autorin", "der autor",
    "die autorin",
    "zur person", "à propos de l'auteur", "l'auteur", "sobre el autor", "sobre la autora", "acerca del autor",
    "sobre o autor", "sobre a autora", "l'autore", "informazioni sull'autore", "over de auteur",
    "om författaren",
    "o autorze", "o autorovi", "об авторе", "Об авторе",
  ]

  private static let comments: PhraseList = [
    "comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "join the discussion",
    "reader comments", "responses to", "kommentare", "schreibe einen kommentar", "kommentar schreiben",
    "kommentar verfassen", "hinterlasse eine antwort", "hinterlasse einen kommentar", "ihr kommentar",
    "diskutieren sie", "commentaires", "laisser un commentaire", "laissez un commentaire",
    "ajouter un commentaire",
    "votre commentaire", "comentarios", "deja un comentario", "deja una respuesta", "déjanos tu comentario",
    "comentários", "deixe um comentário", "deixe uma resposta", "commenti", "lascia un commento", "reacties",
    "geef een reactie", "laat een reactie", "kommentarer", "lämna ett svar", "komentarze", "dodaj komentarz",
    "komentáře", "комментарии", "Комментарии", "评论", "網友評論", "网友评论", "留言列表", "コメント", "댓글",
  ]

  private static let readMore: PhraseList = [
    "read more", "read the full", "read full", "continue reading", "learn more", "more »", "see more",
    "view more",
    "full story", "weiterlesen", "mehr lesen", "mehr erfahren", "mehr dazu", "mehr »", "zum artikel",
    "zum beitrag",
    "lire la suite", "lire plus", "en savoir plus", "leer más", "seguir leyendo", "ver más", "leia mais",
    "ler mais",
    "saiba mais", "leggi tutto", "leggi di più", "continua a leggere", "lees meer", "lees verder", "läs mer",
    "les mer",
    "læs mere", "czytaj więcej", "více", "подробнее", "Подробнее", "читать далее", "Читать далее", "続きを読む",
    "もっと見る",
    "阅读全文", "查看更多",
  ]
}
