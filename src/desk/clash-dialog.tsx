/** Asks what to do with a report that would be the second of its body and year. */
import type { Draft } from '../drafts/draft.ts';
import type { RawReport } from '../report/raw-report.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/** A report that would be the second of its body and year, and the first. */
export interface ReportClash {
  readonly raw: RawReport;
  readonly existing: Draft;
  readonly isFile: boolean;
}

interface ClashDialogProps {
  readonly clash: ReportClash;
  /** The file as a draft of its own. */
  readonly onBegin: (raw: RawReport) => void;
  readonly onOpen: (existing: Draft) => void;
  readonly onClose: () => void;
}

export function ClashDialog({ clash, onBegin, onOpen, onClose }: ClashDialogProps) {
  const { raw, existing, isFile } = clash;
  const another = { label: '用文件内容另建一份', onChoose: () => onBegin(raw) };
  return (
    <ConfirmDialog
      title="已经有这一年的年报"
      text={`本机已有 ${raw.agency.name} ${raw.year}年的年报。一个机关一年只报一份，打开已有的那份继续填写？`}
      answers={[
        { label: '打开已有的', onChoose: () => onOpen(existing) },
        ...(isFile ? [another] : []),
        { label: '取消', onChoose: onClose },
      ]}
    />
  );
}
