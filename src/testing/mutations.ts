/**
 * Damage to texts for fuzz tests, drawn by fast-check: to any text as a disk, a mail program or an
 * editor does it, and to JSON and HTML by somebody who knows their making.
 */
import fc from 'fast-check';

/** One stroke of damage, as numbers, so that a failing case can be made smaller. */
export interface Stroke {
  readonly kind: number;
  /** Where, and where else: shares of the whole. */
  readonly at: number;
  readonly other: number;
  readonly size: number;
  readonly put: number;
}

/** Evenly spread: fast-check's own doubles crowd about 0, and would damage little but beginnings. */
const share = fc.noBias(fc.nat(2 ** 30 - 1)).map((part) => part / 2 ** 30);
const stroke: fc.Arbitrary<Stroke> = fc.record({
  kind: fc.noBias(fc.nat(1000)),
  at: share,
  other: share,
  size: fc.nat(60),
  put: fc.noBias(fc.nat(1000)),
});

/** One stroke mostly: of many, one is likely to be fatal, and hides what the others do. */
export const strokes = fc.oneof(
  { weight: 2, arbitrary: fc.array(stroke, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(stroke, { minLength: 2, maxLength: 5 }) },
);

type Damage<Whole> = (whole: Whole, stroke: Stroke) => Whole;

function chosen<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

function damagedBy<Whole>(damages: readonly Damage<Whole>[], whole: Whole, all: readonly Stroke[]) {
  return all.reduce((broken, one) => chosen(damages, one.kind)(broken, one), whole);
}

function spliced(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

const WORDS: readonly string[] = [
  '',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '<',
  '>',
  '&',
  ';',
  '\t',
  '\n',
  '|',
  ' ',
  '　',
  '0',
  '9',
  '-1',
  '1.5',
  '1e999',
  '00',
  '１２',
  '——',
  '/',
  '12件',
  '1,259',
  'null',
  '\u0000',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\u202e',
  '\u2028',
  '__proto__',
  '"constructor":1,',
  '</td><td>',
  '<!--',
  ']]>',
  '&#x110000;',
  '&quot;',
  '总计',
  '1.属于国家秘密',
  '三、',
];

const TEXT_DAMAGES: readonly Damage<string>[] = [
  // A flipped bit.
  (text, { at, size }) => {
    const place = Math.floor(at * text.length);
    const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << (size % 16)));
    return text === '' ? text : spliced(text, place, 1, flipped);
  },
  (text, { at, size, put }) =>
    spliced(text, Math.floor(at * text.length), size % 13, chosen(WORDS, put)),
  // A stretch that stands twice.
  (text, { at, other, size }) => {
    const stretch = text.slice(Math.floor(at * text.length)).slice(0, size * 20);
    return spliced(text, Math.floor(other * text.length), 0, stretch);
  },
  // A stretch moved elsewhere.
  (text, { at, other, size }) => {
    const from = Math.floor(at * text.length);
    const stretch = text.slice(from, from + size);
    const rest = spliced(text, from, size, '');
    return spliced(rest, Math.floor(other * rest.length), 0, stretch);
  },
  // Cut off at the end, or at the beginning.
  (text, { at, put }) => {
    const place = Math.floor(at * text.length);
    return put % 3 === 0 ? text.slice(place >> 2) : text.slice(0, text.length - (place >> 2));
  },
  // One word without end.
  (text, { at, size, put }) =>
    spliced(text, Math.floor(at * text.length), 0, chosen(WORDS, put).repeat(size * 50)),
];

/** A text damaged without regard to what it means. */
export function damagedText(text: string, all: readonly Stroke[]): string {
  return damagedBy(TEXT_DAMAGES, text, all);
}

type Holder = Record<string, unknown>;

interface Place {
  readonly holder: Holder;
  readonly key: string;
}

/**
 * A member somewhere in a value: down from the top, every member of a level as likely as the next, so
 * that what is rare in a file is hit as often as its many figures.
 */
