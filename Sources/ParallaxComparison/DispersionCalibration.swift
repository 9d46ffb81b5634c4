import ParallaxCore

/// The over-dispersion of each category between news articles of one outlet, before an article is looked at.
///
/// φ₀ was estimated by `make dispersion` within the seven outlets of PolNeAR 1.0 (Newell, Margolin and Ruths
/// 2018), 840 US news articles on politics of 2015 and 2016: Pearson's X² of the articles' counts around their
/// outlet's rate, over its degrees of freedom. No text of the collection is here. Articles on one event vary
/// less, so that the tests err on the side of calling no difference.
public enum DispersionCalibration {
  /// d₀ of every category: the prior counts as much as eight articles.
  public static let degrees = 8.0
  /// φ₀ of a category that was not calibrated.
  public static let unknown = (author: 2.25, all: 3.0)

  /// φ₀ and d₀ of a category in the author's words, or in all words.
  public static func prior(of category: Category, voice: Voice?) -> DispersionPrior {
    let figures = dispersions[category.name] ?? unknown
    return DispersionPrior(dispersion: voice == nil ? figures.all : figures.author, degrees: degrees)
  }

  private static let dispersions: [String: (author: Double, all: Double)] = [
    "attribution": (5.26, 2.58),
    "booster": (1.47, 1.47),
    "engagement": (8.98, 12.12),
    "evaluative": (1.83, 2.43),
    "figurative": (1.25, 1.34),
    "framing": (4.49, 4.77),
    "frame.capacity": (2.02, 3.07),
    "frame.conflict": (2.55, 3.48),
    "frame.culturalIdentity": (4.55, 7.85),
    "frame.economic": (8.96, 15.30),
    "frame.externalRegulation": (3.64, 5.45),
    "frame.fairness": (2.00, 2.73),
    "frame.health": (3.73, 7.00),
    "frame.humanInterest": (4.44, 6.35),
    "frame.legality": (7.43, 10.90),
    "frame.morality": (2.75, 4.51),
    "frame.politics": (5.04, 8.36),
    "frame.publicOpinion": (5.10, 6.02),
    "frame.quality": (1.46, 2.11),
    "frame.responsibility": (1.45, 2.13),
    "frame.security": (6.04, 10.17),
    "hedge": (1.55, 1.88),
    "intensifier": (1.27, 1.44),
    "irony": (2.09, 2.22),
    "loaded": (2.30, 3.06),
    "presupposition": (1.34, 1.47),
    "promotional": (2.11, 1.71),
    "slogan": (1.96, 2.69),
    "vagueSource": (1.69, 1.60),
  ]
}
