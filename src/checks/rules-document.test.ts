import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AGENCY_TYPES } from '../formats/agency.ts';
import { formatById, STATUTORY_FORMATS } from '../formats/registry.ts';
import { NOT_CHECKED, RULES, type RuleEntry } from './rules.ts';
import { SEVERITY_NAMES } from './words.ts';

const DOCUMENT = new URL('../../docs/rules.md', import.meta.url);

const HEAD = `# Rules

Every rule the program judges, from the data the judges use. Not edited by hand:
\`UPDATE_RULES=1 npx vitest run src/checks/rules-document.test.ts\` writes it, and without the variable the
same test holds it to the rules. The app shows the same list under 检查规则.

错误 keeps a report from 定稿 until it is mended; 提醒 may be right as it stands and wants a look or a
说明; 提示 is for information. “reason settles it” marks an 错误 that a written reason settles.
`;

function cellText(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(cellText).join(' | ')} |`;
}

function scopeOf({ formats, bodies = [] }: RuleEntry): string {
  const isForAll = formats.length === STATUTORY_FORMATS.length;
  const names = formats.map((id) => formatById(STATUTORY_FORMATS, id)?.name ?? id);
  const types = bodies.map((id) => AGENCY_TYPES[id].label);
  return [
    isForAll ? '各格式' : names.join('、'),
    ...(types.length > 0 ? [types.join('、')] : []),
  ].join('；');
}

function ruleRow(rule: RuleEntry): string {
  const severity = `${SEVERITY_NAMES[rule.severity]}${rule.isOverridable ? ' (reason settles it)' : ''}`;
  return tableRow([rule.id, severity, rule.title, rule.advice, rule.source, scopeOf(rule)]);
}

/** The document as the rules say it. */
function rulesDocument(): string {
  const judged = new Set(RULES.map(({ id }) => id)).size;
  return [
    HEAD,
    `${judged} ids in ${RULES.length} wordings; ${NOT_CHECKED.length} of the catalogue are not checked.`,
    '',
    '## Checked',
    '',
    tableRow(['id', 'severity', 'rule', 'what to do', 'source', 'for']),
    tableRow(['---', '---', '---', '---', '---', '---']),
    ...RULES.map(ruleRow),
    '',
    '## Not checked, and why',
    '',
    tableRow(['id', 'reason']),
    tableRow(['---', '---']),
    ...NOT_CHECKED.map(({ id, reason }) => tableRow([id, reason])),
    '',
  ].join('\n');
}

if (process.env.UPDATE_RULES) writeFileSync(DOCUMENT, rulesDocument());

test('the document of the rules says what the judges use (UPDATE_RULES=1 writes it)', () => {
  expect(existsSync(DOCUMENT)).toBe(true);
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(rulesDocument());
});
