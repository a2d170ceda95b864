/**
 * Help for the cell the clerk is in: what counts here, on which ground, the slip people make; how a
 * sum was reached; what the balance says beside a counted figure; the rules that look at the cell.
 */
import { useLayoutEffect, useState } from 'react';
import {
  type BalanceExpectation,
  expectedByBalance,
  matchesBalance,
} from '../checks/balance-expectation.ts';
import { messageOf } from '../checks/finding.ts';
import { rulesOfCell } from '../checks/rules-of-cell.ts';
import { type Cell, cellAt } from '../formats/cells.ts';
import { comparedWithLastYear } from '../report/last-year.ts';
import type { Report } from '../report/report.ts';
import { useStore, useStoreWithEquality } from '../ui/store.ts';
import styles from './guidance-strip.module.css';
import { sumText } from './sum-text.ts';
import { useTableEntry } from './table-entry-context.ts';

const NOTHING_ACTIVE =
  '光标放到一格里，这里会说明填什么；放到灰底的总计上，会写出它是怎么加出来的。Excel、WPS、Word 或网页上的表可以整块复制，在格里按 Ctrl+V 粘贴，先预览再填。';

export function GuidanceStrip() {
  const { active, format } = useTableEntry();
  const address = useStore(active, (at) => at);
  const cell = address ? cellAt(format, address) : undefined;
  const [isOpen, setOpen] = useState(false);
  // Longer help makes the table shorter: the cell one is in stays in view.
  useLayoutEffect(() => {
    if (address) document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [address]);
  return (
    <section className={styles.strip} aria-label="本格说明" data-open={isOpen || undefined}>
      <div className={styles.inside}>
        {cell ? (
          <>
            <CellHelp key={cell.address} cell={cell} />
            <CellRules cell={cell} isOpen={isOpen} onToggle={setOpen} />
          </>
        ) : null}
        {cell ? null : <p className={styles.quiet}>{NOTHING_ACTIVE}</p>}
      </div>
    </section>
  );
}

function CellHelp({ cell }: { readonly cell: Cell }) {
  const guidance = cell.row.guidance;
  return (
    // What comes and goes in here has nothing outside it laid out.
    <div>
      <p>
        <strong>{cell.name}</strong>
        {cell.addends ? <SumWritten cell={cell} /> : null}
        {cell.addends || !guidance ? null : `　${guidance.counts}`}
        {guidance?.article ? <span className={styles.article}>{guidance.article}</span> : null}
        {guidance?.slip ? <span className={styles.slip}>{guidance.slip}</span> : null}
        <LastYearFigure cell={cell} />
      </p>
      <CellFindings cell={cell} />
      <BalanceOffer cell={cell} />
    </div>
  );
}

function LastYearFigure({ cell }: { readonly cell: Cell }) {
  const { open } = useTableEntry();
  const text = useStore(open, ({ report, lastYear }) =>
    lastYear ? comparedWithLastYear(report, lastYear, cell.address) : undefined,
  );
  return text ? <span className={styles.article}>{text}</span> : null;
}

function SumWritten({ cell }: { readonly cell: Cell }) {
  const { open } = useTableEntry();
  const text = useStore(open, ({ report }) => sumText(report, cell));
  return <span className={styles.sum}>{text}</span>;
}

/** What is wrong with this cell, where the eyes are. */
function CellFindings({ cell }: { readonly cell: Cell }) {
  const { open } = useTableEntry();
  const text = useStore(open, ({ findings }) =>
    findings
      .filter(({ severity, cells }) => severity !== 'unfilled' && cells.includes(cell.address))
      .map(messageOf)
      .join(' '),
  );
  return (
    <p className={styles.wrong} hidden={text === ''}>
      {text}
    </p>
  );
}

interface Offer {
  readonly says: BalanceExpectation;
  /** Whether it is what was counted. */
  readonly isSame: boolean;
}

function offerFor(report: Report, { address }: Cell): Offer | undefined {
  const says = expectedByBalance(report, address);
  return says && { says, isSame: matchesBalance(report, address, says) };
}

function isSameOffer(one: Offer | undefined, other: Offer | undefined): boolean {
  if (!one || !other) return one === other;
  return one.isSame === other.isSame && offerText(one) === offerText(other);
}

/** The figure the balance asks for, offered and never put in unasked. */
function BalanceOffer({ cell }: { readonly cell: Cell }) {
  const { open } = useTableEntry();
  const offer = useStoreWithEquality(open, ({ report }) => offerFor(report, cell), isSameOffer);
  if (!offer) return null;
  const { says, isSame } = offer;
  const text = says.figure.toFixed();
  const accept = () =>
    open.change(
      { kind: 'cells', texts: { [cell.address]: text } },
      { label: `按勾稽填 ${text}`, place: cell.address },
    );
  return (
    <p className={styles.offer}>
      {offerText(offer)}
      {isSame || says.figure.lt(0) ? null : (
        <button type="button" onClick={accept}>
          填 {text}
        </button>
      )}
    </p>
  );
}

function offerText({ says: { figure, left, rest }, isSame }: Offer): string {
  const sum = `${left.toFixed()} － ${rest.toFixed()} ＝ ${figure.toFixed()}`;
  if (figure.lt(0)) return `按勾稽：${sum}，办理的比收到的多，先核对前面各行。`;
  return isSame
    ? `按勾稽：${sum}，和数出来的一致。`
    : `按勾稽应为：${sum}。先自己数一遍，一致再填。`;
}

interface CellRulesProps {
  readonly cell: Cell;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function CellRules({ cell, isOpen, onToggle }: CellRulesProps) {
  const { open, format } = useTableEntry();
  const body = useStore(open, ({ draft }) => draft.raw.agency.type);
  const rules = rulesOfCell(format, cell, body);
  if (rules.length === 0) return null;
  return (
    <details
      className={styles.rules}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>这一格受 {rules.length} 条规则核对</summary>
      <ul>
        {rules.map(({ id, title }) => (
          <li key={`${id} ${title}`}>
            {title} <small>{id}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
