/**
 * How deep a page nests its elements, told from its text before anybody parses it: some parsers and
 * all that walk what they give take a time that grows with depth, or run out of stack. One pass;
 * elements that a browser closes by itself are not counted, nor what stands in scripts.
 */

/** Deeper than any page is nested, unclosed elements included. */
export const DEEPEST_PAGE = 2_000;

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9:-]{0,40}))/gi;
/** What has no end, or needs none. */
const NEVER_OPEN = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp body html head'.split(
    ' ',
  ),
);
const RAW: Readonly<Record<string, string>> = { script: '</script', style: '</style' };

/** Where what begins here and holds no elements ends: a comment, a script. */
function endOfRaw(html: string, lower: string, name: string | undefined, from: number): number {
  const mark = name === undefined ? '-->' : RAW[name.toLowerCase()];
  if (mark === undefined) return from;
  const end = (name === undefined ? html : lower).indexOf(mark, from);
  return end < 0 ? html.length : end;
}

/** Whether more elements stand open at once than in any page. */
export function isTooDeep(html: string): boolean {
  // Some letters grow when they are made small; then the page is taken as it is.
  const small = html.toLowerCase();
  const lower = small.length === html.length ? small : html;
  let open = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const [, closing, name] = match;
    if (name === undefined || (!closing && RAW[name.toLowerCase()])) {
      TAG.lastIndex = endOfRaw(html, lower, name, TAG.lastIndex);
    } else if (!NEVER_OPEN.has(name.toLowerCase())) {
      open = Math.max(0, open + (closing ? -1 : 1));
      if (open > DEEPEST_PAGE) return true;
    }
  }
  return false;
}
