/** 说明理由: why a finding is right as it stands, in the clerk's words or a stock sentence. */
import { useEffect, useState } from 'react';
import { useTextForm } from '../ui/use-text-form.ts';
import styles from './finding-list.module.css';

interface SettleFormProps {
  readonly rule: string;
  readonly onSettle: (text: string) => void;
  readonly onCancel: () => void;
}

export function SettleForm({ rule, onSettle, onCancel }: SettleFormProps) {
  const { input, isFilled, setText, submit } = useTextForm((text) => onSettle(text.trim()), true);
  const [stock, setStock] = useState<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    // The list of all rules is read for its sentences only when somebody writes one.
    import('../checks/rules.ts').then(
      ({ explanationsFor }) => isShown && setStock(explanationsFor(rule)),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [rule]);
  return (
    <div className={styles.settle}>
      <label>
        说明理由（随年报一起上报）
        <textarea rows={3} {...input} />
      </label>
      {stock.map((sentence) => (
        <button
          key={sentence}
          type="button"
          data-quiet
          className={styles.stock}
          onClick={() => setText(sentence)}
        >
          {sentence}
        </button>
      ))}
      <p className={styles.buttons}>
        <button type="button" disabled={!isFilled} onClick={submit}>
          保存说明
        </button>
        <button type="button" data-quiet onClick={onCancel}>
          取消
        </button>
      </p>
    </div>
  );
}
