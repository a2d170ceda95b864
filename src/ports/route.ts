/**
 * Places in the app as addresses and back. All state of what is on screen stands behind the `#`, so
 * that the app works from any folder and from a single file.
 *
 *   #/                      desk
 *   #/draft/<id>/<place>    a draft; place: basics, a section id, check, preview
 *   #/sample/<name>/<place> a sample, kept nowhere
 *   #/years/<agency>        the years of one body side by side
 *   #/rules                 the list of rules
 *   #/safe                  the drafts as files, none of them opened: for when one breaks the program
 */

export type Route =
  | { readonly at: 'desk' }
  | { readonly at: 'draft'; readonly id: string; readonly place: string }
  | { readonly at: 'sample'; readonly id: string; readonly place: string }
  | { readonly at: 'years'; readonly agency: string }
  | { readonly at: 'rules' }
  | { readonly at: 'safe' };

export const DESK: Route = { at: 'desk' };
export const RULES_ROUTE: Route = { at: 'rules' };
export const SAFE_ROUTE: Route = { at: 'safe' };

/** The route a hash names; anything unknown is the desk. */
export function readRoute(hash: string): Route {
  const [kind, id, place = ''] = hash.replace(/^#\/?/, '').split('/').map(decodePart);
  if (kind === 'rules') return RULES_ROUTE;
  if (kind === 'safe') return SAFE_ROUTE;
  if (kind === 'years' && id) return { at: 'years', agency: id };
  return (kind === 'draft' || kind === 'sample') && id ? { at: kind, id, place } : DESK;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The hash that names a route. */
export function hashOf(route: Route): string {
  if (route.at === 'desk') return '#/';
  if (route.at === 'rules' || route.at === 'safe') return `#/${route.at}`;
  if (route.at === 'years') return `#/years/${encodeURIComponent(route.agency)}`;
  return `#/${route.at}/${encodeURIComponent(route.id)}/${encodeURIComponent(route.place)}`;
}
