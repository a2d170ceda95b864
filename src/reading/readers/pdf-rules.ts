/**
 * The ruled lines on a PDF page, from the drawing operations of pdf.js: straight lines and boxes, at the
 * places the page's own transformations put them. Curves are no rules.
 */
import type { Rule } from './pdf-page.ts';

type Matrix = readonly [number, number, number, number, number, number];

export type Operations = Readonly<Record<string, number>>;

export interface DrawnPage {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const THIN = 2.5;

function times(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function across(y: number, x1: number, x2: number): Rule {
  return { direction: 'across', at: y, from: Math.min(x1, x2), to: Math.max(x1, x2) };
}

function down(x: number, y1: number, y2: number): Rule {
  return { direction: 'down', at: x, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}

/** A rectangle as the lines it draws: a thin one is a line, a wide one has four. */
function rulesOfBox(x1: number, y1: number, x2: number, y2: number): readonly Rule[] {
  const isFlat = Math.abs(y2 - y1) < THIN;
  const isThin = Math.abs(x2 - x1) < THIN;
  if (isFlat && isThin) return [];
  if (isFlat) return [across((y1 + y2) / 2, x1, x2)];
  if (isThin) return [down((x1 + x2) / 2, y1, y2)];
  return [across(y1, x1, x2), across(y2, x1, x2), down(x1, y1, y2), down(x2, y1, y2)];
}

function rulesOfLine(x1: number, y1: number, x2: number, y2: number): readonly Rule[] {
  if (Math.abs(y2 - y1) < 1) return [across(y1, x1, x2)];
  return Math.abs(x2 - x1) < 1 ? [down(x1, y1, y2)] : [];
}

type Point = readonly [number, number];

/** How many numbers each step of a path takes besides those it draws straight. */
function pathRules(
  steps: readonly number[],
  numbers: readonly number[],
  ops: Operations,
  place: (x: number, y: number) => Point,
): readonly Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  let last: Point = [0, 0];
  let first: Point = [0, 0];
  const point = (offset: number) => place(numbers[at + offset] ?? 0, numbers[at + offset + 1] ?? 0);
  for (const step of steps) {
    if (step === ops.rectangle) {
      const [x, y, width = 0, height = 0] = numbers.slice(at, at + 4);
      rules.push(
        ...rulesOfBox(...place(x ?? 0, y ?? 0), ...place((x ?? 0) + width, (y ?? 0) + height)),
      );
      at += 4;
    } else if (step === ops.moveTo || step === ops.lineTo) {
      const next = point(0);
      if (step === ops.lineTo) rules.push(...rulesOfLine(...last, ...next));
      else first = next;
      last = next;
      at += 2;
    } else if (step === ops.curveTo) at += 6;
    else if (step === ops.curveTo2 || step === ops.curveTo3) at += 4;
    else if (step === ops.closePath) rules.push(...rulesOfLine(...last, ...first));
  }
  return rules;
}

/** The rules of a page of this height. */
export function rulesOf(
  { fnArray, argsArray }: DrawnPage,
  height: number,
  ops: Operations,
): readonly Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const place = (x: number, y: number): Point => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    height - (matrix[1] * x + matrix[3] * y + matrix[5]),
  ];
  fnArray.forEach((fn, at) => {
    const args = argsArray[at];
    if (fn === ops.save) saved.push(matrix);
    else if (fn === ops.restore) matrix = saved.pop() ?? matrix;
    else if (fn === ops.transform) matrix = times(matrix, args as Matrix);
    else if (fn === ops.constructPath) {
      const [steps, numbers] = args as [readonly number[], readonly number[]];
      if (Array.isArray(steps)) rules.push(...pathRules(steps, numbers, ops, place));
    }
  });
  return rules;
}
