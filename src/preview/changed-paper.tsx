/** The paper on one long sheet with the changes marked; on print the marks are gone. */
import { type CSSProperties, useMemo } from 'react';
import type { Markup } from '../paper/markup.ts';
import { settingProperties } from '../paper/setting-css.ts';
import type { TypeSetting } from '../paper/type-setting.ts';
import styles from './changed-paper.module.css';
import { PaperView } from './paper-view.tsx';

interface ChangedPaperProps {
  readonly markup: Markup;
  readonly setting: TypeSetting;
  /** With what it is compared. */
  readonly title: string;
  readonly onClose: () => void;
}

export function ChangedPaper({ markup, setting, title, onClose }: ChangedPaperProps) {
  const properties = useMemo(() => settingProperties(setting) as CSSProperties, [setting]);
  const { top, right, bottom, left } = setting.margins;
  return (
    <>
      <style>{`@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`}</style>
      <p className={styles.bar} role="status" data-screen-only>
        与 {title} 相比：<del>去掉的</del> <ins>新的</ins>
        <button type="button" data-quiet onClick={onClose}>
          回到分页预览
        </button>
      </p>
      <div className={styles.sheet} style={properties}>
        <PaperView markup={markup} />
      </div>
    </>
  );
}
