/**
 * What a log line says of a request: never its query, where people search for names and e-mail addresses, and not from
 * where it came. The id of the request leads to the audit row, which says who it was.
 */
export function loggedRequest(request: { readonly method: string; readonly url: string }): {
  method: string;
  path: string;
} {
  return { method: request.method, path: request.url.split('?', 1)[0] ?? '' };
}
