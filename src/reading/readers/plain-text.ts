/**
 * Text as it is compared: full-width forms made half-width, radicals that PDF fonts leave behind
 * made characters, traditional characters of the form's vocabulary made simplified, blanks taken
 * out. Only for finding things: what is kept of a document is its own text (`readableText`).
 */

/** CJK radicals supplement: Unicode gives most of them no compatibility mapping. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '⼾户⺀冫⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟⻄西'.match(
      /../gu,
    ) ?? [],
    (pair) => Array.from(pair) as unknown as readonly [string, string],
  ),
);

/** Traditional characters that occur in the labels and headings of the form. */
const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '劃划總总體体況况動动開开資资訊讯請请處处辦办數数復复議议訴诉訟讼問问題题進进報报項项規规條条發发廢废現现許许罰罚強强業业費费額额單单萬万對对務务購购採采製制範范檔档結结轉转續续繼继給给予予區区別别計计屬属國国祕秘機机關关護护權权務务類类過过執执補补確确認认獲获舉举訪访複复無无當当徵征繳缴納纳誰谁維维糾纠審审團团個个組组織织會会益益構构學学術术聯联係系係系爲为為为經经與与後后來来檢检決决絕绝歷历價价實实際际簡简報报級级門门義义產产書书專专電电參参濟济際际觀观種种圍围擬拟預预遲迟還还變变壞坏穩稳餘余'.match(
      /../gu,
    ) ?? [],
    (pair) => Array.from(pair) as unknown as readonly [string, string],
  ),
);

/** A character in its plain form, for the eye too: half-width, and no radical in place of a word. */
function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  const radical = RADICALS[character];
  if (radical) return radical;
  // Only forms that stand for one character: a fraction or a unit sign keeps its own.
  const isForm = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xff00 && code <= 0xffef);
  return isForm || code === 0x3000 ? character.normalize('NFKC') : character;
}

const RADICAL = /[\u2e80-\u2fdf]/g;

/** Text for a reader: only the radicals that a PDF font left in place of characters are replaced. */
export function readableText(text: string): string {
  return text.replace(RADICAL, (radical) => RADICALS[radical] ?? radical.normalize('NFKC'));
}

/** Half-width, same length as the text: what figures are read from. */
export function halfWidth(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const plain = plainCharacter(text.charAt(at));
    return plain.length === 1 ? plain : text.charAt(at);
  }).join('');
}

/** Text without blanks and quotation marks, with the place in the source of each character. */
export interface CompactText {
  readonly text: string;
  readonly at: readonly number[];
}

const DROPPED = /[\s\u200b-\u200f\u2060\ufeff\u00ad“”"'‘’「」*#]/;
const MARKS: Readonly<Record<string, string>> = { '．': '.', '﹒': '.', '〔': '(', '〕': ')' };

/** The compact form of a text. */
export function compactText(source: string): CompactText {
  const text: string[] = [];
  const at: number[] = [];
  for (let place = 0; place < source.length; place += 1) {
    const own = source.charAt(place);
    if (DROPPED.test(own)) continue;
    const plain = plainCharacter(own);
    const mark = MARKS[plain] ?? TRADITIONAL[plain] ?? plain;
    if (mark.length !== 1 || DROPPED.test(mark)) continue;
    text.push(mark);
    at.push(place);
  }
  return { text: text.join(''), at };
}

/** The compact form alone. */
export function compact(source: string): string {
  return compactText(source).text;
}
