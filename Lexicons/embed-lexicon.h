// Embeds the three files of one lexicon. Included once per folder by embed.c, with
//   NAME    what the C names end in
//   FOLDER  the folder below Lexicons
// A missing file becomes an empty one. Each array ends in a zero byte that its count leaves out.

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)
#define JOIN_OF(a, b) a##b
#define JOIN(a, b) JOIN_OF(a, b)

static const unsigned char JOIN(metadata_, NAME)[] = {
#if __has_embed(TEXT(FOLDER/lexicon.json))
#embed TEXT(FOLDER/lexicon.json) suffix(,)
#endif
    0};

static const unsigned char JOIN(entries_, NAME)[] = {
#if __has_embed(TEXT(FOLDER/entries.tsv))
#embed TEXT(FOLDER/entries.tsv) suffix(,)
#endif
    0};

static const unsigned char JOIN(examples_, NAME)[] = {
#if __has_embed(TEXT(FOLDER/examples.tsv))
#embed TEXT(FOLDER/examples.tsv) suffix(,)
#endif
    0};

#undef NAME
#undef FOLDER
#undef TEXT_OF
#undef TEXT
#undef JOIN_OF
#undef JOIN
