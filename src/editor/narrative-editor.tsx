/** A section in words: the text, what the notice asks for beside it, and scaffolds to begin from. */
import { useMemo } from 'react';
import type { NarrativeSection, Scaffold } from '../formats/format.ts';
import type { FieldId } from '../report/change.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { inputId } from '../ui/input-place.ts';
import { useStore } from '../ui/store.ts';
import { fieldPlaces } from './field-places.ts';
import { LastYearText } from './last-year-text.tsx';
import styles from './narrative-editor.module.css';
import { useDraftForm } from './use-draft-form.ts';

interface NarrativeEditorProps {
  readonly open: OpenDraft;
  readonly section: NarrativeSection;
}

export function NarrativeEditor({ open, section }: NarrativeEditorProps) {
  const field: FieldId = `narrative.${section.id}`;
  const places = useMemo(() => fieldPlaces({ [field]: section.heading }), [field, section.heading]);
  const { register, isLocked } = useDraftForm(open, places);
  const id = inputId(field);
  return (
    <div className={styles.editor}>
      <div className={styles.text}>
        <textarea
          {...register(field)}
          readOnly={isLocked}
          id={id}
          aria-label={section.heading}
          aria-describedby={`${id}-length`}
          className={styles.area}
          spellCheck={false}
        />
        <TextLength open={open} section={section} id={`${id}-length`} />
        <LastYearText open={open} section={section} />
      </div>
      <aside className={styles.asks} aria-label="写作要求">
        <h2>写什么</h2>
        <ul>
          {section.asks.map((ask) => (
            <li key={ask}>{ask}</li>
          ))}
        </ul>
        <h2>可以插入</h2>
        <Scaffolds open={open} section={section} field={field} />
      </aside>
    </div>
  );
}

/** Characters as the notice counts them: without blanks. */
function lengthOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

interface TextLengthProps extends NarrativeEditorProps {
  readonly id: string;
}

function TextLength({ open, section, id }: TextLengthProps) {
  const length = useStore(open, ({ draft }) => lengthOf(draft.raw.narrative[section.id] ?? ''));
  const guide = section.guideLength;
  const isOver = guide !== undefined && length > guide;
  return (
    <p id={id} className={styles.length} data-over={isOver || undefined}>
      {guide === undefined ? `${length} 字` : `${length} 字，原则上不超过 ${guide} 字`}
      {isOver ? `，已超出 ${length - guide} 字` : ''}
    </p>
  );
}

interface ScaffoldsProps extends NarrativeEditorProps {
  readonly field: FieldId;
}

function Scaffolds({ open, section, field }: ScaffoldsProps) {
  const text = useStore(open, ({ draft }) => draft.raw.narrative[section.id] ?? '');
  const insert = (added: readonly Scaffold[]) => {
    const lines = added.map(({ heading }) => heading).join('\n\n');
    const next = text.trim() ? `${text.trimEnd()}\n\n${lines}\n` : `${lines}\n`;
    open.change({ kind: 'field', field, text: next }, { label: '插入提纲', place: field });
  };
  const missing = section.scaffolds.filter(({ heading }) => !text.includes(heading));
  const isOutline = section.guideLength !== undefined;
  return (
    <>
      {isOutline ? (
        <button type="button" disabled={missing.length === 0} onClick={() => insert(missing)}>
          插入全部小标题
        </button>
      ) : null}
      <ul className={styles.scaffolds}>
        {section.scaffolds.map((scaffold) => (
          <li key={scaffold.heading}>
            <button
              type="button"
              data-quiet
              disabled={text.includes(scaffold.heading)}
              onClick={() => insert([scaffold])}
            >
              ＋ {scaffold.heading}
            </button>
            <small>{scaffold.prompt}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
