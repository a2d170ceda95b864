/** A report pasted from a page or a document: its tables come along where the clipboard has them. */
import type { ClipboardEvent } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { useTextForm } from '../ui/use-text-form.ts';
import styles from './paste-report-dialog.module.css';

interface PasteReportDialogProps {
  readonly onPasted: (text: string) => void;
  readonly onClose: () => void;
}

export function PasteReportDialog({ onPasted, onClose }: PasteReportDialogProps) {
  const { input, isFilled, submit } = useTextForm(onPasted);
  const takeTables = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    if (!/<table[\s>]/i.test(html)) return;
    event.preventDefault();
    onPasted(html);
  };
  return (
    <Dialog title="粘贴年报" onClose={onClose}>
      <label className={styles.label}>
        在网页、Word 或 PDF 里全选、复制年报，粘贴到这里
        <textarea className={styles.text} onPaste={takeTables} {...input} />
      </label>
      <p className={styles.buttons}>
        <button type="button" data-primary disabled={!isFilled} onClick={submit}>
          读取
        </button>
        <button type="button" data-quiet onClick={onClose}>
          取消
        </button>
      </p>
    </Dialog>
  );
}
