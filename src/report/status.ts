/** The states of a report as people call them. */
import type { Status } from './raw-report.ts';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: '草稿',
  submitted: '已提交',
  returned: '退回修改',
  final: '定稿',
};
