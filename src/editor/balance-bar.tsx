/**
 * 勾稽 of a table, column by column, with the numbers and the signed difference: always in view under
 * the table. A column's button lights its cells.
 */

import { useState } from 'react';
import { type Balance, balanceInNumbers, balancesOf } from '../checks/balances.ts';
import type { OpenDraftState } from '../drafts/open-draft.ts';
import { setText } from '../ui/set-text.ts';
import { usePainted } from '../ui/store.ts';
import { useSettled } from '../ui/use-settled.ts';
import styles from './balance-bar.module.css';
import { useTableEntry } from './table-entry-context.ts';

const STATE_NAMES: Readonly<Record<Balance['state'], string>> = {
  balanced: '平',
  unbalanced: '不平',
  open: '未填完',
};

export function BalanceBar({ table }: { readonly table: string }) {
  const { open, format, spotlight } = useTableEntry();
  const [paintBalances] = useState(balancePainter);
  const balances = ({ report }: OpenDraftState) => balancesOf(report, table);
  const list = usePainted(open, balances, paintBalances);
  // The columns never change; what stands in them is painted.
  const [columns] = useState(() => balances(open.getState()));
  const told = useSettled(open, (state) => toldBalance(balances(state)), TELL_DELAY);
  if (columns.length === 0) return null;
  const light = (at: number) => spotlight.set(balances(open.getState())[at]?.cells ?? []);
  return (
    <section className={styles.bar} aria-label="勾稽关系">
      <p className={styles.title}>
        勾稽
        <small>{balanceInNumbers(format, table)}</small>
      </p>
      <ul ref={list} className={styles.columns}>
        {columns.map(({ line, label }, at) => (
          <li key={line}>
            <button type="button" className={styles.column} onClick={() => light(at)}>
              <span>{label}</span>
              <small />
              <strong />
            </button>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
    </section>
  );
}

/** Told once typing rests, not at every digit. */
const TELL_DELAY = 1200;

function toldBalance(balances: readonly Balance[]): string {
  const broken = balances.filter(({ state }) => state === 'unbalanced');
  if (broken.length > 0) {
    return broken.map((one) => `${one.label}${spokenBalance(one)}`).join('；');
  }
  const isWhole = balances.length > 0 && balances.every(({ state }) => state === 'balanced');
  return isWhole ? '勾稽各列都平' : '';
}

/** Writes balances into the buttons of their list, each only where it says something else than before. */
function balancePainter(): (list: HTMLUListElement, balances: readonly Balance[]) => void {
  let painted: readonly Balance[] = [];
  return (list, balances) => {
    for (const [at, balance] of balances.entries()) {
      const button = list.children[at]?.firstElementChild;
      if (button && balance !== painted[at]) paintBalance(button, balance);
    }
    painted = balances;
  };
}

/** Its sides and its state; the state is a word of its own, since it seldom changes. */
function paintBalance(button: Element, balance: Balance): void {
  const name = button.firstElementChild?.nextElementSibling;
  const sides = button.lastElementChild;
  if (sides) setText(sides, shownBalance(balance).join('\n'));
  const { state } = balance;
  if (button.getAttribute('data-state') === state) return;
  button.setAttribute('data-state', state);
  if (!name) return;
  setText(name, STATE_NAMES[state]);
  // Where there are sides it is seen in their signs, and said to who cannot see them.
  name.classList.toggle('visually-hidden', state !== 'open');
}

/** The two sides, and the difference where there is one; nothing while a number is missing. */
function shownBalance({ state, left, right, difference }: Balance): readonly string[] {
  if (!left || !right || !difference) return [];
  if (state === 'balanced') return [`${left.sum.toFixed()} ＝ ${right.sum.toFixed()}\u00a0✓`];
  const sign = difference.gt(0) ? '＋' : '－';
  return [
    `${left.sum.toFixed()} ≠ ${right.sum.toFixed()}`,
    `差 ${sign}${difference.abs().toFixed()}`,
  ];
}

function spokenBalance(balance: Balance): string {
  const { state, left, right } = balance;
  if (state === 'balanced' && left && right) return `平，两边都是 ${left.sum.toFixed()}`;
  return [STATE_NAMES[state], ...shownBalance(balance)].join('，');
}
