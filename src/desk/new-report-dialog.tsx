/** 新建年报: body, type and year; the year chooses the format and says which notice it follows. */
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { AGENCY_TYPE_IDS, AGENCY_TYPES } from '../formats/agency.ts';
import { type FormatRegistry, formatForYear, reportYears } from '../formats/registry.ts';
import type { Agency } from '../report/raw-report.ts';
import { Dialog } from '../ui/dialog.tsx';
import { newReportSchema } from './new-report.ts';
import styles from './new-report-dialog.module.css';

interface NewReportDialogProps {
  readonly formats: FormatRegistry;
  /** The year most likely meant: the last one that is over, or nearly so. */
  readonly likelyYear: number;
  readonly onCreate: (agency: Agency, year: number) => void;
  readonly onClose: () => void;
}

export function NewReportDialog({ formats, likelyYear, onCreate, onClose }: NewReportDialogProps) {
  const schema = useMemo(() => newReportSchema(formats), [formats]);
  const { register, handleSubmit, watch, formState } = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: { name: '', type: 'department', year: likelyYear },
  });
  const format = formatForYear(formats, Number(watch('year')));
  const nameError = formState.errors.name?.message;
  const create = handleSubmit(({ name, type, year }) => onCreate({ name, type }, year));
  return (
    <Dialog title="新建年报" onClose={onClose}>
      <form onSubmit={create} className={styles.form} noValidate>
        <label htmlFor="new-name">机关名称</label>
        <input
          id="new-name"
          type="text"
          autoComplete="off"
          placeholder="写全称，和公章一致"
          aria-invalid={nameError !== undefined}
          aria-describedby={nameError ? 'new-name-error' : undefined}
          {...register('name')}
        />
        {nameError ? (
          <p id="new-name-error" className={styles.error}>
            {nameError}
          </p>
        ) : null}
        <label htmlFor="new-type">机关类型</label>
        <select id="new-type" {...register('type')}>
          {AGENCY_TYPE_IDS.map((type) => (
            <option key={type} value={type}>
              {AGENCY_TYPES[type].label}
            </option>
          ))}
        </select>
        <label htmlFor="new-year">报告年度</label>
        <select id="new-year" {...register('year')}>
          {reportYears(formats, likelyYear + 1).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
        <p className={styles.notice} role="status">
          {format ? `按${format.name}编制，依据 ${format.notice.number}。` : '这一年没有统计格式。'}
        </p>
        <p className={styles.buttons}>
          <button type="submit" data-primary disabled={!format}>
            开始填写
          </button>
          <button type="button" onClick={onClose}>
            取消
          </button>
        </p>
      </form>
    </Dialog>
  );
}
