/** The remarks that wait, loaded only where there are any: most reports never have one. */
import { type ComponentProps, lazy, Suspense } from 'react';
import { openRemarks } from '../report/review.ts';
import { useStore } from '../ui/store.ts';

const OpenRemarks = lazy(async () => ({
  default: (await import('../review/open-remarks.tsx')).OpenRemarks,
}));

export function RemarksToDo(props: ComponentProps<typeof OpenRemarks>) {
  const waiting = useStore(props.open, ({ draft }) => openRemarks(draft.raw).length);
  if (waiting === 0) return null;
  return (
    <Suspense fallback={null}>
      <OpenRemarks {...props} />
    </Suspense>
  );
}
