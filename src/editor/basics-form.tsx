/** 基本信息: who reports on which year, the head of the paper, and the signature. */
import type { ReactNode } from 'react';
import { AGENCY_TYPE_IDS, AGENCY_TYPES, type AgencyType } from '../formats/agency.ts';
import type { Format } from '../formats/format.ts';
import { type FormatRegistry, reportYears } from '../formats/registry.ts';
import { FIELD_NAMES, type NamedField } from '../report/field-names.ts';
import { standardTitle } from '../report/raw-report.ts';
import { lockRefusal } from '../report/status.ts';
import type { OpenDraft } from '../session/open-draft.ts';
import { inputId } from '../ui/input-place.ts';
import { useStore } from '../ui/store.ts';
import styles from './basics-form.module.css';
import { fieldPlaces } from './field-places.ts';
import { LastYearRow, type LastYearSource } from './last-year-row.tsx';
import { useDraftForm } from './use-draft-form.ts';

const PLACES = fieldPlaces(FIELD_NAMES);

interface BasicsFormProps {
  readonly open: OpenDraft;
  readonly format: Format;
  readonly formats: FormatRegistry;
  readonly lastYear: LastYearSource;
}

function useIsLocked(open: OpenDraft): boolean {
  return useStore(open, ({ draft }) => lockRefusal(draft.raw) !== undefined);
}

export function BasicsForm({ open, format, formats, lastYear }: BasicsFormProps) {
  const { register, isLocked } = useDraftForm(open, PLACES);
  const agency = useStore(open, ({ draft }) => draft.raw.agency);
  const year = useStore(open, ({ draft }) => draft.raw.year);
  const input = (field: NamedField) => ({
    ...register(field),
    readOnly: isLocked,
    id: inputId(field),
    autoComplete: 'off',
  });
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <Row field="agency.name" help="写全称，和公章一致。">
        <input type="text" {...input('agency.name')} />
      </Row>
      <AgencyTypeRow open={open} type={agency.type} />
      <YearRow open={open} year={year} format={format} formats={formats} />
      <LastYearRow open={open} source={lastYear} />
      <Row field="title" help="留空就用上面的规范标题。">
        <input type="text" {...input('title')} placeholder={standardTitle(agency.name, year)} />
      </Row>
      <Row
        field="preface"
        help={`不是格式要求的部分，可以不写。常写编制依据、统计期限（${year}年1月1日至${year}年12月31日）和联系方式。`}
      >
        <textarea rows={4} {...input('preface')} />
      </Row>
      <Row field="signature.name" help="留空就用机关名称。">
        <input type="text" {...input('signature.name')} placeholder={agency.name} />
      </Row>
      <Row field="signature.date" help="不早于年度结束，不晚于公布时限。">
        <input type="text" {...input('signature.date')} placeholder={`${year + 1}年1月20日`} />
      </Row>
    </form>
  );
}

interface RowProps {
  readonly field: NamedField;
  readonly help: string;
  readonly children: ReactNode;
}

function Row({ field, help, children }: RowProps) {
  return (
    <>
      <label htmlFor={inputId(field)}>{FIELD_NAMES[field]}</label>
      <div>
        {children}
        <p className={styles.help}>{help}</p>
      </div>
    </>
  );
}

function AgencyTypeRow({ open, type }: { readonly open: OpenDraft; readonly type: AgencyType }) {
  const choose = (chosen: string) =>
    open.change(
      { kind: 'agencyType', type: chosen as AgencyType },
      { label: '选择机关类型', place: 'basics' },
    );
  return (
    <>
      <label htmlFor="agency-type">机关类型</label>
      <div>
        <select
          id="agency-type"
          value={type}
          disabled={useIsLocked(open)}
          onChange={({ target }) => choose(target.value)}
        >
          {AGENCY_TYPE_IDS.map((id) => (
            <option key={id} value={id}>
              {AGENCY_TYPES[id].label}
            </option>
          ))}
        </select>
        <p className={styles.help}>
          如{AGENCY_TYPES[type].example}。公布时限和规章的填法随类型而定。
        </p>
      </div>
    </>
  );
}

interface YearRowProps extends Omit<BasicsFormProps, 'lastYear'> {
  readonly year: number;
}

function YearRow({ open, year, format, formats }: YearRowProps) {
  const choose = (chosen: string) =>
    open.change({ kind: 'year', year: Number(chosen) }, { label: '改报告年度', place: 'basics' });
  return (
    <>
      <label htmlFor="report-year">报告年度</label>
      <div>
        <select
          id="report-year"
          value={year}
          disabled={useIsLocked(open)}
          onChange={({ target }) => choose(target.value)}
        >
          {reportYears(formats, year + 1).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <p className={styles.help}>
          {format.name}，依据 {format.notice.number}。
        </p>
      </div>
    </>
  );
}
