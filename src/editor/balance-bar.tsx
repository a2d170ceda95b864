/**
 * 勾稽 of a table, column by column, with the numbers and the signed difference: always in view under
 * the table. A column's button lights its cells.
 */

import { useState } from 'react';
import { type Balance, balanceInNumbers, balancesOf } from '../checks/balances.ts';
import type { Report } from '../report/report.ts';
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

type Balances = (report: Report) => readonly Balance[];

/** The balances of a table, worked out once for all that show them. */
function balancesOnce(table: string): Balances {
  let last: { readonly report: Report; readonly balances: readonly Balance[] } | undefined;
  return (report) => {
    if (last?.report !== report) last = { report, balances: balancesOf(report, table) };
    return last.balances;
  };
}

export function BalanceBar({ table }: { readonly table: string }) {
  const { open, format } = useTableEntry();
  const [balances] = useState(() => balancesOnce(table));
  // The columns never change; what stands in them is painted.
  const [columns] = useState(() => balances(open.getState().report));
  const told = useSettled(open, ({ report }) => toldBalance(balances(report)), TELL_DELAY);
  if (columns.length === 0) return null;
  return (
    <section className={styles.bar} aria-label="勾稽关系">
      <p className={styles.title}>
        勾稽
        <small>{balanceInNumbers(format, table)}</small>
      </p>
      <ul className={styles.columns}>
        {columns.map(({ line, label }, at) => (
          <li key={line}>
            <BalanceButton label={label} at={at} balances={balances} />
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

interface BalanceButtonProps {
  readonly label: string;
  /** Its place among the balances of the table. */
  readonly at: number;
  readonly balances: Balances;
}

function BalanceButton({ label, at, balances }: BalanceButtonProps) {
  const { open, spotlight } = useTableEntry();
  const balanceOf = (report: Report) => balances(report)[at];
  const button = usePainted(
    open,
    ({ report }) => {
      const balance = balanceOf(report);
      return balance ? `${balance.state} ${shownBalance(balance)}` : '';
    },
    paintBalance,
  );
  const light = () => spotlight.set(balanceOf(open.getState().report)?.cells ?? []);
  return (
    <button ref={button} type="button" className={styles.column} data-label={label} onClick={light}>
      <span>{label}</span>
      <strong>
        <small />
        <small />
      </strong>
    </button>
  );
}

/** Writes state and sides of a balance, apart by a blank, into its button. */
function paintBalance(button: HTMLButtonElement, seen: string): void {
  const state = seen.slice(0, seen.indexOf(' ')) as Balance['state'];
  const shown = seen.slice(state.length + 1);
  const [sides = '', difference] = shown.split('，');
  if (button.dataset.state !== state) button.dataset.state = state;
  button.setAttribute('aria-label', `${button.dataset.label}： ${shown} ${STATE_NAMES[state]}`);
  const [first, second] = Array.from(button.querySelectorAll('small'));
  if (first) setText(first, sides);
  if (second) setText(second, difference ?? '');
}

function shownBalance({ state, left, right, difference }: Balance): string {
  if (!left || !right || !difference) return STATE_NAMES[state];
  if (state === 'balanced') return `${left.sum.toFixed()} ＝ ${right.sum.toFixed()} ✓`;
  const sign = difference.gt(0) ? '＋' : '－';
  return `${left.sum.toFixed()} ≠ ${right.sum.toFixed()}，差 ${sign}${difference.abs().toFixed()}`;
}

function spokenBalance(balance: Balance): string {
  const { state, left, right } = balance;
  if (state === 'balanced' && left && right) return `平，两边都是 ${left.sum.toFixed()}`;
  return state === 'open' ? STATE_NAMES.open : `不平，${shownBalance(balance)}`;
}
