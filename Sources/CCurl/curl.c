#include "parallax_curl.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

// libcurl's binary interface has not changed since 2006; the numbers are those of its headers.
enum {
  OPTION_WRITEDATA = 10001,
  OPTION_URL = 10002,
  OPTION_PROXY = 10004,
  OPTION_ERRORBUFFER = 10010,
  OPTION_USERAGENT = 10018,
  OPTION_HTTPHEADER = 10023,
  OPTION_HEADERDATA = 10029,
  OPTION_COOKIEFILE = 10031,
  OPTION_NOPROGRESS = 43,
  OPTION_FOLLOWLOCATION = 52,
  OPTION_NOSIGNAL = 99,
  OPTION_ACCEPT_ENCODING = 10102,
  OPTION_TIMEOUT_MS = 155,
  OPTION_CONNECTTIMEOUT_MS = 156,
  OPTION_HTTP_CONTENT_DECODING = 158,
  OPTION_OPENSOCKETDATA = 10164,
  OPTION_NOPROXY = 10177,
  OPTION_PROTOCOLS = 181,
  OPTION_PROTOCOLS_STR = 10318,
  OPTION_WRITEFUNCTION = 20011,
  OPTION_HEADERFUNCTION = 20079,
  OPTION_OPENSOCKETFUNCTION = 20163,
  INFO_RESPONSE_CODE = 0x200002,
  INFO_REDIRECT_URL = 0x10001F,
  GLOBAL_ALL = 3,
  PROTOCOL_HTTP_AND_HTTPS = 3,
};

struct list;

struct curl_address {
  int family;
  int socket_type;
  int protocol;
  unsigned int length;
  struct sockaddr address;
};

static int (*global_init)(long);
static void *(*easy_init)(void);
static void (*easy_cleanup)(void *);
static void (*easy_reset)(void *);
static int (*easy_setopt)(void *, int, ...);
static int (*easy_perform)(void *);
static int (*easy_getinfo)(void *, int, ...);
static const char *(*easy_strerror)(int);
static struct list *(*list_append)(struct list *, const char *);
static void (*list_free)(struct list *);

static const char *const names[] = {
#ifdef __APPLE__
    "/usr/lib/libcurl.4.dylib", "libcurl.4.dylib",
#else
    "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4",
#endif
};

static int find(void *library, const char *name, void *function) {
  void *address = dlsym(library, name);
  memcpy(function, &address, sizeof address);
  return address != NULL;
}

int parallax_curl_load(void) {
  for (size_t at = 0; at < sizeof names / sizeof *names; at++) {
    void *library = dlopen(names[at], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) continue;
    if (find(library, "curl_global_init", &global_init) && find(library, "curl_easy_init", &easy_init) &&
        find(library, "curl_easy_cleanup", &easy_cleanup) && find(library, "curl_easy_reset", &easy_reset) &&
        find(library, "curl_easy_setopt", &easy_setopt) && find(library, "curl_easy_perform", &easy_perform) &&
        find(library, "curl_easy_getinfo", &easy_getinfo) &&
        find(library, "curl_easy_strerror", &easy_strerror) &&
        find(library, "curl_slist_append", &list_append) &&
        find(library, "curl_slist_free_all", &list_free) && global_init(GLOBAL_ALL) == 0)
      return 1;
    dlclose(library);
  }
  return 0;
}

void *parallax_curl_open(void) { return easy_init(); }

void parallax_curl_close(void *session) { easy_cleanup(session); }

static size_t take_head(char *bytes, size_t size, size_t count, void *context) {
  const parallax_curl_request *request = context;
  return request->head(bytes, size * count, request->context);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const parallax_curl_request *request = context;
  return request->body(bytes, size * count, request->context);
}

// Called with the address that the connection will be made to, so that no name can lead past the judge.
static int open_socket(void *context, int purpose, struct curl_address *address) {
  const parallax_curl_request *request = context;
  (void)purpose;
  if (!request->judge(&address->address, address->length, request->context)) return -1;
  return socket(address->family, address->socket_type, address->protocol);
}

void parallax_curl_perform(void *session, const parallax_curl_request *request, parallax_curl_answer *answer) {
  memset(answer, 0, sizeof *answer);
  easy_reset(session);
  struct list *fields = list_append(NULL, request->accept);

  // What keeps a request where it may go comes first: without it there is none.
  int code = easy_setopt(session, OPTION_PROTOCOLS_STR, "http,https");
  if (code != 0) code = easy_setopt(session, OPTION_PROTOCOLS, (long)PROTOCOL_HTTP_AND_HTTPS);
  if (code == 0) code = easy_setopt(session, OPTION_FOLLOWLOCATION, 0L);
  if (code == 0) code = easy_setopt(session, OPTION_OPENSOCKETFUNCTION, open_socket);
  if (code == 0) code = easy_setopt(session, OPTION_OPENSOCKETDATA, request);
  if (code == 0 && !request->uses_proxy) code = easy_setopt(session, OPTION_PROXY, "");
  if (code == 0 && !request->uses_proxy) code = easy_setopt(session, OPTION_NOPROXY, "*");
  if (code == 0) code = easy_setopt(session, OPTION_TIMEOUT_MS, request->timeout_ms);
  if (code == 0) code = easy_setopt(session, OPTION_CONNECTTIMEOUT_MS, request->connect_timeout_ms);
  if (code == 0) code = easy_setopt(session, OPTION_URL, request->url);
  if (code == 0) code = easy_setopt(session, OPTION_WRITEFUNCTION, take_body);
  if (code == 0) code = easy_setopt(session, OPTION_WRITEDATA, request);
  if (code == 0) code = easy_setopt(session, OPTION_HEADERFUNCTION, take_head);
  if (code == 0) code = easy_setopt(session, OPTION_HEADERDATA, request);

  easy_setopt(session, OPTION_ERRORBUFFER, answer->error);
  easy_setopt(session, OPTION_NOSIGNAL, 1L);
  easy_setopt(session, OPTION_NOPROGRESS, 1L);
  easy_setopt(session, OPTION_USERAGENT, request->user_agent);
  easy_setopt(session, OPTION_HTTPHEADER, fields);
  // The body stays as it was sent, to be decoded with a limit.
  easy_setopt(session, OPTION_ACCEPT_ENCODING, "gzip, deflate");
  easy_setopt(session, OPTION_HTTP_CONTENT_DECODING, 0L);
  // Cookies are kept for the redirects of this page, and nowhere else.
  easy_setopt(session, OPTION_COOKIEFILE, "");

  if (code == 0) code = easy_perform(session);
  answer->code = code;
  if (code != 0 && answer->error[0] == 0) strncpy(answer->error, easy_strerror(code), sizeof answer->error - 1);
  easy_getinfo(session, INFO_RESPONSE_CODE, &answer->status);
  const char *redirect = NULL;
  if (easy_getinfo(session, INFO_REDIRECT_URL, &redirect) == 0 && redirect != NULL) {
    answer->redirect_is_too_long = strlen(redirect) >= sizeof answer->redirect;
    if (!answer->redirect_is_too_long) strcpy(answer->redirect, redirect);
  }
  // The error buffer must not outlive this call.
  easy_setopt(session, OPTION_ERRORBUFFER, NULL);
  easy_setopt(session, OPTION_HTTPHEADER, NULL);
  list_free(fields);
}
