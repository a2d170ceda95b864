/** What a step asks for before it is taken: a reason, or where and when the report was published. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { lacking, type StepOffer, type StepRule } from '../report/status.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './review-panel.module.css';

interface StepDialogProps {
  readonly title: string;
  /** What the step does and what stays in the file. */
  readonly text: string;
  readonly confirm: string;
  readonly rule: StepRule;
  readonly name: string;
  readonly left: number;
  /** ISO day. */
  readonly today: string;
  /** Also asks for a reason where the step itself needs none. */
  readonly isAuthorising?: boolean;
  readonly onTake: (offer: StepOffer) => void;
  readonly onClose: () => void;
}

const ASKED = z.object({
  reason: z.string().check(z.trim()),
  date: z.string().check(z.trim()),
  address: z.string().check(z.trim()),
});

type Asked = z.infer<typeof ASKED>;

export function StepDialog(props: StepDialogProps) {
  const { title, text, confirm, rule, name, left, today, isAuthorising, onTake, onClose } = props;
  const asksReason = isAuthorising || rule.needs.includes('reason');
  const asksPage = rule.needs.includes('page');
  const offerOf = ({ reason, date, address }: Asked): StepOffer => ({
    name,
    left,
    reason,
    ...(asksPage ? { page: { date, address, digest: '' } } : {}),
  });
  const isWhole = (asked: Asked) =>
    lacking(rule, offerOf(asked)).length === 0 &&
    (!asksReason || (asked.reason !== '' && name !== ''));
  const { register, handleSubmit, formState } = useForm<Asked>({
    resolver: standardSchemaResolver(ASKED.check(z.refine(isWhole))),
    mode: 'onChange',
    defaultValues: { reason: '', date: today, address: '' },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.form}>
        <p>{text}</p>
        <p>{name ? `姓名：${name}` : '先关闭，填上姓名。'}</p>
        {asksReason ? (
          <label>
            理由
            <textarea rows={3} {...register('reason')} />
          </label>
        ) : null}
        {asksPage ? (
          <>
            <label>
              公布日期
              <input {...register('date')} />
            </label>
            <label>
              网址
              <input {...register('address')} />
            </label>
          </>
        ) : null}
        <button
          type="button"
          disabled={!formState.isValid}
          onClick={handleSubmit((asked) => onTake(offerOf(asked)))}
        >
          {confirm}
        </button>
        <button type="button" onClick={onClose}>
          取消
        </button>
      </div>
    </Dialog>
  );
}
