/**
 * The question which of several tables of a kind is meant. Nothing is chosen until somebody does; what is
 * chosen is put into the cells as if typed, and can be chosen anew.
 */
import { cellAt, isEntered, tableSections } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import type { Reading } from '../reading/reading.ts';
import styles from './intake-page.module.css';

type RivalTable = Reading['rivals'][number];
type Texts = Readonly<Record<string, string>>;

/** The texts a table gives the entered cells of a format; a cell that is not certain becomes blank. */
export function choiceTexts({ cells }: RivalTable, format: Format): Texts {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([address, { certainty, text }]) => {
      const cell = cellAt(format, address);
      if (!cell || !isEntered(cell)) return [];
      return [[address, certainty === 'uncertain' ? '' : text] as const];
    }),
  );
}

interface RivalChoiceProps {
  readonly reading: Reading;
  readonly format: Format;
  /** What the cells hold now: tells which table is chosen. */
  readonly cells: Texts;
  readonly onChoose: (texts: Texts) => void;
}

export function RivalChoice({ reading, format, cells, onChoose }: RivalChoiceProps) {
  const sections = tableSections(format);
  const asked = sections.flatMap(({ heading, table }) => {
    const rivals = reading.rivals.filter((one) => one.table === table.id);
    return rivals.length > 0 ? [{ heading, id: table.id, rivals }] : [];
  });
  return asked.map(({ heading, id, rivals }) => (
    <fieldset key={id} className={styles.rivals}>
      <legend>
        “{heading}”在原文里有 {rivals.length} 份，数不一样，用哪一份？选定以前都留空。
      </legend>
      {rivals.map((rival, at) => {
        const texts = choiceTexts(rival, format);
        const isChosen = Object.entries(texts).every(
          ([address, text]) => (cells[address] ?? '') === text,
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tables of a document never move
          <label key={at}>
            <input
              type="radio"
              name={`rival-${id}`}
              checked={isChosen}
              onChange={() => onChoose(texts)}
            />
            第 {at + 1} 份{rival.where ? `（${rival.where}）` : ''}
          </label>
        );
      })}
    </fieldset>
  ));
}
