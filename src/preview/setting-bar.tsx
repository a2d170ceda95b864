/** 版式: how the paper is set, remembered on this machine; and which of its fonts this machine lacks. */
import { TURNS, type Turned } from '../paper/flow.ts';
import { hasPicture, type PaperChoice, withPicture } from '../paper/paper-choice.ts';
import { settingOf, TYPE_SETTINGS } from '../paper/type-setting.ts';
import { missingFontsText } from './missing-fonts.ts';
import styles from './page-bar.module.css';

const TURN_NAMES: Readonly<Record<Turned, string>> = {
  none: '竖排',
  strip: '表四横排',
  wide: '表三、表四横排',
};

interface SettingBarProps {
  readonly choice: PaperChoice;
  readonly onChoose: (choice: PaperChoice) => void;
}

export function SettingBar({ choice, onChoose }: SettingBarProps) {
  const { setting, turned } = choice;
  const missing = missingFontsText(setting);
  return (
    <>
      <div className={styles.bar}>
        <label>
          版式
          <select
            name="setting"
            value={setting.id}
            onChange={(event) => onChoose({ ...choice, setting: settingOf(event.target.value) })}
          >
            {TYPE_SETTINGS.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          宽表
          <select
            name="turned"
            value={turned}
            onChange={(event) => onChoose({ ...choice, turned: event.target.value as Turned })}
          >
            {TURNS.map((one) => (
              <option key={one} value={one}>
                {TURN_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={hasPicture(choice)}
            onChange={(event) => onChoose(withPicture(choice, event.target.checked))}
          />
          末页附一图读懂
        </label>
      </div>
      {missing ? <p className={styles.missing}>{missing}</p> : null}
    </>
  );
}
