/**
 * 勾稽 of a table, column by column, with the numbers and the signed difference: always in view under
 * the table. A column's button lights its cells.
 */

import { memo, useMemo } from 'react';
import { type Balance, balancesOf } from '../checks/balances.ts';
import { useStore } from '../ui/store.ts';
import { useSettled } from '../ui/use-settled.ts';
import styles from './balance-bar.module.css';
import { useTableEntry } from './table-entry-context.ts';

const STATE_NAMES: Readonly<Record<Balance['state'], string>> = {
  balanced: '平',
  unbalanced: '不平',
  open: '未填完',
};

export function BalanceBar({ table }: { readonly table: string }) {
  const { open } = useTableEntry();
  const report = useStore(open, (state) => state.report);
  const balances = useMemo(() => balancesOf(report, table), [report, table]);
  const told = useSettled(toldBalance(balances), TELL_DELAY);
  if (balances.length === 0) return null;
  return (
    <section className={styles.bar} aria-label="勾稽关系">
      <p className={styles.title}>
        勾稽
        <small>一＋二＝三（七）＋四</small>
      </p>
      <ul className={styles.columns}>
        {balances.map((balance) => (
          <li key={balance.line}>
            <BalanceButton
              label={balance.label}
              state={balance.state}
              shown={shownBalance(balance)}
              cells={balance.cells}
            />
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
  readonly state: Balance['state'];
  /** The two sides with their numbers. */
  readonly shown: string;
  readonly cells: Balance['cells'];
}

/** Written again only where its own column has changed. */
const BalanceButton = memo(function BalanceButton(props: BalanceButtonProps) {
  const { label, state, shown, cells } = props;
  const { spotlight } = useTableEntry();
  return (
    <button
      type="button"
      className={styles.column}
      data-state={state}
      aria-label={`${label}： ${shown} ${STATE_NAMES[state]}`}
      onClick={() => spotlight.set(cells)}
    >
      <span>{label}</span>
      <strong>
        {shown.split('，').map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the halves of one sentence, always in this order
          <small key={at}>{at > 0 ? `，${part}` : part}</small>
        ))}
      </strong>
    </button>
  );
});

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
