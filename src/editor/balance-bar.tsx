/**
 * 勾稽 of a table, column by column, with the numbers and the signed difference: always in view under
 * the table. A column's button lights its cells.
 */
import { useState } from 'react';
import { type Balance, balanceInNumbers } from '../checks/balances.ts';
import type { OpenDraftState } from '../session/draft-state.ts';
import { useStore } from '../ui/store.ts';
import { useDebouncedSelector } from '../ui/use-debounced-selector.ts';
import styles from './balance-bar.module.css';
import { useTableEntry } from './table-entry-context.ts';

const STATE_NAMES: Readonly<Record<Balance['state'], string>> = {
  balanced: '平',
  unbalanced: '不平',
  open: '未填完',
};

export function BalanceBar({ table }: { readonly table: string }) {
  const { open, format } = useTableEntry();
  // Which balances there are follows from the format; what they say, from the draft.
  const [places] = useState(() => placesOf(open.getState(), table));
  const told = useDebouncedSelector(
    open,
    ({ balances }) => toldBalance(balances.filter((balance) => balance.table === table)),
    TELL_DELAY,
  );
  if (places.length === 0) return null;
  return (
    <section className={styles.bar} aria-label="勾稽关系">
      <p className={styles.title}>
        勾稽
        <small>{balanceInNumbers(format, table)}</small>
      </p>
      <ul className={styles.columns}>
        {places.map((at) => (
          <BalanceColumn key={at} at={at} />
        ))}
      </ul>
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
    </section>
  );
}

function placesOf({ balances }: OpenDraftState, table: string): readonly number[] {
  return balances.flatMap((balance, at) => (balance.table === table ? [at] : []));
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

interface BalanceColumnProps {
  /** Its place among the balances of the draft. */
  readonly at: number;
}

/** One column: rendered again only when its balance says something else. */
function BalanceColumn({ at }: BalanceColumnProps) {
  const { open, spotlight } = useTableEntry();
  const balance = useStore(open, ({ balances }) => balances[at]);
  if (!balance) return null;
  const { label, state, cells } = balance;
  return (
    <li>
      <button
        type="button"
        className={styles.column}
        data-state={state}
        onClick={() => spotlight.set(cells)}
      >
        <span>{label}</span>
        {/* Where there are sides it is seen in their signs, and said to who cannot see them. */}
        <small className={state === 'open' ? undefined : 'visually-hidden'}>
          {STATE_NAMES[state]}
        </small>
        <strong>{shownBalance(balance).join('\n')}</strong>
      </button>
    </li>
  );
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
