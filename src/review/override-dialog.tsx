/** 授权定稿: a 定稿 with errors left, which needs a name and a reason that stay in the file. */
import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import styles from './review-panel.module.css';

interface OverrideDialogProps {
  readonly name: string;
  readonly left: number;
  readonly onAuthorise: (reason: string) => void;
  readonly onClose: () => void;
}

export function OverrideDialog({ name, left, onAuthorise, onClose }: OverrideDialogProps) {
  const [reason, setReason] = useState('');
  const isReady = name !== '' && reason.trim() !== '';
  return (
    <Dialog title="授权定稿" onClose={onClose}>
      <div className={styles.form}>
        <p>
          还有 {left}{' '}
          处错误或空格。授权定稿后不再带“草稿”字样，姓名和理由写进文件，以后打开都看得到。
        </p>
        <p>{name ? `授权人：${name}` : '先关闭，在右边填姓名。'}</p>
        <label>
          理由
          <textarea rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <button type="button" disabled={!isReady} onClick={() => onAuthorise(reason.trim())}>
          授权并定稿
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </div>
    </Dialog>
  );
}
