/** A new remark: pinned by pointing at the paper or by choosing a place from the list. */
import { BASICS } from '../checks/finding.ts';
import { type Pin, placeName } from '../findings/place-names.ts';
import { cellsOf } from '../formats/cells.ts';
import type { Format } from '../formats/format.ts';
import { useTextForm } from '../ui/use-text-form.ts';
import styles from './review-panel.module.css';

interface RemarkFormProps {
  readonly format: Format;
  readonly pin: Pin;
  readonly onPin: (pin: Pin) => void;
  readonly onAdd: (text: string) => void;
}

export function RemarkForm({ format, pin, onPin, onAdd }: RemarkFormProps) {
  const { input, isFilled, submit } = useTextForm((text) => onAdd(text.trim()));
  return (
    <div className={styles.form}>
      <p className={styles.use}>在左边点一个格，或选中一句话，再写意见。</p>
      <label>
        位置
        <select value={pin.place} onChange={(event) => onPin({ place: event.target.value })}>
          <PlaceOptions format={format} />
        </select>
      </label>
      {pin.quote ? <blockquote className={styles.quote}>{pin.quote}</blockquote> : null}
      <label>
        意见
        <textarea rows={3} {...input} />
      </label>
      <button type="button" disabled={!isFilled} onClick={submit}>
        添加意见
      </button>
    </div>
  );
}

function PlaceOptions({ format }: { readonly format: Format }) {
  const sections = [BASICS, ...format.sections.map(({ id }) => id)];
  return (
    <>
      {sections.map((id) => (
        <option key={id} value={id}>
          {placeName(format, id)}
        </option>
      ))}
      {format.sections.map(({ id, heading }) => {
        const cells = cellsOf(format).filter(({ section }) => section.id === id);
        if (cells.length === 0) return null;
        return (
          <optgroup key={id} label={heading}>
            {cells.map(({ address, name }) => (
              <option key={address} value={address}>
                {name}
              </option>
            ))}
          </optgroup>
        );
      })}
    </>
  );
}
