/**
 * What somebody chose of the paper's looks. It belongs to the machine and not to the draft: it says how
 * this office prints, changes no word of the report, and must not make a final report look edited.
 */
import { TURNS, type Turned } from './flow.ts';
import { settingOf, TYPE_SETTINGS, type TypeSetting } from './type-setting.ts';

/** How somebody chose to have the paper set. */
export interface PaperChoice {
  readonly setting: TypeSetting;
  readonly turned: Turned;
  /** Whether 一图读懂 is the last page, by setting; where nothing was said, the setting says. */
  readonly pictures: Readonly<Record<string, boolean>>;
}

/** True where 一图读懂 is the last page. */
export function hasPicture({ setting, pictures }: PaperChoice): boolean {
  return pictures[setting.id] ?? setting.picture;
}

/** The choice with 一图读懂 put in or left out of its setting. */
export function withPicture(choice: PaperChoice, isIn: boolean): PaperChoice {
  return { ...choice, pictures: { ...choice.pictures, [choice.setting.id]: isIn } };
}

/** A choice as text to keep: 「document none web=0」. */
export function choiceText({ setting, turned, pictures }: PaperChoice): string {
  const said = Object.entries(pictures).map(([id, isIn]) => `${id}=${isIn ? 1 : 0}`);
  return [setting.id, turned, ...said].join(' ');
}

/** The choice in a text; what it does not say, or says no more, is as if nobody had chosen. */
export function choiceOf(text: string | null): PaperChoice {
  const words = (text ?? '').split(' ');
  const pictures = TYPE_SETTINGS.flatMap(({ id }) => {
    const said = words.find((word) => word.startsWith(`${id}=`));
    return said ? [[id, said.endsWith('1')] as const] : [];
  });
  return {
    setting: settingOf(words[0]),
    turned: TURNS.find((one) => one === words[1]) ?? 'none',
    pictures: Object.fromEntries(pictures),
  };
}
