/**
 * The other way round: from a cell to the rules it takes part in, itself or through a sum it belongs
 * to. For the help beside the table; judges nothing.
 */
import type { AgencyType } from '../formats/agency.ts';
import { type Cell, cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type {
  CellRule,
  CellRuleKind,
  CellSelection,
  Comparison,
  Lines,
  Terms,
} from '../formats/rule.ts';
import { termId } from './line.ts';
import { isSelected } from './selection.ts';

function onLine(cell: Cell, { table, along, lines }: Lines, terms: Terms): boolean {
  const [line, term] =
    along === 'column' ? [cell.column.id, cell.row.id] : [cell.row.id, cell.column.id];
  return (
    cell.table.id === table &&
    (!lines || lines.includes(line)) &&
    terms.some((one) => termId(one) === term)
  );
}

function termsOf({ left, right }: Comparison): Terms {
  return typeof right === 'number' ? left : [...left, ...right];
}

type Part<Rule> = (rule: Rule, cell: Cell) => boolean;

const selects = ({ cells }: { readonly cells: CellSelection }, cell: Cell) =>
  isSelected(cell, cells);

const PARTS = {
  balance: (rule, cell) => onLine(cell, rule.at, [...rule.left, ...rule.right]),
  comparison: (rule, cell) => onLine(cell, rule.at, termsOf(rule.holds)),
  forbidden: (rule, cell) => onLine(cell, rule.at, rule.when.flatMap(termsOf)),
  statedTotal: selects,
  totalsOnly: selects,
  readable: selects,
  filled: selects,
  unplaced: () => false,
  share: (rule, cell) => onLine(cell, rule.at, [...rule.part, ...rule.whole]),
  suspect: (rule, cell) => onLine(cell, rule.at, [...rule.left, ...rule.right]),
  splitDigits: selects,
} satisfies { readonly [Kind in CellRuleKind]: Part<Extract<CellRule, { kind: Kind }>> };

/** The cell and every sum that its figure goes into. */
function withSums(format: Format, cell: Cell): readonly Cell[] {
  const sums = cellsOf(format).filter(({ addends }) => addends?.includes(cell.address));
  return [cell, ...sums.flatMap((sum) => withSums(format, sum))];
}

/** The rules for this type of body that look at a cell, each once, in the order of the catalogue. */
export function rulesOfCell(format: Format, cell: Cell, body: AgencyType): readonly CellRule[] {
  const cells = withSums(format, cell);
  const rules = format.rules.filter((rule) => {
    const takesPart = PARTS[rule.kind] as Part<CellRule>;
    return (
      (!rule.bodies || rule.bodies.includes(body)) && cells.some((one) => takesPart(rule, one))
    );
  });
  return rules.filter(
    ({ id, title }, at) => rules.findIndex((one) => one.id === id && one.title === title) === at,
  );
}
