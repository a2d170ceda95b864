/** The keys of the program on one sheet. */
import { Dialog } from '../ui/dialog.tsx';
import styles from './shortcut-sheet.module.css';

interface Shortcut {
  readonly keys: string;
  readonly does: string;
}

const GROUPS: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    title: '在表里移动',
    shortcuts: [
      { keys: 'Enter / Shift+Enter', does: '下一格 / 上一格，到列尾转到下一列' },
      { keys: 'Tab / Shift+Tab', does: '右边 / 左边要填的格，到表尾离开表' },
      { keys: '↑ ↓ ← →', does: '移到相邻的格；光标在数字中间时左右先移光标' },
      { keys: 'Home / End', does: '本行第一格 / 最后一格' },
      { keys: 'Ctrl+Home / Ctrl+End', does: '本表第一格 / 最后一格' },
      { keys: 'Ctrl+方向键', does: '跳到连续数据的边上' },
      { keys: 'PageUp / PageDown', does: '上下翻一屏' },
    ],
  },
  {
    title: '填写',
    shortcuts: [
      { keys: '直接打字', does: '替换原来的数' },
      { keys: 'F2 或双击', does: '在原来的数里修改' },
      { keys: 'Esc', does: '恢复进格时的数' },
      { keys: 'Shift+方向键、拖动、Shift+单击', does: '选一片格' },
      { keys: 'Ctrl+A', does: '选全表；复制时连同表头和名称' },
      { keys: 'Delete', does: '清除所选各格' },
      { keys: 'Ctrl+D / Ctrl+R', does: '向下 / 向右填充' },
      { keys: 'Ctrl+Enter', does: '所选各格填同一个数' },
      { keys: 'Ctrl+C / Ctrl+X / Ctrl+V', does: '复制 / 剪切 / 粘贴，粘贴前先预览' },
    ],
  },
  {
    title: '全篇',
    shortcuts: [
      { keys: 'Ctrl+Z / Ctrl+Y', does: '撤销 / 重做，并回到改动处' },
      { keys: 'F8 / Shift+F8', does: '下一处 / 上一处错误或提醒' },
      { keys: 'Alt+PageDown / Alt+PageUp', does: '下一部分 / 上一部分' },
      { keys: 'F1 或 ?', does: '打开这张表' },
    ],
  },
];

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="快捷键" onClose={onClose} wide>
      <form method="dialog">
        <button type="submit" data-primary>
          关闭
        </button>
      </form>
      <div className={styles.groups}>
        {GROUPS.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys} className={styles.shortcut}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