function placeIn(root: Holder, share: number): Place | undefined {
  let holder = root;
  let rest = share;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return undefined;
    rest *= keys.length;
    const key = keys[Math.floor(rest)] ?? '';
    rest = (rest % 1) * 4;
    const inside = holder[key];
    const isLeaf =
      typeof inside !== 'object' || inside === null || Object.keys(inside).length === 0;
    if (isLeaf || rest < 1) return { holder, key };
    rest = (rest - 1) / 3;
    holder = inside as Holder;
  }
}

function figuresIn(root: unknown): readonly Place[] {
  const places: Place[] = [];
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'number') places.push({ holder: value as Holder, key });
      open.push(member ?? null);
    }
  }
  return places;
}

/** Written as it stands, without quotes: what JSON text may say and no value can. */
const BARE = '\u0001bare:';

function nest(depth: number): unknown {
  let value: unknown = 0;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

const WRONG_VALUES: readonly ((size: number) => unknown)[] = [
  () => null,
  () => true,
  () => '',
  () => 'x',
  () => '12件',
  () => '\ud800',
  () => '__proto__',
  () => [],
  () => ({}),
  () => -1,
  () => 1.5,
  () => `${BARE}9007199254740993`,
  () => 1e15,
  () => `${BARE}1e999`,
  () => `${BARE}-0`,
  () => `${BARE}00012`,
  () => `${BARE}1.0`,
  () => '0.10',
  () => '1e3',
  () => '00012',
  (size) => size,
  (size) => String(size),
  (size) => 'x'.repeat(size * 1000),
  (size) => nest(size * 40),
  (size) => Array.from({ length: size * 20 }, (_, at) => at),
];

const KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'total',
  'x',
  '0',
  'length',
  'requests/received/total',
  'requests/granted/naturalPerson',
  'a.b',
  '\ud800',
];

/** Sets an own member, whatever it is called. */
function put(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

type ValueDamage = (place: Place, stroke: Stroke, root: Holder) => void;

const JSON_DAMAGES: readonly ValueDamage[] = [
  ({ holder, key }, { size, put: number }) => {
    put(holder, key, chosen(WRONG_VALUES, number)(size));
  },
  ({ holder, key }) => {
    delete holder[key];
  },
  // A member called otherwise.
  ({ holder, key }, { put: number }) => {
    if (Array.isArray(holder)) return;
    const value = holder[key];
    delete holder[key];
    put(holder, chosen(KEYS, number), value);
  },
  // A member more.
  ({ holder }, { size, put: number, other }) => {
    const value = chosen(WRONG_VALUES, Math.floor(other * 1000))(size);
    if (Array.isArray(holder)) holder.push(holder[0] ?? value);
    else put(holder, chosen(KEYS, number), value);
  },
  // A text that means something elsewhere.
  ({ holder, key }, { put: number }) => {
    if (typeof holder[key] === 'string') put(holder, key, chosen(KEYS, number));
  },
  // What stands elsewhere.
  ({ holder, key }, { other }, root) => {
    const from = placeIn(root, other);
    if (from) put(holder, key, JSON.parse(JSON.stringify(from.holder[from.key] ?? null)));
  },
  // Two members changed for one another.
  (one, { other }, root) => {
    const two = placeIn(root, other);
    if (!two) return;
    const [first = 'null', second = 'null'] = [one, two].map(({ holder, key }) =>
      JSON.stringify(holder[key] ?? null),
    );
    put(one.holder, one.key, JSON.parse(second));
    put(two.holder, two.key, JSON.parse(first));
  },
  // A figure that is higher.
  (_, { at, size }, root) => {
    const figures = figuresIn(root);
    if (figures.length === 0) return;
    const { holder, key } = chosen(figures, Math.floor(at * figures.length));
    holder[key] = Number(holder[key]) + 1 + size;
  },
];

/** A JSON value damaged by somebody who knows its making. */
export function damagedValue(value: unknown, all: readonly Stroke[]): unknown {
  // In a holder of its own, so that the value itself may be damaged, too.
  const root: Holder = { value: JSON.parse(JSON.stringify(value)) };
  for (const one of all) {
    const inside = root.value;
    const isWhole = one.put % 50 === 0 || typeof inside !== 'object' || inside === null;
    const place = isWhole ? { holder: root, key: 'value' } : placeIn(inside as Holder, one.at);
    if (place) chosen(JSON_DAMAGES, one.kind)(place, one, root);
  }
  return root.value ?? null;
}

/** The text of a damaged value; every third one with a member that stands twice. */
export function jsonText(value: unknown, { at, put: number }: Stroke): string {
  const text = JSON.stringify(value).replace(/"\\u0001bare:([^"]*)"/g, '$1');
  if (number % 3 !== 0) return text;
  const members = text.match(/"[^"\\]*":(?:\d+|"[^"\\]*")/g) ?? [];
  if (members.length === 0) return text;
  const member = chosen(members, Math.floor(at * members.length));
  return text.replace(member, () => `${member},${member.replace(/\d(?="?$)/, '7')}`);
}

