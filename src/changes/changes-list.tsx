/** What changed, as a list: figures old → new, sentences with their words marked, remarks, the state. */

import type {
  FigureStep,
  RemarkStep,
  TextSteps,
  VersionChanges,
} from '../compare/version-changes.ts';
import type { WordChange } from '../compare/word-changes.ts';
import { placeName } from '../findings/place-names.ts';
import type { Format } from '../formats/format.ts';
import styles from './changes-list.module.css';
import { WordMarks } from './word-marks.tsx';

interface ChangesListProps {
  readonly format: Format;
  readonly changes: VersionChanges;
  /** Brings a changed cell into view; missing where the paper is not beside the list. */
  readonly onShow?: ((address: string) => void) | undefined;
}

const KINDS: Readonly<Record<WordChange['kind'], string>> = {
  missing: '删去',
  added: '新增',
  changed: '改动',
  format: '仅格式',
};

export function ChangesList({ format, changes, onShow }: ChangesListProps) {
  const { figures, texts, remarks, state } = changes;
  return (
    <div className={styles.changes}>
      {state ? <p>状态：{state}</p> : null}
      {figures.length > 0 ? <Figures figures={figures} onShow={onShow} /> : null}
      {texts.map((text) => (
        <Sentences key={text.place} {...text} />
      ))}
      {remarks.length > 0 ? <Remarks format={format} remarks={remarks} /> : null}
    </div>
  );
}

interface FiguresProps {
  readonly figures: readonly FigureStep[];
  readonly onShow?: ((address: string) => void) | undefined;
}

function Figures({ figures, onShow }: FiguresProps) {
  return (
    <>
      <h3>数据 {figures.length} 处</h3>
      <ul aria-label="数据的变化">
        {figures.map(({ address, name, before, after, isTotal }) => (
          <li key={address}>
            {onShow ? (
              <button type="button" data-quiet onClick={() => onShow(address)}>
                {name}
              </button>
            ) : (
              <span>{name}</span>
            )}
            ：{before || '（空白）'} → <strong>{after || '（空白）'}</strong>
            {isTotal ? '（合计）' : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sentences({ name, changes }: TextSteps) {
  return (
    <>
      <h3>{name}</h3>
      <ul aria-label={`${name}的变化`}>
        {changes.map(({ kind, pieces, at, otherAt }) => (
          <li key={`${kind} ${at} ${otherAt}`}>
            <strong>{KINDS[kind]}</strong>
            <WordMarks pieces={pieces} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface RemarksProps {
  readonly format: Format;
  readonly remarks: readonly RemarkStep[];
}

function Remarks({ format, remarks }: RemarksProps) {
  return (
    <>
      <h3>审核意见</h3>
      <ul aria-label="审核意见的变化">
        {remarks.map(({ remark, what, answers }) => (
          <li key={`${remark.at} ${remark.place} ${remark.text}`}>
            <strong>{what.join('、')}</strong>
            {placeName(format, remark.place)}：{remark.text}
            {answers.map(({ by, at, text }) => (
              <span key={at} className={styles.answer}>
                {by || '填报人'}答复：{text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
