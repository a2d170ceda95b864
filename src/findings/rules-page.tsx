/** 检查规则: every rule there is, from the data the judges use, and what is not checked. */
import { useMemo, useState } from 'react';
import { NOT_CHECKED, RULES, type RuleEntry } from '../checks/rules.ts';
import { SEVERITY_NAMES } from '../checks/words.ts';
import { STATUTORY_FORMATS } from '../formats/registry.ts';
import { DataTable } from '../ui/data-table.tsx';
import { type DataColumn, useDataTable } from '../ui/use-data-table.ts';
import styles from './rules-page.module.css';

function speaksOf(rule: RuleEntry, sought: string): boolean {
  const { id, title, advice, source } = rule;
  return `${id} ${SEVERITY_NAMES[rule.severity]} ${title} ${advice} ${source}`
    .toLowerCase()
    .includes(sought.trim().toLowerCase());
}

function formatNames(ids: readonly string[]): string {
  if (ids.length === STATUTORY_FORMATS.length) return '各格式';
  return STATUTORY_FORMATS.filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join('、');
}

const COLUMNS: DataColumn<RuleEntry>[] = [
  { id: 'id', header: '编号', cell: ({ row }) => row.original.id, meta: { isRowHead: true } },
  { id: 'severity', header: '级别', cell: ({ row }) => SEVERITY_NAMES[row.original.severity] },
  { id: 'title', header: '规则', cell: ({ row }) => row.original.title },
  { id: 'advice', header: '怎么办', cell: ({ row }) => row.original.advice },
  { id: 'formats', header: '适用', cell: ({ row }) => formatNames(row.original.formats) },
  { id: 'source', header: '来源', cell: ({ row }) => row.original.source },
];

function idOf({ id, title, formats }: RuleEntry): string {
  return `${id} ${title} ${formats.join()}`;
}

export function RulesPage({ deskHref }: { readonly deskHref: string }) {
  const [sought, setSought] = useState('');
  const rules = useMemo(() => RULES.filter((rule) => speaksOf(rule, sought)), [sought]);
  const model = useDataTable(COLUMNS, rules, idOf);
  return (
    <main className={styles.page}>
      <a href={deskHref}>返回首页</a>
      <h1>检查规则</h1>
      <p className={styles.note}>
        错误必须改正才能定稿；提醒可能没错，要核对或说明理由；提示供参考。来源写明规则的依据。
      </p>
      <label>
        查找
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          placeholder="编号或文字，如 T3-01、结转"
        />
      </label>
      <p role="status">{rules.length} 条</p>
      <DataTable model={model} className={styles.rules} />
      <h2>没有检查的</h2>
      <ul>
        {NOT_CHECKED.map(({ id, reason }) => (
          <li key={id}>
            {id}：{reason}
          </li>
        ))}
      </ul>
    </main>
  );
}