const TAG = /<[^<>]*>/g;
const FRAGMENTS: readonly string[] = [
  '<table>',
  '</table>',
  '<tr>',
  '</tr>',
  '<td>',
  '<td colspan=99999999>',
  '<td rowspan="-3">',
  '<template>',
  '<script>1</script>',
  '<style>',
  '<!--',
  '<svg><desc>',
  '<math><mi>',
  '<select>',
  '<plaintext>',
  '<textarea>',
  '<noscript>',
  '<frameset>',
  '<base href="//x.test/">',
  '<br>',
  '<table><tr><td><table><tr><td>9</td></tr></table></td></tr></table>',
  '</body></html>',
  '<p>',
];

interface Tag {
  readonly text: string;
  readonly at: number;
}

function tagsIn(html: string): readonly Tag[] {
  return Array.from(html.matchAll(TAG), ({ 0: text, index }) => ({ text, at: index }));
}

function atTag(change: (html: string, tag: Tag, stroke: Stroke) => string): Damage<string> {
  return (html, one) => {
    const tags = tagsIn(html);
    return tags.length === 0
      ? html
      : change(html, chosen(tags, Math.floor(one.at * tags.length)), one);
  };
}

const HTML_DAMAGES: readonly Damage<string>[] = [
  ...TEXT_DAMAGES,
  atTag((html, { at, text }) => spliced(html, at, text.length, '')),
  atTag((html, { at, text }) => spliced(html, at, 0, text)),
  atTag((html, { at }, { put: number }) => spliced(html, at, 0, chosen(FRAGMENTS, number))),
  // Two tags changed for one another.
  atTag((html, { at, text }, { other }) => {
    const tags = tagsIn(html);
    const second = chosen(tags, Math.floor(other * tags.length));
    const [first, last] = at < second.at ? [{ at, text }, second] : [second, { at, text }];
    const swapped = spliced(html, last.at, last.text.length, first.text);
    return spliced(swapped, first.at, first.text.length, last.text);
  }),
  // Very deep.
  atTag((html, { at }, { size, put: number }) =>
    spliced(
      html,
      at,
      0,
      chosen(['<div>', '<b>', '<table><tr><td>', '<span>'], number).repeat(size * 20),
    ),
  ),
  // Another span, or an attribute cut in two.
  atTag((html, { at, text }, { size, put: number }) => {
    const wrong = chosen(
      [` colspan=${size}`, ` rowspan=${size * 1000}`, ' x="', " a='>", '/'],
      number,
    );
    return spliced(html, at, text.length, text.replace(/\/?>$/, `${wrong}>`));
  }),
  // Another figure where one is printed.
  (html, { at, size }) => {
    const figures = [...html.matchAll(/>\d+</g)];
    if (figures.length === 0) return html;
    const { 0: text, index } = chosen(figures, Math.floor(at * figures.length));
    return spliced(html, index, text.length, `>${size}<`);
  },
];

/** A page damaged by somebody who knows its making. */
export function damagedPage(html: string, all: readonly Stroke[]): string {
  return damagedBy(HTML_DAMAGES, html, all);
}
