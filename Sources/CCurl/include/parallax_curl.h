// The little of libcurl that Parallax needs, from a library that is loaded when the first address is read.

#ifndef PARALLAX_CURL_H
#define PARALLAX_CURL_H

#include <stddef.h>
#include <sys/socket.h>

/// Takes bytes as they come; what it gives back other than `count` ends the transfer.
typedef size_t (*parallax_curl_bytes)(const char *bytes, size_t count, void *context);
/// Judges the address about to be connected to; 0 refuses it.
typedef int (*parallax_curl_judge)(const struct sockaddr *address, size_t length, void *context);

/// One request for one address; redirects are not followed.
typedef struct {
  const char *url;
  const char *user_agent;
  const char *accept;
  long timeout_ms;
  long connect_timeout_ms;
  /// Whether the proxy that the environment names may be used.
  int uses_proxy;
  void *context;
  parallax_curl_judge judge;
  parallax_curl_bytes head;
  parallax_curl_bytes body;
} parallax_curl_request;

/// What came of a request.
typedef struct {
  /// 0, or libcurl's error number.
  int code;
  /// HTTP status, 0 when there was no answer.
  long status;
  /// What went wrong, in libcurl's words.
  char error[256];
  /// Where the answer redirects to, absolute; empty when it does not.
  char redirect[4096];
  /// Whether the place it redirects to is longer than that.
  int redirect_is_too_long;
} parallax_curl_answer;

/// Error numbers of libcurl that Parallax tells apart.
enum {
  PARALLAX_CURL_UNSUPPORTED_SCHEME = 1,
  PARALLAX_CURL_MALFORMED_URL = 3,
  PARALLAX_CURL_UNKNOWN_HOST = 6,
  PARALLAX_CURL_NO_CONNECTION = 7,
  PARALLAX_CURL_STOPPED = 23,
  PARALLAX_CURL_TIMEOUT = 28,
};

/// Loads the library; to be called once, before anything else.
///
/// Returns 0 when there is none.
int parallax_curl_load(void);

/// A session that keeps cookies and connections between the requests of one page; NULL when memory is short.
void *parallax_curl_open(void);

/// Ends a session.
void parallax_curl_close(void *session);

/// Makes one request and waits for its end.
void parallax_curl_perform(void *session, const parallax_curl_request *request, parallax_curl_answer *answer);

#endif
