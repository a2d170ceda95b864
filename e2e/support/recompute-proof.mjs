/**
 * The 校对单 and the report file done over by somebody who knows the statutory form and nothing of this
 * program: figures are taken from the printed tables, sums and balances are made here from the labels
 * of the form, and the fingerprint is made anew. Prints nothing where all is true.
 *
 *   node e2e/support/recompute-proof.mjs 校对单.html 年报.json
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function textOf(html) {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole)
    .trim();
}

/** Every table as rows of cell texts, with its name. */
function tablesOf(html) {
  return [...html.matchAll(/<table([^>]*)>([\s\S]*?)<\/table>/g)].map(([, head, body]) => ({
    name: /aria-label="([^"]*)"/.exec(head)?.[1] ?? '',
    rows: [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
      [...row.matchAll(/<(t[hd])[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , cell]) => textOf(cell)),
    ),
  }));
}

const isFigure = (text) => /^-?\d+$/.test(text);

/** Figures at the end of a row, and the label before them. */
function figureRow(cells) {
  const from = cells.findIndex((_, at) => cells.slice(at).every(isFigure));
  if (from < 0) return undefined;
  return { label: cells[from - 1] ?? '', figures: cells.slice(from).map(Number) };
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** 表三: the last column is the sum of the others, （七）总计 of the outcomes above it, and 勾稽 holds. */
function requests(rows, wrong) {
  const lines = rows.map(figureRow).filter((row) => row?.figures.length === 7);
  const at = (pattern) => lines.findIndex(({ label }) => pattern.test(label));
  const [received, carriedIn, concluded, carriedOut] = [
    at(/本年新收/),
    at(/上年结转/),
    at(/^（七）总计$/),
    at(/结转下年度/),
  ];
  if ([received, carriedIn, concluded, carriedOut].includes(-1)) return wrong('表三的行');
  for (const { label, figures } of lines) {
    if (sum(figures.slice(0, 6)) !== figures[6]) wrong(`表三 ${label} 总计`);
  }
  const outcomes = lines.slice(carriedIn + 1, concluded);
  const balance = [];
  for (let column = 0; column < 7; column += 1) {
    const of = (line) => lines[line].figures[column];
    if (sum(outcomes.map(({ figures }) => figures[column])) !== of(concluded)) {
      wrong(`表三 （七）总计 第${column + 1}列`);
    }
    balance.push([of(received) + of(carriedIn), of(concluded) + of(carriedOut)]);
  }
  return { lines, balance };
}

/** 表四: of each of the three kinds of case the fifth figure is the sum of the four before it. */
function disputes(rows, wrong) {
  const line = rows.map(figureRow).find((row) => row?.figures.length === 15);
  if (!line) return wrong('表四的行');
  for (const from of [0, 5, 10]) {
    const figures = line.figures.slice(from, from + 5);
    if (sum(figures.slice(0, 4)) !== figures[4]) wrong(`表四 第${from / 5 + 1}组总计`);
  }
  return line;
}

/** The sums the sheet shows: what is added gives what is stated, with decimals as whole numbers. */
function shownSums(rows, wrong) {
  for (const [name, parts = '', total = ''] of rows.slice(1)) {
    const addends = parts.split('＋').map((part) => part.trim());
    if (
      !addends.every(isFigure) ||
      !isFigure(total) ||
      sum(addends.map(Number)) !== Number(total)
    ) {
      wrong(`合计核算 ${name}`);
    }
  }
}

function shownBalances(rows, balance, wrong) {
  if (rows.length - 1 !== balance.length) wrong('勾稽核算的行数');
  rows.slice(1).forEach(([name, left = '', right = '', state], at) => {
    const last = (text) => Number(/(-?\d+)\D*$/.exec(text)?.[1]);
    const [one, other] = balance[at] ?? [];
    if (last(left) !== one || last(right) !== other) wrong(`勾稽核算 ${name}`);
    if ((one === other) !== (state === '平')) wrong(`勾稽核算 ${name} 的结论`);
  });
}

/** The figures of the file in the order of the form, against those of the printed tables. */
function sameAsFile(file, lines, line, wrong) {
  const rows = Object.values(file.tables.requests).map((row) => Object.values(row));
  rows.forEach((row, at) => {
    if (row.join() !== lines[at]?.figures.join()) wrong(`上报文件与表三 ${lines[at]?.label}`);
  });
  const cases = Object.values(file.tables.disputes).flatMap((row) => Object.values(row));
  if (cases.join() !== line.figures.join()) wrong('上报文件与表四');
}

/** A value with its keys in order and without blanks. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

function fingerprint({ findings, digest, parts, ...content }) {
  return `sha256-${createHash('sha256').update(canonical(content), 'utf8').digest('hex')}`;
}

/** Everything on the sheet or in the file that is not as it should be, in words. */
export function recompute(html, json) {
  const found = [];
  const wrong = (what) => void found.push(what);
  const tables = tablesOf(html);
  const named = (name) => tables.find((table) => table.name === name)?.rows ?? [];
  const widest = (count) =>
    tables.find(({ rows }) => rows.some((row) => figureRow(row)?.figures.length === count));
  const three = requests(widest(7)?.rows ?? [], wrong);
  const four = disputes(widest(15)?.rows ?? [], wrong);
  shownSums(named('合计核算'), wrong);
  const file = JSON.parse(json);
  if (three) shownBalances(named('勾稽核算'), three.balance, wrong);
  if (three && four) sameAsFile(file, three.lines, four, wrong);
  const printed = named('年报').find(([name]) => name === '内容指纹')?.[1];
  if (fingerprint(file) !== file.digest) wrong('上报文件的指纹');
  if (printed !== file.digest) wrong('校对单上的指纹');
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [html, json] = process.argv.slice(2).map((path) => readFileSync(path, 'utf8'));
  const found = recompute(html, json);
  for (const what of found) console.log(what);
  process.exitCode = found.length > 0 ? 1 : 0;
}
