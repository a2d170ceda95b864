/**
 * The other way round: from a cell to the rules it takes part in, itself or through a sum it belongs
 * to. For the help beside the table; judges nothing.
 */
import type { AgencyType } from '../formats/agency.ts';
import { type Cell, sumsOver } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { CellRule } from '../formats/rule.ts';
import { figureParts, partsReading } from './figure-parts.ts';

function isCellRule(rule: ReturnType<typeof figureParts>[number]['rule']): rule is CellRule {
  return 'kind' in rule;
}

/** The rules for this type of body that look at a cell, each once, in the order of the catalogue. */
export function rulesOfCell(format: Format, cell: Cell, body: AgencyType): readonly CellRule[] {
  const reading = partsReading(format, 'finished', [cell, ...sumsOver(format, cell)]);
  const looking = new Set(
    figureParts(format, 'finished').flatMap(({ rule }, at) => (reading.has(at) ? [rule] : [])),
  );
  const rules = [...looking].filter(isCellRule);
  return rules
    .filter(({ bodies }) => !bodies || bodies.includes(body))
    .filter(
      ({ id, title }, at, all) =>
        all.findIndex((one) => one.id === id && one.title === title) === at,
    );
}
