// The lexicon files, as bytes inside the binary. A new folder needs three lines here: a NAME and FOLDER with
// the include, and a row of the table; a test compares the table with the folders.
#include "CLexiconData.h"

#define NAME attribution
#define FOLDER en/attribution
#include "embed-lexicon.h"

#define NAME booster
#define FOLDER en/booster
#include "embed-lexicon.h"

#define NAME engagement
#define FOLDER en/engagement
#include "embed-lexicon.h"

#define NAME evaluative
#define FOLDER en/evaluative
#include "embed-lexicon.h"

#define NAME figurative
#define FOLDER en/figurative
#include "embed-lexicon.h"

#define NAME hedge
#define FOLDER en/hedge
#include "embed-lexicon.h"

#define NAME intensifier
#define FOLDER en/intensifier
#include "embed-lexicon.h"

#define NAME irony
#define FOLDER en/irony
#include "embed-lexicon.h"

#define NAME loaded
#define FOLDER en/loaded
#include "embed-lexicon.h"

#define NAME presupposition
#define FOLDER en/presupposition
#include "embed-lexicon.h"

#define NAME promotional
#define FOLDER en/promotional
#include "embed-lexicon.h"

#define NAME slogan
#define FOLDER en/slogan
#include "embed-lexicon.h"

#define NAME stance
#define FOLDER en/stance
#include "embed-lexicon.h"

#define NAME vagueSource
#define FOLDER en/vagueSource
#include "embed-lexicon.h"

#define NAME frames_capacity
#define FOLDER en/frames/capacity
#include "embed-lexicon.h"

#define NAME frames_conflict
#define FOLDER en/frames/conflict
#include "embed-lexicon.h"

#define NAME frames_culturalIdentity
#define FOLDER en/frames/culturalIdentity
#include "embed-lexicon.h"

#define NAME frames_economic
#define FOLDER en/frames/economic
#include "embed-lexicon.h"

#define NAME frames_externalRegulation
#define FOLDER en/frames/externalRegulation
#include "embed-lexicon.h"

#define NAME frames_fairness
#define FOLDER en/frames/fairness
#include "embed-lexicon.h"

#define NAME frames_health
#define FOLDER en/frames/health
#include "embed-lexicon.h"

#define NAME frames_humanInterest
#define FOLDER en/frames/humanInterest
#include "embed-lexicon.h"

#define NAME frames_legality
#define FOLDER en/frames/legality
#include "embed-lexicon.h"

#define NAME frames_morality
#define FOLDER en/frames/morality
#include "embed-lexicon.h"

#define NAME frames_politics
#define FOLDER en/frames/politics
#include "embed-lexicon.h"

#define NAME frames_publicOpinion
#define FOLDER en/frames/publicOpinion
#include "embed-lexicon.h"

#define NAME frames_quality
#define FOLDER en/frames/quality
#include "embed-lexicon.h"

#define NAME frames_responsibility
#define FOLDER en/frames/responsibility
#include "embed-lexicon.h"

#define NAME frames_security
#define FOLDER en/frames/security
#include "embed-lexicon.h"

#define FILE_OF(array) {array, sizeof(array) - 1}
#define LEXICON(name, folder) \
  {folder, FILE_OF(metadata_##name), FILE_OF(entries_##name), FILE_OF(examples_##name)}

static const struct parallax_lexicon lexicons[] = {
    LEXICON(attribution, "en/attribution"),
    LEXICON(booster, "en/booster"),
    LEXICON(engagement, "en/engagement"),
    LEXICON(evaluative, "en/evaluative"),
    LEXICON(figurative, "en/figurative"),
    LEXICON(hedge, "en/hedge"),
    LEXICON(intensifier, "en/intensifier"),
    LEXICON(irony, "en/irony"),
    LEXICON(loaded, "en/loaded"),
    LEXICON(presupposition, "en/presupposition"),
    LEXICON(promotional, "en/promotional"),
    LEXICON(slogan, "en/slogan"),
    LEXICON(stance, "en/stance"),
    LEXICON(vagueSource, "en/vagueSource"),
    LEXICON(frames_capacity, "en/frames/capacity"),
    LEXICON(frames_conflict, "en/frames/conflict"),
    LEXICON(frames_culturalIdentity, "en/frames/culturalIdentity"),
    LEXICON(frames_economic, "en/frames/economic"),
    LEXICON(frames_externalRegulation, "en/frames/externalRegulation"),
    LEXICON(frames_fairness, "en/frames/fairness"),
    LEXICON(frames_health, "en/frames/health"),
    LEXICON(frames_humanInterest, "en/frames/humanInterest"),
    LEXICON(frames_legality, "en/frames/legality"),
    LEXICON(frames_morality, "en/frames/morality"),
    LEXICON(frames_politics, "en/frames/politics"),
    LEXICON(frames_publicOpinion, "en/frames/publicOpinion"),
    LEXICON(frames_quality, "en/frames/quality"),
    LEXICON(frames_responsibility, "en/frames/responsibility"),
    LEXICON(frames_security, "en/frames/security"),
};

const struct parallax_lexicon *parallax_lexicons(void) { return lexicons; }

size_t parallax_lexicon_count(void) { return sizeof(lexicons) / sizeof(lexicons[0]); }

// Only `make build` sets the macro: it alone sees to it that the image is that of these lexicons and this code.
static const _Alignas(16) unsigned char compiled[] = {
#if defined(PARALLAX_COMPILED_LEXICONS) && __has_embed("compiled.bin")
#embed "compiled.bin" suffix(,)
#endif
    0};

struct parallax_file parallax_compiled_lexicons(void) {
  struct parallax_file file = FILE_OF(compiled);
  return file;
}
