/**
 * Lays out a list of findings and keeps it as they stand. Findings come, go and change their words
 * while figures are typed; they are written into the list within the key, without rendering. Gaps of
 * one list are one line, so that a report just begun is no wall of reproaches.
 *
 * 1. A finding that stays keeps its element, with what is focused or being written in it.
 * 2. What is written here, nobody else writes, but for the form that gives a reason: it has a place of
 *    its own in its finding.
 */
import { settling } from '../checks/decisions.ts';
import { countFindings, type Finding } from '../checks/finding.ts';
import { SEVERITY_NAMES } from '../checks/words.ts';
import { noteId } from '../drafts/derived.ts';
import type { Severity } from '../formats/rule.ts';
import { setText } from '../ui/set-text.ts';
import styles from './finding-list.module.css';

/** What can be done about a finding where it is listed. */
type Deed = 'go' | 'fix' | 'explain' | 'putAside';

interface Asked {
  readonly deed: Deed;
  readonly finding: Finding;
}

export interface FindingPainter {
  /** Brings a list up to these findings. */
  readonly paint: (list: HTMLUListElement, findings: readonly Finding[]) => void;
  /** What a click on an element of the list asks for; undefined where it is on words. */
  readonly askedAt: (target: EventTarget | null) => Asked | undefined;
  /** Makes room for a form in the place of the buttons of a finding that is listed. */
  readonly openForm: (finding: Finding) => HTMLElement;
  /** Gives a finding its buttons back. */
  readonly closeForm: (key: string) => void;
}

/** A line of the list as it is to be read. */
interface Entry {
  readonly key: string;
  /** What its buttons are about. */
  readonly finding: Finding;
  readonly severity: Severity;
  readonly words: string;
  readonly advice: string;
  readonly rule: string;
  /** The cells that take part name this text as their description. */
  readonly id: string;
  readonly deeds: readonly (readonly [deed: Deed, label: string])[];
}

interface Item {
  entry: Entry;
  readonly element: HTMLElement;
  readonly text: HTMLElement;
  readonly severity: HTMLElement;
  readonly words: HTMLElement;
  readonly advice: HTMLElement;
  readonly rule: HTMLElement;
  readonly buttons: HTMLElement;
  form: HTMLElement | undefined;
}

const SETTLE_LABELS = { explain: '说明理由', putAside: '不再提示' } as const;

const ENTRIES = new WeakMap<Finding, Entry>();

function entryOf(finding: Finding): Entry {
  const known = ENTRIES.get(finding);
  if (known) return known;
  const { key, severity, problem, advice, rule, fix } = finding;
  const how = settling(finding);
  const deeds: [Deed, string][] = [['go', '去改']];
  if (fix) deeds.push(['fix', fix.label]);
  if (how) deeds.push([how, SETTLE_LABELS[how]]);
  const id = noteId(finding);
  const entry = { key, finding, severity, words: `${problem}。`, advice, rule, id, deeds };
  ENTRIES.set(finding, entry);
  return entry;
}

function gapText(gaps: readonly Finding[]): string {
  const cells = gaps.filter((gap) => gap.cells.length > 0);
  const words = gaps.filter((gap) => gap.cells.length === 0).map(({ problem }) => problem);
  const count = countFindings(cells).unfilled;
  return [...words, ...(count > 0 ? [`还有 ${count} 格空白`] : [])].join('；');
}

/** All gaps as one line that leads to the first of them. */
function gapEntry(gaps: readonly Finding[]): readonly Entry[] {
  const [finding] = gaps;
  if (!finding) return [];
  const deeds = [['go', '去填']] as const;
  const line = {
    severity: 'unfilled',
    words: gapText(gaps),
    advice: '',
    rule: '',
    id: '',
  } as const;
  return [{ key: 'gaps', finding, deeds, ...line }];
}

function isGap({ severity }: Finding): boolean {
  return severity === 'unfilled';
}

function entriesOf(findings: readonly Finding[]): readonly Entry[] {
  const entries = findings.filter((finding) => !isGap(finding)).map(entryOf);
  return entries.length === findings.length
    ? entries
    : [...entries, ...gapEntry(findings.filter(isGap))];
}

function element(tag: string, className = '', ...children: readonly Node[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function newItem(entry: Entry): Item {
  const severity = element('strong', styles.severity);
  const words = element('span');
  const advice = element('span', styles.advice);
  const rule = element('small', styles.rule);
  const text = element('p', '', severity, words, advice, rule);
  const buttons = element('p', styles.buttons);
  buttons.dataset.screenOnly = '';
  const frame = element('li', styles.finding, text, buttons);
  const item = { entry, element: frame, text, severity, words, advice, rule, buttons };
  return { ...item, form: undefined };
}

function newButton(): HTMLElement {
  const button = element('button');
  button.setAttribute('type', 'button');
  button.dataset.quiet = '';
  return button;
}

function paintButtons(buttons: HTMLElement, { deeds }: Entry): void {
  while (buttons.children.length > deeds.length) buttons.lastElementChild?.remove();
  for (const [at, [deed, label]] of deeds.entries()) {
    const button = (buttons.children[at] as HTMLElement | undefined) ?? newButton();
    if (!button.parentNode) buttons.append(button);
    button.dataset.deed = deed;
    setText(button, label);
  }
}

function paintItem(item: Item, before: Entry | undefined): void {
  const { entry } = item;
  if (before?.severity !== entry.severity) {
    item.element.dataset.severity = entry.severity;
    setText(item.severity, SEVERITY_NAMES[entry.severity]);
  }
  if (before?.rule !== entry.rule) setText(item.rule, entry.rule);
  if (before?.id !== entry.id) item.text.id = entry.id;
  setText(item.words, entry.words);
  setText(item.advice, entry.advice);
  const labels = before?.deeds.map(([, label]) => label).join();
  if (labels !== entry.deeds.map(([, label]) => label).join()) paintButtons(item.buttons, entry);
}

/** A painter of one list. `onFormGone` is told of a finding that went while its form was open. */
export function createFindingPainter(onFormGone: (key: string) => void): FindingPainter {
  const items = new Map<string, Item>();

  function removeGone(entries: readonly Entry[]): void {
    const keys = new Set(entries.map(({ key }) => key));
    for (const [key, item] of items) {
      if (keys.has(key)) continue;
      item.element.remove();
      items.delete(key);
      if (item.form) onFormGone(key);
    }
  }

  function itemFor(entry: Entry): Item {
    const known = items.get(entry.key);
    const item = known ?? newItem(entry);
    const before = known?.entry;
    if (before === entry) return item;
    items.set(entry.key, item);
    item.entry = entry;
    paintItem(item, before);
    return item;
  }

  function paint(list: HTMLUListElement, findings: readonly Finding[]): void {
    const entries = entriesOf(findings);
    removeGone(entries);
    let next = list.firstElementChild;
    for (const entry of entries) {
      const { element: own } = itemFor(entry);
      if (own === next) next = next.nextElementSibling;
      else list.insertBefore(own, next);
    }
  }

  return {
    paint,
    askedAt: (target) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-deed]') : null;
      const deed = button?.dataset.deed as Deed | undefined;
      const item = [...items.values()].find((one) => one.buttons.contains(button));
      return deed && item && { deed, finding: item.entry.finding };
    },
    openForm: ({ key }) => {
      const item = items.get(key);
      if (!item) throw new Error(`the finding ${key} is not listed`);
      const form = element('div');
      item.form = form;
      item.buttons.hidden = true;
      item.element.append(form);
      return form;
    },
    closeForm: (key) => {
      const item = items.get(key);
      if (!item) return;
      item.form?.remove();
      item.form = undefined;
      item.buttons.hidden = false;
    },
  };
}
